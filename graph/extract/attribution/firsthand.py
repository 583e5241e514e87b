"""Who does by saying so what a quotation says: the speaker, not the state that he speaks for.

"« Nous demandons à A de partir », a dit B": B asks, since B is quoted as asking.
"""

from graph.extract.attribution.who import Who
from graph.extract.factuality.whether import Whether
from graph.extract.frames.match import Match
from graph.extract.reference.reference import Reference
from graph.model import Actor, Modality, Sentence
from graph.traits import has


class Firsthand:
    """Answers about the matches of one sentence."""

    def __init__(
        self,
        who: Who,
        whether: Whether,
        reference: Reference,
        text: str,
        sentence: Sentence,
    ) -> None:
        """Look at a sentence.

        Args:
            who: Whose words it holds.
            whether: Whether what it says happened.
            reference: Whom its words mean, and whom the article names.
            text: The article's text.
            sentence: Where it stands.
        """
        self._who, self._whether, self._reference = who, whether, reference
        self._text, self._sentence = text, sentence

    def speaker(self, match: Match, modality: Modality, said_by: str) -> Actor | None:
        """Return who is quoted as doing what a match tells of his state, or None.

        Args:
            match: What is said.
            modality: Whether it happened.
            said_by: The words for whoever says it.
        """
        relation, predicate = match.frame.relation, match.predicate
        if modality != "actual" or match.subject.kind == "person":
            return None
        verbal = has(relation, "avowed") or has(relation, "spoken")
        if not verbal or not self._who.quotes(predicate) or self._whether.is_past(predicate):
            return None
        country = match.subject.country
        people = (one for one in self.speakers(said_by) if one.kind == "person")
        return next((one for one in people if country and one.country == country), None)

    def is_of_another(self, match: Match, said_by: str) -> bool:
        """Whether a match takes whoever speaks for a "he" of his own words, who is another.

        Args:
            match: What is said.
            said_by: The words for whoever says it.
        """
        if not self._who.quotes(match.predicate):
            return False
        ends = {match.subject, match.object}.intersection(self.speakers(said_by))
        below = self._reference.third_persons(match.predicate) if ends else []
        return any(
            self._who.quotes(word) and not ends.isdisjoint(self._reference.actors(word))
            for word in below
        )

    def speakers(self, said_by: str) -> list[Actor]:
        """Return whom the words for a source name, persons before what they serve."""
        at = self._text.find(said_by, self._sentence.start)
        at = at if at >= 0 else self._text.rfind(said_by, 0, self._sentence.start)
        said = range(at, at + len(said_by))
        named = {a.id: a for m in self._reference.mentions if m.start in said for a in m.actors}
        people = {key: actor for key, actor in named.items() if actor.kind == "person"}
        return [actor for _, actor in sorted((people or named).items())]
