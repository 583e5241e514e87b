"""Frames as records: what a predicate in one construction says of two actors.

They are data, in ``graph/languages/<code>/frames/``. ``notation`` reads the language that their
patterns are written in, ``entries`` keeps them by the words that they ask for.
"""
