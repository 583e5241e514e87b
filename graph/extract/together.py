"""What the matches of one sentence say together: who else took part, and what is told twice."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extract.reference.salience import side
from graph.extract.watch import Watcher
from graph.relations import relations

if TYPE_CHECKING:
    from graph.extract.frames.match import Judge, Match
    from graph.extract.parsing.word import Word

_MEDIATES, _MET, _PHONED, _LEAVES = "mediatesFor", "meets", "phones", "withdrawsForcesFrom"
_ACCUSES, _REJECTS, _REQUESTS = "accuses", "rejects", "requests"
_AGREES, _COOPERATES, _EXTRADITES = "agreesWith", "cooperatesWith", "extraditesTo"

#: What somebody says of what was done to him.
_JUDGES = ("criticizes", "accuses", "protestsTo")

#: What a refusal spares somebody.
_HARM = ("verbal-conflict", "material-conflict")

#: Roles of a verb that says what another refuses, or agrees to.
_REFUSED = ("infinitive", "complement", "adverbial")
_AGREED = (*_REFUSED, "participle", "gerund", "conjunct")

#: What one does that goes to somebody, or receives him.
_TRAVELS = ("visits", "hosts")


def other_parties(found: "Sequence[Match]") -> "list[Match]":
    """Return the mediations for whoever a sentence names together with the one party said.

    "A left the accord with B, brokered by C": C mediated for both.
    """
    said = [match for match in found if match.frame.relation == _MEDIATES]
    if not said:  # as in most sentences
        return []
    ends = {(match.subject, match.object) for match in said}
    more = [
        match._replace(object=other)
        for match in said
        if len({end for subject, end in ends if subject == match.subject}) == 1
        for pair in found
        if pair.frame.relation != _MEDIATES and match.object in (pair.subject, pair.object)
        for other in (pair.subject, pair.object)
        if other.kind != "person" and other.id != match.object.id
    ]
    mediators = {side for match in said for side in (match.subject.id, match.subject.country)}
    apart = [m for m in more if m.object.id not in mediators and m.object.country not in mediators]
    return list({(match.subject.id, match.object.id): match for match in apart}.values())


def outspoken(found: "list[Match]", judge: "Judge", watcher: Watcher) -> "list[Match]":
    """Drop what a noun says of a pair where a verb has used it up: "lifted its sanctions on".

    Whoever acts for a state counts for it: "A's president froze A's aid to B".

    Args:
        found: The matches of a sentence.
        judge: Whether its predicates happened.
        watcher: Hears of what is dropped.
    """
    if len(found) == 1:  # as in most sentences
        return found
    used = {
        (word.index, _states(match)): match
        for match in found
        for word in match.words
        if word is not match.predicate
    }
    told = {
        (word.index, match.frame.relation): match
        for match in found
        for word in match.words
        if word is not match.predicate and not match.loose
    }
    found = _intending(_refusing(_declined(found, watcher), judge, watcher), watcher)
    found = _leaving(_afar(found, watcher), watcher)
    users = [match for match in found if match.predicate.pos == "NOUN" and match.words]
    kept = []
    for match in found:
        winner = used.get((match.predicate.index, _states(match)))
        winner = winner or next((user for user in users if _lies_within(user, match)), None)
        held = match.pattern.answered or (winner is not None and _is_kept(winner, match))
        full = told.get((match.predicate.index, match.frame.relation)) if match.loose else None
        if full is not None and full.subject == match.subject:
            watcher.dropped(match, "spoken", full)  # "hit A with sanctions for arming B"
        elif winner is None or held or _goes_on(winner, match):
            kept.append(match)
        elif pair_of(winner) == pair_of(match) or _differ(winner, match):
            watcher.dropped(match, "spoken", winner)
        else:
            kept.append(match)
    return kept


def _lies_within(user: "Match", match: "Match") -> bool:
    """Whether a noun has used up what a verb above it seems to act on: "announced a halt of aid".

    That holds of what it says of the same two sides, unless the verb's pattern has the noun too.
    """
    inside = [word for word in user.words if word.head == user.predicate.index]
    apart = user.predicate is not match.predicate and user.predicate not in match.words
    shared = any(word in match.words for word in inside)
    return apart and shared and match.loose and _states(user) == _states(match)


def _leaving(found: "list[Match]", watcher: Watcher) -> "list[Match]":
    """Drop whoever wants troops to leave where it is said what: "asked A to withdraw from B"."""
    leaving = [match for match in found if match.frame.relation == _LEAVES]
    left = {match.subject.id: match for match in leaving if not _is_wanted(match)}
    kept = []
    for match in found:
        wanted = match.frame.relation == _LEAVES and _is_wanted(match)
        winner = left.get(match.subject.id) if wanted else None
        if winner is None:
            kept.append(match)
        else:
            watcher.dropped(match, "spoken", winner)
    return kept


def _is_wanted(match: "Match") -> bool:
    """Whether the object of a match is the subject of its verb: who wants something done."""
    subject = match.pattern.subject
    return subject is not None and subject.name == "O"


def _declined(found: "list[Match]", watcher: Watcher) -> "list[Match]":
    """Drop the mediation that is turned down: "refused the mediation offered by B"."""
    refusals = [match for match in found if match.frame.relation == _REJECTS]
    kept = []
    for match in found:
        offers = match.frame.relation == _MEDIATES
        nouns = {match.predicate, *match.words}
        refusal = next(
            (r for r in refusals if r.object == match.subject and not nouns.isdisjoint(r.words)),
            None,
        )
        if offers and refusal is not None:
            watcher.dropped(match, "spoken", refusal)
        else:
            kept.append(match)
    return kept


def _refusing(found: "list[Match]", judge: "Judge", watcher: Watcher) -> "list[Match]":
    """Keep a refusal, or the deed that is refused: "refused to arm B" turns B down, no more.

    Who refuses to do somebody harm turns nobody down: "A refused to expel B's envoy"; nor who
    "did not rule out" arming B.
    """
    refused = {
        (match.predicate.head, _states(match)): match
        for match in found
        if _is_refused(match.predicate)
    }
    handed = {match.predicate.head: match for match in found if match.frame.relation == _EXTRADITES}
    losers: dict[int, Match] = {}
    for match in found:
        complement = any(slot.kind == "infinitive" for slot in match.pattern.slots)
        deed = refused.get((match.predicate.index, _states(match))) if complement else None
        turned = match.frame.relation == _REJECTS and (
            match.frame.deniable or judge(match.predicate) != "denied"
        )
        if deed is not None and turned:
            harm = relations()[deed.frame.relation].quad in _HARM
            losers[id(match if harm else deed)] = deed if harm else match
        given = handed.get(match.predicate.index) if complement else None
        person = match.frame.relation == _REJECTS and match.object.kind == "person"
        if given is not None and person and given.object != match.object:
            losers[id(match)] = given  # "refused to hand over X to B" turns down B, not X
    for match in found:
        if id(match) in losers:
            watcher.dropped(match, "spoken", losers[id(match)])
    return [match for match in found if id(match) not in losers]


def _afar(found: "list[Match]", watcher: Watcher) -> "list[Match]":
    """Drop the meeting of two who only talk from afar: "A and B held phone talks and discussed"."""
    calls = {
        (at, pair_of(match)): match
        for match in found
        if match.frame.relation == _PHONED
        for at in (match.predicate.index, match.predicate.head)
    }
    kept = []
    for match in found:
        joined = match.frame.relation == _MET and match.predicate.role == "conjunct"
        call = calls.get((match.predicate.head, pair_of(match))) if joined else None
        if call is None or not match.pattern.among:
            kept.append(match)
        else:
            watcher.dropped(match, "spoken", call)
    return kept


def _is_refused(verb: "Word") -> bool:
    """Whether a verb may say what another refuses: not when, "stopped it after A had left"."""
    apart = verb.role == "adverbial" and "VerbForm=Fin" in verb.features
    return verb.role in _REFUSED and not apart


def _intending(found: "list[Match]", watcher: Watcher) -> "list[Match]":
    """Drop the mere cooperation that two agree on, or are ready for: they have said no more yet."""
    agreed = {(m.predicate.index, _states(m)): m for m in found if m.frame.relation == _AGREES}
    heads = {match.predicate.index: match.predicate.head for match in found}
    kept = []
    for match in found:
        word, pair = match.predicate, _states(match)
        above = word.head
        seen = {word.index}
        inside = match.frame.relation == _COOPERATES and word.role in _AGREED
        while inside and (above, pair) not in agreed and above in heads and above not in seen:
            seen.add(above)
            above = heads[above]
        if inside and (above, pair) in agreed:
            watcher.dropped(match, "spoken", agreed[above, pair])
        else:
            kept.append(match)
    return kept


def _is_kept(user: "Match", match: "Match") -> bool:
    """Whether a verb only speaks of what its noun says that the other side asked, or did to it."""
    return _is_answered(user, match) or _is_judged(user, match)


def _is_judged(judgement: "Match", deed: "Match") -> bool:
    """Whether somebody condemns what was done to himself: "A denounced B's raid on its soil"."""
    harm = deed.predicate.pos == "NOUN" and relations()[deed.frame.relation].quad in _HARM
    told = harm and judgement.frame.relation in _JUDGES
    return told and (deed.subject, deed.object) == (judgement.object, judgement.subject)


def _is_answered(answer: "Match", charge: "Match") -> bool:
    """Whether one refuses what the other charges or asks: "A dismissed B's demand that it pay"."""
    told = charge.frame.relation in (_ACCUSES, _REQUESTS) and answer.frame.relation == _REJECTS
    return told and (charge.subject, charge.object) == (answer.object, answer.subject)


def _goes_on(journey: "Match", talks: "Match") -> bool:
    """Whether one meets whom one travels to, or receives: "was in Baku for talks with A".

    So does one travel who does something meanwhile: "signed a pact during A's visit to B".
    """
    first, second = journey.frame.relation, talks.frame.relation
    held = talks.predicate
    own = held.role == "oblique" and held.head == journey.predicate.index and not talks.loose
    meanwhile = first not in _TRAVELS and second in _TRAVELS
    return own and (meanwhile or (first in _TRAVELS and second == _MET))


def _differ(first: "Match", second: "Match") -> bool:
    return first.frame.relation != second.frame.relation


def pair_of(match: "Match") -> frozenset[str]:
    """Return the two actors of a match, whoever acts."""
    return frozenset((match.subject.id, match.object.id))


def _states(match: "Match") -> frozenset[str]:
    return frozenset(map(side, (match.subject, match.object)))


def only_convenes(match: "Match") -> bool:
    """Return whether an organisation only calls what others meet at: "at a G7 summit, A met B"."""
    beside = match.loose and match.predicate.role == "oblique" and match.predicate.pos == "NOUN"
    return beside and match.frame.relation == _MET and match.subject.kind == "organisation"
