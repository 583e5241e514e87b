"""The verbs that carry a noun: "A paid a visit to B", "talks held by A"."""

from graph.extract.grammar.histories import Histories
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import VERBS


class Support(Histories):
    """Answers about the verbs of one sentence that only carry what a noun tells."""

    def carriers(self, noun: Word) -> list[Word]:
        """Return the verb that carries a noun, and those of "talks held by X with Y"."""
        verb = self.support(noun)
        past = [kid for kid in self.tree.children(noun, "participle") if self.is_passive(kid)]
        past = [kid for kid in past if not (self.lets_others(kid) or self.ascribes(kid))]
        return list(dict.fromkeys([*([verb] if verb is not None else []), *past]))

    def support(self, noun: Word) -> Word | None:
        """Return the support or occurrence verb that carries a noun or adjective, or None."""
        first = noun
        while (above := self.tree.head(first)) is not None and self._measures(first, above):
            first = above
        if first.role == "participle":
            return None
        head = self.tree.head(first)
        if head is None or head.pos not in VERBS:
            return self._participle_support(first)
        carried = first.role in ("object", "attribute", "subject_passive", "oblique", "infinitive")
        carried = carried and self.is_of("support", head)
        carried = carried and not self._frames(first, head) and not self.done_over(first)
        if carried and first.prep not in self.table["circumstance"]:
            return head
        occurs = first.role in ("subject", "subject_passive") and self.is_of("occurrence", head)
        return head if occurs else None

    def _frames(self, noun: Word, verb: Word) -> bool:
        """Whether a noun says when or in what a verb happens: "in a call, A asked B to leave".

        A verb with a noun of its own carries no other: "A and B play a part in the conflict",
        "A and B voiced concern over the war", "A excluded B over its raid".
        """
        before = noun.prep in self.during and noun.index < verb.index
        before = before or self.is_occasion(noun, verb)
        objects = self.tree.children(verb, "object")
        if objects and noun.role == "oblique" and self.is_charge(noun):
            return True
        own = [kid for kid in objects if kid.pos == "NOUN"]
        aside = noun.prep in self.table["placing"] or noun.prep in self.table["regarding"]
        within = bool(own) and aside and noun.index > verb.index
        return noun.role == "oblique" and (before or within or noun.lemma in self.remote)

    def is_occasion(self, noun: Word, verb: Word) -> bool:
        """Return whether a noun is where a verb tells something: "announced it on a visit to B"."""
        led = noun.prep in self.during and noun.lemma in self.companions
        if not (led and self.is_of("telling", verb)) or self.is_passive(verb):
            return False  # « est annoncé en visite » is expected there
        done = self.tree.children(verb, "infinitive")  # "proposed to go on a visit"
        return all(kid.index > noun.index for kid in done)

    def counted(self, noun: Word) -> list[Word]:
        """Return what a noun only says how much of: "part of the debt", "millions of tonnes"."""
        if not self._is_measure(noun):  # as most
            return []
        kids = [kid for kid in self.tree.children(noun, "oblique") if self._measures(kid, noun)]
        return [item for kid in kids for item in self.counted(kid) or [kid]]

    def counts(self, noun: Word) -> bool:
        """Return whether a noun only says how much, or how long: "for an hour with A"."""
        return noun.lemma in self._lists.measure_nouns

    def _measures(self, noun: Word, above: Word) -> bool:
        """Whether a noun shares the place of the one above: "grain and oil", "tonnes of oil"."""
        if noun.role != "oblique":
            return noun.role == "conjunct"
        return noun.prep in self.table["genitive"] and self._is_measure(above)

    def _is_measure(self, noun: Word) -> bool:
        return noun.lemma in self._lists.measure_nouns or noun.pos == "NUM"

    def _participle_support(self, noun: Word) -> Word | None:
        """Return the support verb of "talks held by X with Y"."""
        for verb in self.tree.children(noun, "participle", "relative"):
            if self.is_of("support", verb) or self.is_of("occurrence", verb):
                return verb
        return None
