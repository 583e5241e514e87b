"""The cue words of ``cues.toml``: what a verb, noun or adjective says of what it embeds."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.extract.factuality.cuewords import KINDS, CueWords
from graph.extract.factuality.negation import Negation
from graph.extract.grammar.clauses import Clauses
from graph.extract.once import frozen
from graph.extract.parsing.word import NOUNS, SUBJECTS, VERBS, Word

#: Roles of what may stand at a verb before an infinitive: "has the right to".
_LEADING = ("object", "oblique", "attribute", "adverb", "modifier")

#: Roles of what came of it.
_RESULTS = ("adverbial", "gerund", "participle")

#: How far before it, in words.
_NEAR = 4

#: Roles of what judges the subject or object of a verb.
_JUDGING = ("attribute", "modifier", "infinitive", "adverb")

#: Roles of what is judged.
_JUDGED = (*SUBJECTS, "complement", "object")


class Cues(CueWords):
    """Looks up the words of one sentence."""

    def __init__(self, clauses: Clauses, negation: Negation, cues: Mapping[str, Any]) -> None:
        """Look at a sentence with the language's ``cues.toml``."""
        super().__init__(clauses, cues)
        self._negation = negation
        self._dative = frozen(clauses.table["dative"])

    def said_by(self, head: Word, inner: Word) -> Iterator[str]:
        """Yield what a verb, noun or adjective says of what it embeds."""
        kind = KINDS.get(head.pos, "verbs")
        effects = [*self._listed(kind, head, inner), *self._planned(head, inner)]
        if kind == "verbs":
            effects = self._told(effects, head, inner)
        elif kind == "adjectives" and self._is_achieved(head):
            return
        yield from effects
        if inner.role in ("complement", "relative") and self._is_needed(head, inner):
            yield "requested"
        undecided = inner.role in SUBJECTS and self.is_undecided(head)
        if undecided or self._leads(head, inner):
            yield "possible"

    def _listed(self, kind: str, head: Word, inner: Word) -> Iterator[str]:
        """Yield what the lists say of a word, as it stands."""
        vain = inner.role == "subject" and head.lemma in self._lists.vain
        if not vain:
            yield from self.listed(head, kind)  # "the talks failed" after they were held
        if vain and self._is_only_planned(inner, head):
            yield "denied"  # "the summit due in May collapsed" before it was held
        if inner.prep in self._lists.opposing and self._clauses.lemmas(head) & self._lists.against:
            yield "denied"
        yield from self._parted(head, inner) if kind == "verbs" else ()
        if (
            inner.prep in self._lists.remote["prepositions"]
            and head.text in self._lists.remote["words"]
        ):
            yield "denied"  # "far from condemning"
        if self.is_prospect(head, inner) or self.is_undecided_by(head, inner):
            yield "possible"
        if kind == "verbs" and inner.role == "oblique" and inner.prep in self._dative:
            yield from self._granted(head)
        if head.lemma in self._lists.reports:  # "false reports that"
            for kid in self._tree.children(head, "modifier"):
                yield from self.listed(kid, "adjectives")
        affirms = kind != "verbs" and head.lemma in self._lists.affirming
        if affirms and self._negation.negates(head):
            yield "denied"  # "pas question de", « il n'est pas vrai que »

    def _is_only_planned(self, noun: Word, verb: Word) -> bool:
        """Whether what fails is called something still to come: "a planned summit collapsed"."""
        kids = [*self._tree.children(noun), *self._tree.children(verb, "auxiliary", "participle")]
        near = [kid for kid in kids if kid.index < verb.index]
        return any(not self._lists.scheduled.isdisjoint((kid.lemma, kid.text)) for kid in near)

    def _parted(self, verb: Word, inner: Word) -> Iterator[str]:
        """Yield what the subject of a verb says of what is its own: "fears grow of a war"."""
        part = inner.role == "oblique" and inner.prep in self._clauses.table["genitive"]
        if not part and inner.role != "complement":
            return
        for noun in self._tree.children(verb, "subject"):
            if noun.pos == "NOUN" and noun.mention is None and not self.addresses(verb):
                yield from self.listed(noun, "nouns")

    def _granted(self, verb: Word) -> list[str]:
        """Return what the object of a verb says of what it is given to: "put its veto on"."""
        nouns = self._tree.children(verb, "object")
        found = [effect for noun in nouns for effect in self.listed(noun, "nouns")]
        return [effect for effect in found if effect in ("denied", "planned")]

    def _planned(self, head: Word, inner: Word) -> list[str]:
        """Return what verbs say that plan an infinitive only: "is to visit"."""
        if self.plans_for(head, inner):
            return ["planned"]
        if inner.role != "infinitive" or head.lemma not in self._lists.planning:
            return []
        # "were to have met" have not, nor has who "has yet to meet"
        unmet = self._is_perfect(inner) or self._awaits(head)
        return ["denied", "planned"] if unmet else ["planned"]

    def _told(self, listed: list[str], head: Word, inner: Word) -> list[str]:
        """Return what a verb says of what it embeds, its lists, form and negation together."""
        if self._is_wished(head, inner):
            listed = ["requested"]
        effects = [item for item in listed if self._holds(item, head, inner)]
        effects += [] if self._is_waged(head, inner) else self._judged(head, inner)
        effects += self._ended(head, inner)
        if self._is_futile(head):
            effects.append("denied")
        told = inner.role == "complement"
        shown = told and not self._clauses.lemmas(head).isdisjoint(self._lists.showing)
        nothing = told and self._negation.lacks_subject(head)
        if (effects or shown) and (nothing or self._negation.negates(head)):
            # what is "not impossible", or not denied, is possible
            twice = "denied" in listed or self._is_denied_twice(head, inner)
            effects = ["possible" if twice else "denied"]
        return effects

    def _holds(self, effect: str, head: Word, inner: Word) -> bool:
        """Whether a verb that plans or permits leaves open if what it embeds happened."""
        names = self._clauses.lemmas(head)
        if self._is_undone(effect, head, inner):
            return False
        if effect == "requested" and inner.role == "complement" and names & self._lists.speech:
            # Of "told him that it had left" the clause's own tense decides.
            # and "insisted that it would leave", or will, is no more than said.
            helping = self._tree.children(inner, "auxiliary")
            told = any(item.text in self._lists.conditional for item in helping)
            # A set: of "in" on a generator mypyc makes something else than Python does.
            told = told or any("planned" in set(self.listed(item, "verbs")) for item in helping)
            return not told and not any("Tense=Past" in i.features for i in (inner, *helping))
        if inner.role == "complement" and effect == "planned":
            # Of "announced that it had signed" the clause's own tense decides.
            willed = bool(names & self._lists.volitive)
            return willed or not {"Mood=Sub", "VerbForm=Inf"}.isdisjoint(inner.features)
        if effect == "planned" and (self._is_perfect(inner) or self._is_done(head, inner)):
            return False  # "assure avoir livré"
        if names.isdisjoint(self._lists.halves):
            return True
        # "a dû partir", "avait pu entrer", "had to leave" tell what came to pass.
        bare = inner.prep is None or inner.prep in self._lists.markers
        return bare and "Tense=Past" not in head.features

    def _is_undone(self, effect: str, head: Word, inner: Word) -> bool:
        """Whether a verb leaves nothing open here, though it may elsewhere."""
        names = self._clauses.lemmas(head)
        if effect == "denied":
            return self._is_waged(head, inner)
        if effect == "possible":  # "will work with A to free B"
            return bool(names & self._lists.joint) and self._is_joint(head)
        if effect != "requested":
            return False
        if inner.role == "object" and names & self._lists.addressing:
            return True  # "told a meeting of A and B"
        return bool(names & self._clauses.prompting) and self._brings_about(head)

    def _is_waged(self, verb: Word, noun: Word) -> bool:
        """Whether who is against something is so because it goes on: "opposes A's war on B"."""
        against, waged = self._lists.ongoing["verbs"], self._lists.ongoing["nouns"]
        if noun.lemma not in waged or self._clauses.lemmas(verb).isdisjoint(against):
            return False
        return not any("Definite=Ind" in kid.features for kid in self._tree.children(noun))

    def _is_joint(self, verb: Word) -> bool:
        """Whether somebody is going to do something together with others."""
        helping = self._tree.children(verb, "auxiliary")
        ahead = any(kid.text in self._lists.conditional for kid in helping)
        # A set: of "in" on a generator mypyc makes something else than Python does.
        ahead = ahead or any("planned" in set(self.listed(kid, "verbs")) for kid in helping)
        partners = self._clauses.table["partner"] if ahead else ()
        return any(kid.prep in partners for kid in self._tree.children(verb, "oblique"))

    def _brings_about(self, verb: Word) -> bool:
        """Whether it is a deed that makes somebody act, not who asks: "the vote pushed B to"."""
        subjects = self._clauses.subjects(verb)
        deed = any(word.pos == "NOUN" and word.mention is None for word in subjects)
        return deed or verb.role == "adverbial"

    def _is_done(self, verb: Word, noun: Word) -> bool:
        """Whether one tells of what has been done, or does it: "announced the arrest of".

        « Assure la médiation » is no plan either.
        """
        if noun.pos in NOUNS and not self._lists.doing.isdisjoint(self._clauses.lemmas(verb)):
            return True
        told = noun.pos in NOUNS and not self._lists.achieved.isdisjoint(self._clauses.forms(noun))
        return told and not self._lists.telling.isdisjoint(self._clauses.lemmas(verb))

    def _ended(self, head: Word, inner: Word) -> list[str]:
        """Return what a verb says of some forms alone: "is said to have", "stopped sending"."""
        names, found = self._clauses.lemmas(head), []
        if names & self._lists.hearsay and self._clauses.is_passive(head):
            verbs = (inner, *self._tree.children(inner, "auxiliary"))
            infinitive = any("VerbForm=Inf" in item.features for item in verbs)
            found += ["possible"] if infinitive else []
        if names & self._lists.accusing and self._clauses.is_passive(head):
            found += [] if self._clauses.agents(head) else ["possible"]  # nobody says so
        if names.isdisjoint(self._lists.ending["verbs"]):
            return found
        now = inner.role == "subject_passive" and self._is_now(head)  # "talks are suspended"
        if now or self._lists.ending["form"] in inner.features:
            found.append("denied")
        return found

    def _leads(self, head: Word, inner: Word) -> bool:
        """Whether a word, or what stands at a verb, leaves open what follows: "had a right to"."""
        if inner.pos not in VERBS or self._is_finite(inner) or self._is_perfect(inner):
            return False
        if head.pos not in VERBS:
            return not self._lists.leading.isdisjoint((head.lemma, head.text))
        near = self._tree.words[max(0, inner.index - _NEAR) : inner.index]
        beside = [kid for kid in self._tree.children(head, *_LEADING) if kid in near]
        leading = any(not self._lists.leading.isdisjoint((kid.lemma, kid.text)) for kid in beside)
        return leading or head.text in self._lists.leading

    def _is_finite(self, verb: Word) -> bool:
        helping = (verb, *self._tree.children(verb, "auxiliary", "passive_auxiliary"))
        return any("VerbForm=Fin" in item.features for item in helping)

    def _is_wished(self, head: Word, inner: Word) -> bool:
        """Whether a verb asks somebody else to do something: "wants B to leave"."""
        if self._clauses.lemmas(head).isdisjoint(self._lists.wishing):
            return False
        own = self._tree.children(inner, *SUBJECTS)
        asked = [kid for kid in self._tree.children(head, "object") if kid.mention is not None]
        told = inner.role == "complement" and bool(own)
        return told or (inner.role == "infinitive" and bool(asked))

    def _is_needed(self, head: Word, inner: Word) -> bool:
        """Whether a clause tells what is necessary: "it is vital that A recognise B"."""
        if "Tense=Past" in inner.features and self._tree.children(inner, "auxiliary"):
            return False  # "it is important that A has recognised B"
        said = (head, *self._tree.children(head, *_JUDGING))
        return any(not self._lists.necessity.isdisjoint((item.lemma, item.text)) for item in said)

    def _is_futile(self, verb: Word) -> bool:
        """Whether trying came to nothing: "tried in vain to", "a tenté, sans succès, de"."""
        if not self.is_trying(verb):
            return False
        kids = [kid for kid in self._tree.children(verb) if kid.text in self._lists.futile]
        return any(kid.pos == "ADV" or kid.prep in self._lists.without for kid in kids)

    def is_borne_out(self, verb: Word) -> bool:
        """Return whether what came of trying shows that it was done: "tried to, wounding two"."""
        tried = (verb, *self._tree.children(verb, "infinitive"))
        kids = [kid for word in tried for kid in self._tree.children(word, *_RESULTS)]
        told = [kid for kid in kids if not {"VerbForm=Inf", "VerbForm=Fin"} & kid.features]
        return any(kid.lemma in self._lists.harming and kid.index > verb.index for kid in told)

    def _is_now(self, verb: Word) -> bool:
        """Whether a verb in the passive tells how things stand."""
        held = self._tree.children(verb, "passive_auxiliary")
        return any({"VerbForm=Fin", "Tense=Pres"} <= item.features for item in held)

    def _is_perfect(self, verb: Word) -> bool:
        """Whether a verb is a perfect infinitive: "avoir livré", "to have met"."""
        past = self._tree.children(verb, "auxiliary") if "Tense=Past" in verb.features else []
        return any("VerbForm=Inf" in item.features for item in past)

    def _judged(self, head: Word, inner: Word) -> list[str]:
        """Return what an adjective behind a copula says of its subject: "an attack is possible"."""
        if inner.role not in _JUDGED:
            return []
        # "juge probable une attaque", whose adjective some parsers take for the verb
        odd = inner.role == "object" and not self._tree.children(head, "auxiliary")
        found = list(self.listed(head, "adjectives")) if odd else []
        for kid in self._tree.children(head, *_JUDGING):
            states = kid.pos in ("ADJ", "ADV") or "VerbForm=Part" in kid.features
            found += list(self.listed(kid, "adjectives")) if states else []
            if kid.text in self._lists.affirming and self._negation.negates(head):
                found.append("denied")
        return found

    def _is_denied_twice(self, head: Word, inner: Word) -> bool:
        """Whether an adjective that denies is itself denied."""
        kids = self._tree.children(head, "attribute", "modifier")
        said = [item for kid in kids if kid.pos == "ADJ" for item in self.listed(kid, "adjectives")]
        return inner.role in SUBJECTS and "denied" in said

    def _awaits(self, head: Word) -> bool:
        """Whether what is planned has not come about: "has yet to"."""
        kids = self._tree.children(head, "adverb")
        return any(kid.text in self._lists.awaiting for kid in kids)

    def _is_achieved(self, adjective: Word) -> bool:
        """Whether what somebody was able to do was done: "was able to leave"."""
        if adjective.text not in self._lists.halves:
            return False
        head = self._tree.head(adjective)
        return (
            head is not None and "Tense=Past" in head.features and not self._negation.negates(head)
        )
