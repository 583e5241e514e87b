"""Which sentences are worth a parse, which is most of what reading an article costs.

``worth`` asks for two actors, or one and a word that looks back; ``promise`` adds up what the
words of a sentence say of whether it gives a statement; ``topic`` tells sport from diplomacy.
"""
