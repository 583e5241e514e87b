"""Fill the slots of a pattern: who acts, who is acted on, where, with the arguments of a predicate.

``fill`` tries a pattern at a word and ``sides`` finds its two ends: among the ``candidates`` that
the tree leads to, or ``beside`` and ``behind`` the predicate where it leads nowhere.
"""
