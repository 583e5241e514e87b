"""Who is named: from the text of an article to mentions, linked to actors.

The gazetteer (``data/``) knows names; ``lexicon`` finds them, ``units`` cuts a
text into tagged units, ``phrases`` puts units together ("le président russe
Vladimir Poutine"), and ``link`` decides which actor each phrase stands for.
"""
