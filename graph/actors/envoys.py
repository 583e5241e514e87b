"""Envoys: whom they serve, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.actors.discourse import Discourse
from graph.actors.phrases import Phrase
from graph.actors.records import UNION
from graph.actors.units import Unit
from graph.model import Actor

#: How far into a text its dateline may begin, in code points.
_DATELINE = 4

#: Bodies where every state has an envoy, by slug.
_FORUMS = ("un", "un-general-assembly", "un-security-council")


@dataclass(slots=True)
class Envoys:
    """What an article told of envoys last."""

    posted: Actor | None = None
    """Where the envoy told of last is said to serve: other states' envoys serve there too."""

    served: str | None = None
    """Whom an envoy told of without a name serves: the name may follow."""

    dateline: str | None = None
    """The ISO code of the state whose capital stands before the text: "KIGALI (Reuters) -"."""

    def tell(self, key: str, post: Actor | None) -> None:
        """Store that an envoy without a name is told of.

        Args:
            key: Whom he serves.
            post: Where, if it is said.
        """
        self.served, self.posted = key, post or self.posted

    def begin(self, phrase: Phrase, text: str, actor: Actor) -> None:
        """Store where a text was written: a capital in capitals, before anything else.

        Args:
            phrase: Any that the text has.
            text: The article's text.
            actor: Whom the phrase names.
        """
        opens = phrase.start < _DATELINE and phrase.units[0].tag == "K"
        if opens and text[phrase.start : phrase.end].isupper():
            self.dateline = actor.country

    def place(self, said: Actor | None, of: str | None) -> Actor | None:
        """Return where an envoy serves: where it is said, or where the one told of before did.

        Args:
            said: What is said of it.
            of: Whom he serves, who is nowhere an envoy to himself.
        """
        before = self.posted if self.posted is None or self.posted.country != of else None
        post = said or before
        self.posted = post or self.posted
        return post

    def told(
        self, discourse: Discourse, start: int, of: str | None = None, *, received: bool = False
    ) -> Actor | None:
        """Return where the text shows an envoy to serve without saying so.

        It is whoever acts on him ("Oslo summoned Ambassador A"), where the sentence takes place
        ("In Doha, Ambassador A"), the body that the headline speaks of, or where the text was
        written.

        Args:
            discourse: Whom the text has named.
            start: First code point of the envoy.
            of: Whom he serves, if that is known.
            received: Whether he is acted on by those whom he serves among.
        """
        here = discourse.sentence(start)
        opening = discourse.openings.get(here)
        placed = opening if opening not in discourse.acting.get(here, ()) else None
        forums = [discourse.gazetteer.actor(key) for key in _FORUMS]
        if placed is None and any(forum.id in discourse.headlined for forum in forums):
            return forums[0]
        hosts = (placed, discourse.topic(start) if received else None, self.dateline)
        host = next((code for code in hosts if code not in (None, of, UNION)), None)
        return discourse.gazetteer.countries[host] if host is not None else None


def body_of(phrase: Phrase) -> Sequence[Unit]:
    """Return the body that an envoy's title names beside the state that it is of."""
    title = phrase.parts.get("title")
    if not title or title[0].names[0].key != "representsTo":
        return ()
    named = (*phrase.parts.get("nation", ()), *phrase.parts.get("nation2", ()))
    of_state = any(unit.tag in "ACK" for unit in named)
    return [unit for unit in named if of_state and unit.tag == "G"]
