"""Who hands over or frees what a passive says is, where only what befell it before tells.

"The tanks promised by A were delivered to B"; "held in A since May, the reporters were freed".
"""

from graph.extract.grammar.echoes import Echoes
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import SUBJECTS


class Histories(Echoes):
    """Answers about the verbs of one sentence whose agent another verb tells."""

    def traced(self, verb: Word) -> list[Word]:
        """Return who does what a passive without an agent tells, by what was done before.

        Whoever gave it hands it over; whoever took or held somebody lets him go, and so does the
        state in which he was in custody.
        """
        held = self._done_before(verb, "held")
        kinds = ("given", "taken", "imposed")
        done = [each for kind in kinds for each in self._done_before(verb, kind)] + held
        agents = [kid for each in done for kid in self.tree.children(each, "agent")]
        at = [kid for each in held for kid in self.tree.children(each, "oblique")]
        placing = self.table["placing"]
        places = [kid for kid in at if kid.prep in placing and kid.mention is not None]
        return agents or places[:1]

    def _done_before(self, verb: Word, kind: str) -> list[Word]:
        """Return the participles of one kind that tell what befell the subject of a verb."""
        row = self._lists.histories[kind]
        if self.lemmas(verb).isdisjoint(row["then"]):
            return []
        acted = self.tree.children(verb, *SUBJECTS)
        behind = [kid for noun in acted for kid in self.tree.children(noun, "participle")]
        before = [*behind, *self.tree.children(verb, "adverbial")]
        told = [kid for kid in before if not self.lemmas(kid).isdisjoint(row["first"])]
        return [kid for kid in told if self.is_passive(kid)]
