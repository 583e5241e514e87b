"""From the text of a sentence to a tree of words, whatever the language and its parser.

``simplify`` puts one plain word for each long name, ``parse`` asks the parser, ``repair`` puts
right what it gets wrong, and ``tree`` hides its labels. A ``word`` knows what it hangs from.
"""
