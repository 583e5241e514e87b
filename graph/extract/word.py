"""One word of a parsed sentence."""

from dataclasses import dataclass

#: Universal parts of speech of verbs, and of nouns.
VERBS, NOUNS = ("VERB", "AUX"), ("NOUN", "PROPN")

#: Roles of whom or what a verb agrees with, in the active and in the passive.
SUBJECTS = ("subject", "subject_passive")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parsed sentence."""

    index: int
    """Place in the sentence."""

    text: str
    """As the parser saw it, lower case."""

    lemma: str
    """Dictionary form, lower case."""

    pos: str
    """Universal part of speech."""

    role: str
    """What it is to its head: subject, object, oblique, …, as ``parser.toml`` lists them."""

    head: int
    """Index of its head; its own for the root."""

    prep: str | None
    """The preposition that introduces it, in normal form; of an infinitive, its marker."""

    start: int
    """First code point in the article's text."""

    end: int
    """Just past the last."""

    mention: int | None
    """Index of the mention that this word stands for, if it does."""

    features: frozenset[str]
    """Morphological features, as ``Tense=Past``."""
