"""Envoys: whom they serve, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.actors.phrases import Phrase
from graph.actors.units import Unit
from graph.model import Actor


@dataclass(slots=True)
class Envoys:
    """What an article told of envoys last."""

    posted: Actor | None = None
    """Where the envoy told of last is said to serve: other states' envoys serve there too."""

    served: str | None = None
    """Whom an envoy told of without a name serves: the name may follow."""

    def tell(self, key: str, post: Actor | None) -> None:
        """Store that an envoy without a name is told of.

        Args:
            key: Whom he serves.
            post: Where, if it is said.
        """
        self.served, self.posted = key, post or self.posted

    def stay(self, host: Actor | None) -> None:
        """Store which state, if any, acts on the envoy whom it hosts: "A summoned Ambassador B"."""
        self.posted = host or self.posted

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


def body_of(phrase: Phrase) -> Sequence[Unit]:
    """Return the body that an envoy's title names beside the state that it is of."""
    titles = phrase.parts.get("title", ())[:1]
    if not any(unit.names[0].key == "representsTo" for unit in titles):
        return ()
    named = (*phrase.parts.get("nation", ()), *phrase.parts.get("nation2", ()))
    of_state = any(unit.tag in "ACK" for unit in named)
    return [unit for unit in named if of_state and unit.tag == "G"]
