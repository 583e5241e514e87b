"""What holds of words whoever they are about: verbs, and their arguments by role.

``clauses`` undoes passives and support verbs, ``verbs`` finds the subject or object that is not
said beside its verb, and ``scope`` tells what is said of several words at once.
"""
