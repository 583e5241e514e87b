"""Persons, and those whom a title alone names, for "his country" and "the two men"."""

from collections.abc import Iterable

from graph.model import Actor

#: How many are a host and his guest.
_TWO = 2


class Somebodies:
    """Who was named as a person up to some place of an article: by name, or by title alone.

    Whom a title alone names is the state that he acts for: "the Greek minister".
    """

    def __init__(self) -> None:
        """Start with nobody."""
        self._named: list[tuple[int, Actor]] = []

    def add(self, actors: Iterable[Actor], sentence: int, *, titled: bool) -> None:
        """Store those of some actors who are persons, or all of them where a title names them."""
        self._named += [(sentence, who) for who in actors if titled or who.kind == "person"]

    def last(self, here: int) -> list[Actor]:
        """Return whose "his country" is: a person, or else somebody by title, of a sentence.

        Else that is the person whom the last sentence with some names first, or whoever was named
        last: "A met B. His country" is that of A.

        Args:
            here: The number of the sentence.
        """
        near = [actor for sentence, actor in self._named if sentence == here]
        persons = [actor for actor in near if actor.kind == "person"]
        return (persons or near)[-1:] or self._before()

    def _before(self) -> list[Actor]:
        """Return the first person of the last sentence with some, or whoever is named last."""
        last = self._named[-1][0] if self._named else None
        near = [actor for sentence, actor in self._named if sentence == last]
        persons = [actor for actor in near if actor.kind == "person"]
        return persons[:1] or near[-1:]

    def met(self, here: int, wanted: int) -> list[Actor]:
        """Return who "the two men" are where a title alone names one of them, or nobody.

        They are those of a sentence, or else of the one before, if it names just as many.

        Args:
            here: The number of the sentence.
            wanted: How many.
        """
        for sentence in (here, here - 1):
            near = list(dict.fromkeys(actor for at, actor in self._named if at == sentence))
            if near:
                titled = any(actor.kind != "person" for actor in near)
                return near if titled and len(near) == wanted else []
        return []

    def partner(self, here: int) -> list[Actor]:
        """Return who "his host" is where the sentence before tells of two: not the first of them.

        Args:
            here: The number of the sentence, where nobody is named before it.
        """
        if not self._named or self._named[-1][0] != here - 1:
            return []
        near = list(dict.fromkeys(actor for at, actor in self._named if at == here - 1))
        return near[-1:] if len(near) == _TWO else []
