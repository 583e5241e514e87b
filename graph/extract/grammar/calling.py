"""Who calls somebody in order to say something says it himself: "called A to congratulate him"."""

from collections.abc import Mapping, Sequence

from graph.extract.once import frozen
from graph.extract.parsing.word import Word


class Calling:
    """The words of a language for calling or inviting somebody, and for what for."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        """Take what ``verbs.toml`` lists for it."""
        self.lemmas = frozen(table["lemmas"])
        self._marks, self._talking = frozen(table["for"]), frozen(table["talking"])

    def leads_to(self, content: Word) -> bool:
        """Return whether a verb beneath one of calling tells what whoever calls means to do.

        "Called A to congratulate him" is neither "called on A to" nor « a appelé A à partir ».
        """
        aim = content.prep in self._marks if self._marks else content.prep is None
        return aim and (not self._talking or content.lemma in self._talking)
