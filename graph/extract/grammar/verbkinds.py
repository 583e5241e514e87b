"""What kinds of verb there are, and which of them a word is: passive, half-auxiliary, answering."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from graph.extract.grammar.lists import verb_lists
from graph.extract.once import frozen, once
from graph.extract.parsing.tree import Tree, Word
from graph.extract.parsing.word import PAST

#: Words whose names are kept at most: many times what a day of news has.
_KEPT = 16_000

#: Classes of words that may be verbs, so that their names are those of verbs too.
_NAMED_AS_VERBS = ("VERB", "AUX", "ADV", "PROPN")

#: Roles of what belongs to a verb and makes another of it: "se rendre", "hit out".
_JOINED = ("reflexive", "particle", "adverb")


class _Forms:
    """The names under which frames may list a word of one language, by itself."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._plural: str = table["plural"]
        self._infinitives: dict[str, list[str]] = {}
        """What may stand in the place of each ending."""
        for infinitive, endings in table["verb_endings"].items():
            for ending in endings:
                self._infinitives.setdefault(ending, []).append(infinitive)
        self._longest = max(map(len, self._infinitives), default=0)
        self._known: dict[tuple[str, str, bool], frozenset[str]] = {}

    def of(self, lemma: str, text: str, *, verbal: bool) -> frozenset[str]:
        """Return the names of a word by its lemma and its text, as a verb or not."""
        return self._known.get((lemma, text, verbal)) or self._learnt(lemma, text, verbal=verbal)

    def of_all(self, words: Sequence[Word]) -> list[frozenset[str]]:
        """Return the names of some words, each as what the parser takes it for."""
        known = self._known  # looked into here, as most have been met
        keys = [(word.lemma, word.text, word.pos in _NAMED_AS_VERBS) for word in words]
        return [known.get(key) or self._learnt(*key[:2], verbal=key[2]) for key in keys]

    def _learnt(self, lemma: str, text: str, *, verbal: bool) -> frozenset[str]:
        names = {lemma, text, text.rstrip(self._plural)}
        for at in range(max(0, len(text) - self._longest), len(text) + 1) if verbal else ():
            if text[at:] in self._infinitives:  # as few ends are
                names.update([text[:at] + each for each in self._infinitives[text[at:]]])
        if len(self._known) >= _KEPT:
            self._known.clear()
        found = self._known[lemma, text, verbal] = frozenset(names)
        return found


class _Words:
    """What one language lists of verbs in ``parser.toml``, for all its sentences."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.forms = _Forms(table)
        self.relatives = frozen(table["relative_subject"], table["relative_object"])
        self.passive = frozen(table["passive_auxiliary"])
        self.particles = frozen(table["particles"])
        self.inverting = frozen(table["inverted"], table["charging"])
        self.company = frozen(table["company"])


_words = once(_Words)


class VerbKinds:
    """Tells what the verbs of one sentence are."""

    def __init__(self, tree: Tree, table: Mapping[str, Any], verbs: Mapping[str, Any]) -> None:
        """Look at a tree with the language's ``parser.toml`` and ``verbs.toml``."""
        self.tree = tree
        self.table = table
        self._lists = lists = verb_lists(verbs)
        self._kinds = lists.kinds
        self.prompting = lists.prompting
        self.companions = lists.companions
        self.mutual = lists.mutual
        self.opposed = lists.opposed
        self.remote = lists.remote
        self.during = lists.during
        self.echoing = lists.echoing
        words = _words(table)
        self._forms = words.forms
        self._relatives, self._particles = words.relatives, words.particles
        self._passive, self._inverting = words.passive, words.inverting
        self.company = words.company
        #: The places of words that may have names with what belongs to a verb; most have none.
        self._joining = {word.head for word in tree.words if word.role in _JOINED}
        if not tree.spoken.isdisjoint(self._particles):
            self._joining.update([w.index - 1 for w in tree.words[1:] if w.text in self._particles])
        #: The names of all words in order, as parsed: all are asked for.
        self.names = self._forms.of_all(tree.words)
        for at in self._joining:
            word = tree.words[at]
            self.names[at] = self._listed(word, tree.children(word), self.names[at])
        #: The names of words as verbs, by their places.
        self._verbal_names: dict[int, frozenset[str]] = {}
        self._passives: dict[int, bool] = {}

    def lemmas(self, word: Word, *, verbal: bool = False) -> frozenset[str]:
        """Return the names under which frames may list a predicate.

        Args:
            word: The predicate.
            verbal: Whether to take it for a verb, whatever the parser takes it for.
        """
        if not verbal:
            return self.names[word.index]
        found = self._verbal_names.get(word.index)
        if found is None:
            found = self._forms.of(word.lemma, word.text, verbal=True)
            if word.index in self._joining:
                found = self._listed(word, self.tree.children(word), found)
            self._verbal_names[word.index] = found
        return found

    def forms(self, noun: Word) -> frozenset[str]:
        """Return the names under which frames may list a noun."""
        return self._forms.of(noun.lemma, noun.text, verbal=False)

    def is_of(self, kind: str, verb: Word, *, verbal: bool = False) -> bool:
        """Return whether a word is a verb of a kind.

        Args:
            kind: A section of ``verbs.toml`` with lemmas.
            verb: The word.
            verbal: Whether to take it for a verb, whatever the parser takes it for.
        """
        return not self._kinds[kind].isdisjoint(self.lemmas(verb, verbal=verbal))

    def is_whither(self, word: Word, verb: Word) -> bool:
        """Return whether a word is only whither others are driven: « expulsés vers A »."""
        return word.prep in self.table["heading"] and self.is_of("driving", verb)

    def _listed(self, word: Word, kids: Sequence[Word], names: frozenset[str]) -> frozenset[str]:
        """Return the names of a word with what belongs to a verb: "se_rendre", "hit_out"."""
        particles: list[str] = []
        for kid in kids:
            if kid.role == "reflexive":
                return frozenset(f"se_{name}" for name in names)
            if kid.role in ("particle", "adverb"):
                particles.append(kid.text)
        particles += [kid.prep for kid in self.behind_particle(word) if kid.prep]
        if not particles:
            return names
        phrasal = {f"{name}_{particle}": name for name in names for particle in particles}
        alone = names - {name for whole, name in phrasal.items() if whole in self._kinds["apart"]}
        return alone.union(phrasal)

    def behind_particle(self, verb: Word) -> list[Word]:
        """Return what follows a particle parsed as a preposition: "called in the envoy"."""
        words, at = self.tree.words, verb.index + 1
        if at == len(words) or (particle := words[at].text) not in self._particles:
            return []
        return [kid for kid in self.tree.children(verb, "oblique") if kid.prep == particle]

    def railed_at(self, verb: Word, done: Word) -> list[Word]:
        """Return at whom a verb rails for what an infinitive or gerund tells that they did."""
        if done.prep not in self._lists.railing_for or not self.is_of("railing", verb):
            return []
        kids = self.tree.children(verb, "oblique")
        return [
            kid for kid in kids if kid.prep in self._lists.railing_at and kid.mention is not None
        ]

    def answers(self, verb: Word) -> bool:
        """Return whether a verb does or refuses what its object asks for."""
        return self.is_of("answering", verb)

    def judges(self, verb: Word) -> bool:
        """Return whether a verb tells its object what to do, or judges it for what it did."""
        return self.is_of("object_control", verb)

    def owns(self, verb: Word) -> bool:
        """Return whether what a verb is done to is its agent's: "positions held by A"."""
        return self.is_of("owning", verb, verbal=True)

    def sends(self, verb: Word) -> bool:
        """Return whether what a verb is done to strikes at its subject's hands: "fired"."""
        return self.is_of("sending", verb)

    def is_served(self, word: Word) -> bool:
        """Return whether somebody is only for whom a verb's subject works: "spied for A"."""
        verb = self.tree.head(word)
        if verb is None or word.prep not in self._lists.served:
            return False  # neither in "suspected of theft for A"
        return verb.lemma in self.table["charged"] or self.is_of("serving", verb, verbal=True)

    def holds(self, verb: Word) -> bool:
        """Return whether what a verb is coined of is whose it names: "a Turkish-held village"."""
        return self.owns(verb) or bool(self.lemmas(verb, verbal=True) & self._lists.holding)

    def takes_sides(self, verb: Word) -> bool:
        """Return whether a verb's subject is with or against what others undertake."""
        return bool(self.lemmas(verb) & self._lists.siding)

    def ascribes(self, verb: Word) -> bool:
        """Return whether a verb says who did what its object names: "an attack blamed on A"."""
        return verb.lemma in self._lists.ascribing

    def lets_others(self, verb: Word) -> bool:
        """Return whether a verb's subject lets others do what its object names: "brokered"."""
        return self.is_of("mediation", verb)

    def goes(self, verb: Word) -> bool:
        """Return whether whoever a verb's subject is with goes there too: "left for A with B"."""
        return self.is_of("going", verb)

    def lends(self, verb: Word) -> bool:
        """Return whether a verb's subject does what its object names: "made a proposal"."""
        return self.is_of("support", verb)

    def strikes(self, verb: Word) -> bool:
        """Return whether a verb is of force, or of launching what strikes: "fired a missile"."""
        if self._lists.forceful.isdisjoint(self.names[verb.index]):  # as of most
            return False
        if self.is_of("striking", verb):
            return True
        kids = self.tree.children(verb, "object")
        return any(not self._lists.launched.isdisjoint(self.forms(kid)) for kid in kids)

    def seeks(self, verb: Word) -> bool:
        """Return whether its subject asks for what its object names: "demanded the release"."""
        return self.is_of("seeking", verb)

    def is_whose(self, word: Word) -> bool:
        """Return whether a word is a relative that says whose something is."""
        return word.text in self.table["relative_possessive"]

    def is_passive(self, verb: Word) -> bool:
        """Return whether a verb's grammatical subject is acted on."""
        known = self._passives.get(verb.index)
        if known is None:
            known = self._passives[verb.index] = self._is_passive(verb)
        return known

    def _is_passive(self, verb: Word) -> bool:
        kids = self.tree.children(verb)
        roles = {kid.role for kid in kids}
        if "reflexive" in roles or self.is_of("never_passive", verb):
            return False
        if "passive_auxiliary" in roles:
            return True
        past = verb.features >= PAST and "Aspect=Prog" not in verb.features
        auxiliaries = [kid for kid in kids if kid.role in ("auxiliary", "copula")]
        if auxiliaries:
            return past and any(word.lemma in self._passive for word in auxiliaries)
        if verb.role == "modifier":
            return bool(self.compounded(verb))
        head = self.tree.head(verb)
        if verb.role in ("conjunct", "complement") and head is not None:
            beheld = verb.role == "complement"  # "saw its envoys expelled"
            told = self.is_of("beholding", head) if beheld else self.is_passive(head)
            return past and bool(told)
        past = past and verb.role in ("participle", "adverbial", "root")
        return past and ("subject" not in roles or self._is_headlined(verb))

    def _is_headlined(self, verb: Word) -> bool:
        """Whether a participle has an agent though no auxiliary: "A invited to Paris by B"."""
        kids = self.tree.children(verb)
        by = [kid for kid in kids if kid.prep in self.table["agent_prepositions"]]
        named = any(kid.mention is not None for kid in by)
        return named and not any(kid.role == "object" for kid in kids)

    def is_duty(self, verb: Word) -> bool:
        """Return whether a clause says what its subject has to do ("Israel must leave")."""
        kids = self.tree.children(verb, "auxiliary")
        must = any(self.is_of("obligation", word) for word in (verb, *kids))
        # "would have to pay" asks for nothing
        has = verb.lemma in self._lists.obliging and not kids
        has = has and bool(self.tree.children(verb, "infinitive"))
        return must or has or self.is_wished(verb)

    def is_wished(self, verb: Word) -> bool:
        """Return whether a clause is in the bare form of wishes ("insists that A leave")."""
        acting = self.tree.children(verb, "subject") if verb.role == "complement" else []
        if not acting:
            return False
        marked = verb.prep is not None or bool(self.tree.children(verb, "marker"))
        single = any("Number=Sing" in word.features for word in acting) and len(acting) == 1
        present = "Tense=Pres" in verb.features and verb.text == verb.lemma
        bare = "VerbForm=Inf" in verb.features or (present and single)
        return marked and bare and not self.tree.children(verb, "auxiliary")

    def may_oblige(self, names: AbstractSet[str]) -> bool:
        """Return whether a verb that says what somebody has to do is among some."""
        modal = not self._kinds["obligation"].isdisjoint(names)
        return modal or not self._lists.obliging.isdisjoint(names)

    def compounded(self, verb: Word) -> list[Word]:
        """Return whom a compound participle names: "the Omani-mediated talks"."""
        if verb.role != "modifier":
            return []
        kids = self.tree.children(verb, "adverb", "compound", "modifier", "other", "subject")
        return [kid for kid in kids if kid.mention is not None and kid.index < verb.index]
