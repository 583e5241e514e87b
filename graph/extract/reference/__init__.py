"""From words to actors: who is named, described, or stood for by a pronoun.

``reference`` is the door; ``pronouns`` asks ``memory``, which keeps what the text said so far,
and ``salience`` tells whom it means of several.
"""
