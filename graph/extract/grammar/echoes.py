"""Verbs of doing what others did: "did the same", ", as did B", "A followed B"."""

from graph.extract.grammar.verbs import Verbs
from graph.extract.parsing.tree import Word


class Echoes(Verbs):
    """Answers about the verbs of one sentence that repeat another."""

    def is_echo(self, verb: Word) -> bool:
        """Return whether a verb says that somebody did what somebody else did: "did the same"."""
        if self._takes_alike(verb) or self.is_likened(verb):
            return True
        words = {name for lemma in self.lemmas(verb) for name in self._lists.echo.get(lemma, ())}
        if not words:
            return False
        kids = self.tree.children(verb)
        kids += [part for kid in kids for part in self.tree.children(kid, "fixed")]  # "de même"
        own = any(kid.prep in self.table["partner"] for kid in kids)  # "followed with a protest"
        if "-" in words and not (own or self.objects(verb) or self.is_passive(verb)):
            return bool(self.tree.children(verb, "subject"))
        told = any(kid.lemma in words or kid.text in words for kid in kids)
        # nobody does what "was later followed by" a feast
        return told and not self.is_passive(verb)

    def _takes_alike(self, verb: Word) -> bool:
        """Whether a verb takes a step that another took: "took the same decision"."""
        if self.lemmas(verb).isdisjoint(self._lists.likewise["taking"]):
            return False
        words = (*self.objects(verb), *self.tree.children(verb, "oblique", "agent"))
        steps = [word for word in words if word.lemma in self._lists.likewise["steps"]]
        kids = [kid for step in steps for kid in self.tree.children(step)]
        return any(kid.lemma in self._lists.likewise["alike"] for kid in kids)

    def is_likened(self, verb: Word) -> bool:
        """Return whether a verb says who else did what its sentence tells: ", as did B".

        Not where it was done to somebody else: "left A, as it did in B".
        """
        if self.lemmas(verb).isdisjoint(self._lists.likewise["doing"]):
            return False
        kids = self.tree.children(verb)
        others = [kid for kid in kids if kid.role == "oblique" and kid.mention is not None]
        marked = any(kid.text in self._lists.likewise["marks"] for kid in kids)
        return marked and not others and verb.role == "adverbial"

    def is_of_act(self, verb: Word) -> bool:
        """Return whether others did it whoever else did not: "A refused to leave, B did so".

        Not "so did B", nor "did the same", who refused too. So did those who did it before.
        """
        kids = self.tree.children(verb)
        behind = {kid.text for kid in kids if kid.index > verb.index}
        marks = {verb.prep, *(kid.text for kid in self.tree.children(verb, "marker"))}
        before = verb.role == "adverbial" and not marks.isdisjoint(self.table["circumstance"])
        return before or not behind.isdisjoint(self._lists.likewise["act"])

    def imitated(self, verb: Word) -> list[Word]:
        """Return who did before what others do: "A followed B", "B was followed by A"."""
        if not self.is_of("imitation", verb):
            return []
        return self.subjects(verb) if self.is_passive(verb) else self.objects(verb)

    def joined(self, verb: Word) -> list[Word]:
        """Return with whom somebody does it: "A joined B in condemning C"."""
        behind = verb.role == "gerund" and verb.prep in self.table["inside"]
        head = self.tree.head(verb) if behind else None
        if head is None or not self.is_of("joining", head):
            return []
        return self.subjects(head) if self.is_passive(head) else self.objects(head)

    def is_imitated_by(self, verb: Word) -> bool:
        """Return whether an aside says who did likewise: "A left, imitated by B"."""
        if verb.role not in ("participle", "adverbial", "conjunct"):
            return False
        imitating = self.is_of("imitation", verb)
        joined = verb.role == "conjunct" and bool(self.tree.children(verb, "agent"))
        return imitating and (joined or self.is_passive(verb))
