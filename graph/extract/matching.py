"""Where frames fit: every pattern at every word whose lemma it names.

Of several patterns that fit one pair at one word, the most specific counts. A
pattern that finds all its parts in the tree beats any that has to look for one
of its ends beside the predicate.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations, product

from graph.extract.echoed import echoed
from graph.extract.frames.entries import Entry
from graph.extract.frames.match import Judge, Match
from graph.extract.frames.patterns import Slot
from graph.extract.looked import Looked
from graph.extract.parsing.tree import Word
from graph.extract.slots.attempt import Filling
from graph.extract.slots.fill import Filler
from graph.extract.specific import best
from graph.extract.together import other_parties, outspoken
from graph.extract.unlikely import unlikely
from graph.extract.watch import NOBODY, Watcher
from graph.model import Actor
from graph.relations import STATE, Relation, relations
from graph.traits import has, is_domestic, stands_for_state

#: Who does it has what goes on with neither side, nor with another who does it.
_MEDIATES = "mediatesFor"

#: What a trade war is not, nor a war of words.
_ATTACKS = "attacks"

#: Relations that words of force tell of, which may be figures: "a trade war", "a trade truce"; or
#: words of gear, which may be no weapons; or of finding oneself somewhere.
_FORCEFUL = (_ATTACKS, "ceasesFireWith", "arms", "meets")

#: How many do something among themselves at most, and sign; more are the members of something.
_MANY, _SIGNED, _SIGNATORIES = 5, "signsAgreementWith", 7

#: What states do to each other by force, and persons only by their orders.
_FORCE = "material-conflict"


def matches(looked: Looked, judge: Judge, watcher: Watcher = NOBODY) -> list[Match]:
    """Return the best matches of a sentence, by place of the predicate.

    Args:
        looked: The sentence, from ``FrameIndex.look``.
        judge: Whether its predicates happened, for what later ones say was done likewise.
        watcher: Hears of what is tried.
    """
    found: list[Match] = []
    clauses, reference, there, tried = looked
    for word, filler, entries, unfit, echoing in tried:
        kept: list[Match] = []
        trial = _Trial(filler, word, watcher, judge)
        if unfit:
            filler.tell_unfit([pattern for _, pattern in trial.possible(unfit)], there)
        if entries and (fitting := trial.matches(entries)):
            kept = trial.worth_telling(best(fitting, watcher))
        if echoing and not kept:
            told, others = reference.repeated(clauses, word)
            kept = echoed(word, told, others, act=clauses.is_of_act(word)) if others else []
        if not kept:
            continue  # as at most words
        found += kept
        happened = judge(word)
        judged = [m if m.repeats else m._replace(repeats=happened) for m in kept]
        for match in judged:
            reference.address(match)
        parts = {part for match in found for part in match.words}
        reference.tell([match for match in judged if match.predicate not in parts])
    return outspoken(found + other_parties(found), judge, watcher) if found else []


class _Trial:
    """The frames at one word."""

    def __init__(self, filler: Filler, word: Word, watcher: Watcher, judge: Judge) -> None:
        self._filler, self._word, self._watcher, self._judge = filler, word, watcher, judge

    def matches(self, entries: Sequence[Entry]) -> list[Match]:
        """Return what fits: with all parts in the tree, or with one beside it, or one unsaid."""
        entries = [e for e in self.possible(entries) if self._filler.may_act(e[1])]
        if not entries:
            return []
        found: list[Match] = []
        stuck: list[tuple[Entry, Slot]] = []
        for entry in entries:
            if not entry[1].implied:
                if not self._filler.lacks(entry[1]):
                    found += self._fitting(entry, "")
                stuck += [(entry, self._filler.stuck)] if self._filler.stuck else []
        for loose in ("S", "O", "noun"):
            if found:
                return self._with_object(found)
            # Where another slot stayed empty than is looked for elsewhere now, it does so again.
            open_ = [
                entry
                for entry, slot in stuck
                if loose in (slot.kind, slot.name) and self._filler.may_loosen(slot, entry[1])
            ]
            found = [match for entry in open_ for match in self._fitting(entry, loose)]
        if found:
            return self._with_object(found)
        implied = (entry for entry in entries if entry[1].implied)
        return [match for entry in implied for match in self._fitting(entry, "")]

    def possible(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return the frames that may hold: those of refusals only where the word is denied."""
        refused = [frame for frame, _ in entries if frame.refused]
        if refused and self._judge(self._word) != "denied":
            return [entry for entry in entries if not entry[0].refused]
        return entries

    def _fitting(self, entry: Entry, loose: str) -> Iterator[Match]:
        frame, pattern = entry
        name = frame.relation
        filled = self._filler.fill(pattern, loose=loose, relation=name)
        if filled is None:
            return
        if name in _FORCEFUL and self._filler.is_figurative(pattern, filled[1], name):
            return
        if frame.affirmed and self._filler.is_negated(pattern):
            return
        pairs = _pairs(filled[0], relations()[name])
        # Who vows to fight B fights alone.
        alone = loose and pattern.part == "verb"
        if frame.mutual and not alone and self._judge(self._word) == "actual":
            pairs = [turned for pair in pairs for turned in (pair, pair[::-1])]
        for subject, object_ in pairs:
            state = stands_for_state(name, object_)
            pair = (subject, self._filler.struck(object_) if state else object_)
            match = Match(
                frame, pattern, self._word, *pair, bool(loose), tuple(filled[1]), filled[2]
            )
            if self._is_between_two(match):
                yield match

    def _is_between_two(self, match: Match) -> bool:
        """Whether a match is between two sides of the kinds that its relation holds between."""
        name = match.frame.relation
        standing = relations()[name].parent == STATE
        crowd = has(name, "popular")  # "Georgians marched against their president"
        same = _same(match.subject, match.object, office=standing or crowd or _is_taken(match))
        if same or (match.loose and standing):
            # whoever is named near "a member of B" need not be one
            self._watcher.dropped(match, "itself")
            return False
        if (reason := unlikely(match, self._filler.ends)) is not None:
            self._watcher.dropped(match, reason)
        return reason is None

    def worth_telling(self, found: Sequence[Match]) -> list[Match]:
        """Drop what is no affair between states: domestic politics, travel of private people."""
        kept = []
        for match in found:
            relation = relations()[match.frame.relation]
            pair = (match.subject, match.object)
            done = relation.parent != STATE
            if done and is_domestic(relation.name, *pair):
                self._watcher.dropped(match, "domestic")
            elif done and self._is_at_home(match):
                self._watcher.dropped(match, "home")
            elif not self._is_of_kind(match):
                self._watcher.dropped(match, "private")
            else:
                kept.append(match)
        return kept

    def _is_at_home(self, match: Match) -> bool:
        """Whether it is done to an unknown person in his own state, or by him; but for journeys."""
        bodily = has(match.frame.relation, "bodily")  # one goes to no state at home
        return not bodily and self._filler.is_home_affair(match.subject, match.object)

    def _is_of_kind(self, match: Match) -> bool:
        """Whether it is done between states: they go nowhere themselves, nor do they demonstrate.

        Those whom a state holds for common crimes are no affair of theirs.
        """
        if has(match.frame.relation, "penal") and self._filler.is_common_crime(match.object):
            return False
        if has(match.frame.relation, "popular"):
            return self._filler.ends.is_people(match.subject)
        if not has(match.frame.relation, "bodily"):
            return True
        sent = match.pattern.subject is not None and self._filler.moves_another(match.pattern)
        return self._is_embodied(match) and not (sent or self._filler.is_flight(match.object))

    def _is_embodied(self, match: Match) -> bool:
        """Whether somebody goes somewhere: A's envoy does, who left the government does not."""
        actor, ends = match.subject, self._filler.ends
        somebody = actor.kind == "person" or bool(match.words) or ends.is_embodied(actor)
        return somebody and ends.is_place(match.object)

    def _with_object(self, found: list[Match]) -> list[Match]:
        """Drop what several do among themselves where they do it with somebody else.

        Where that is only the place of it, "A and B signed a pact in C", they do it themselves.
        What one does to another has one end: "A's and B's withdrawal from C" is from C alone.
        """
        among = {m.frame.relation: m for m in found if m.pattern.among} | self._struck(found)
        if not among:  # as at most words
            return found
        seats = [m for m in found if m.frame.relation in among and self._is_seat(m)]
        outside = [m for m in found if not m.pattern.among and m not in seats]
        outward = {m.frame.relation: m for m in outside}
        ends = {m.subject.id: m for m in outside}
        between = {m.subject.id for m in outside if m.frame.relation == _MEDIATES}
        kept = []
        for match in found:
            several, relation = match.pattern.among, match.frame.relation
            if match in seats:
                self._watcher.dropped(match, "place", among[relation])
            elif several and {match.subject.id, match.object.id} <= between:
                self._watcher.dropped(match, "outward", ends[match.subject.id])
            elif several and relation in outward:
                self._watcher.dropped(match, "outward", outward[relation])
            elif several and match.subject.id in ends and not relations()[relation].symmetric:
                self._watcher.dropped(match, "outward", ends[match.subject.id])
            else:
                kept.append(match)
        return kept

    def _struck(self, found: list[Match]) -> dict[str, Match]:
        """Return what is done by force to others than the state where: "struck A's men in B"."""
        forced = [m for m in found if relations()[m.frame.relation].quad == _FORCE]
        return {
            m.frame.relation: m
            for m in forced
            if m.words and not self._filler.ends.is_seat(m.object) and m.object.kind == "group"
        }

    def _is_seat(self, match: Match) -> bool:
        relation = relations()[match.frame.relation]
        placed = relation.symmetric or relation.quad == _FORCE
        return placed and not match.pattern.among and self._filler.ends.is_aside(match)


def _is_taken(match: Match) -> bool:
    """Whether a state does to one of its own what it does to others: "arrested its mayor, X"."""
    ends = (match.subject.kind, match.object.kind)
    return has(match.frame.relation, "own") and ends == ("country", "person") and not match.loose


def _pairs(filling: Filling, relation: Relation) -> list[tuple[Actor, Actor]]:
    """Return the pairs of a filling."""
    if "S+" in filling and "O" not in filling:
        if len(filling["S+"]) > (_SIGNATORIES if relation.name == _SIGNED else _MANY):
            return []
        return list((combinations if relation.symmetric else permutations)(filling["S+"], 2))
    return list(product(filling.get("S") or filling.get("S+", []), filling.get("O", [])))


def _same(subject: Actor, object_: Actor, *, office: bool) -> bool:
    """Whether a pair is one actor, or, but for offices, a person and the state it acts for."""
    if subject.id == object_.id:
        return True
    own = subject.country is not None and subject.country == object_.country
    return own and not office and {"country", "person"} == {subject.kind, object_.kind}
