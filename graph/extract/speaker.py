"""Find who speaks in a sentence, for those who say "we" in it."""

from collections.abc import Collection

from graph.extract.tree import Tree, Word

_SUBJECTS = ("subject", "subject_passive")


def speaker(tree: Tree, word: Word, verbs: Collection[str]) -> Word | None:
    """Return the word for whoever says what a word is part of, or None.

    Args:
        tree: The sentence.
        word: A pronoun of the first person.
        verbs: Lemmas of verbs that report what somebody says.
    """
    said = [verb for verb in tree.words if verb.lemma in verbs and verb.pos == "VERB"]
    for verb in sorted(said, key=lambda item: abs(item.index - word.index)):
        subjects = [kid for kid in tree.children(verb, *_SUBJECTS) if kid is not word]
        # Parsers take the subject behind its verb for an object: "says the minister".
        behind = [
            kid for kid in tree.children(verb, "object", "conjunct") if kid.mention is not None
        ]
        for kid in (*subjects, *(kid for kid in behind if kid.index > verb.index)):
            if kid.text != word.text:
                return kid
    return None
