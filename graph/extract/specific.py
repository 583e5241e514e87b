"""Which of the frames that fit at one predicate count: for each pair the most specific."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extract.together import pair_of
from graph.extract.watch import Watcher
from graph.relations import relations
from graph.traits import has

if TYPE_CHECKING:
    from graph.extract.frames.match import Match
    from graph.model import Actor

#: Relations of words that stand beside the act that is promised or agreed on.
_SAID = frozenset({"agreesWith", "pledgesTo"})

_SIGNED = "signsAgreementWith"

#: Whoever signs a truce also observes it; whoever thanks in a letter does both.
_APART = frozenset({_SIGNED, "writesTo"})

#: What says all that there is to a note of protest, or to an exchange of letters.
_NOTES = ("protestsTo", "exchangesLettersWith")

#: Whoever receives somebody for talks also meets him; whoever talks from afar does not.
_RECEIVED, _MET, _PHONED = "hosts", "meets", "phones"

_ASKED, _PLEDGED, _THREATENED = "requests", "pledgesTo", "threatens"

#: What states do to each other by force.
_FORCE = "material-conflict"

#: A relation, or a request for what it says, and its pair.
_Told = frozenset[tuple[str, frozenset[str]]]


def best(found: "Sequence[Match]", watcher: Watcher) -> "list[Match]":
    """Keep, for each pair at one predicate, the most specific match.

    What is agreed, promised or asked for counts beside the promise: "promised them a loan". So do
    talks beside the welcome, a truce beside its signature, and a letter or call beside what it
    says. But who strikes a deal strikes nobody, and who promises a blow promises nothing.
    """
    if len(found) == 1:  # as at many words
        return list(found)
    told = frozenset(
        (name, pair_of(match))
        for match in found
        for name in (match.frame.relation, f"{match.frame.modality} {_ASKED}")
    )
    found = [m for m in found if m.frame.relation != _MET or (_PHONED, pair_of(m)) not in told]
    kept: dict[tuple[str, frozenset[str]], Match] = {}
    first: list[Match] = []
    for match in sorted(found, key=_precedence):
        winner = kept.setdefault((_kind(match, told), pair_of(match)), match)
        if winner.frame is match.frame and not _is_turned(match, winner):
            first.append(match)
        else:
            watcher.dropped(match, "specific", winner)
    unique = {(m.frame.relation, m.subject.id, m.object.id): m for m in reversed(first)}
    told_of = list(unique.values())
    return [match for match in told_of if not _is_vaguer(match, told_of, watcher)]


def _is_vaguer(match: "Match", others: "Sequence[Match]", watcher: Watcher) -> bool:
    """Whether a state does, or undergoes, only what somebody who acts for it is told to.

    That is one deed, told of twice: "X and his ministers came", "B's leader" by name and by title.
    """
    for other in others:
        if _is_sent_off(other, match):
            watcher.dropped(match, "specific", other)
            return True
        if other.frame.relation == match.frame.relation and _is_finer(other, match):
            watcher.dropped(match, "specific", other)
            return True
    return False


def _is_sent_off(match: "Match", other: "Match") -> bool:
    """Whether an envoy is only told to do what is done to his state: "ordered envoy X to leave"."""
    asked = other.frame.relation == _ASKED and has(match.frame.relation, "for_state")
    return asked and match.subject == other.subject and _acts_for(other.object, match.object)


def _is_finer(match: "Match", other: "Match") -> bool:
    """Whether one names a person where another names the state that he acts for.

    Of one pattern both may be told of whom it is done to: "thanked B and its president".
    """
    ends, pair = (other.subject, other.object), (match.subject, match.object)
    turned = [pair[::-1]] if relations()[match.frame.relation].symmetric else []
    both = match.pattern is other.pattern and match.subject == other.subject
    both = both and not match.pattern.among
    return not both and any(
        each != ends and all(a == b or _acts_for(b, a) for a, b in zip(ends, each, strict=True))
        for each in (pair, *turned)
    )


def _acts_for(person: "Actor", state: "Actor") -> bool:
    """Whether one is a person who acts for the other, a state."""
    acting = person.kind == "person" and state.kind == "country"
    return acting and person.country == state.country


def _is_turned(match: "Match", winner: "Match") -> bool:
    """Whether one reads the sides of another turned round: "the departure from A of B's men".

    That is so beside a pattern of a noun that names both sides behind it.
    """
    onesided = not relations()[match.frame.relation].symmetric
    named = winner.pattern.subject is None and winner.predicate.pos == "NOUN"
    other = match.pattern is not winner.pattern and not match.pattern.among
    return onesided and named and other and match.subject == winner.object != winner.subject


def _precedence(match: "Match") -> tuple[bool, int, str, str]:
    """Return what goes first: what a denial makes, then the most specific."""
    return (not match.frame.refused, -match.size, match.frame.id, match.pattern.text)


def _kind(match: "Match", told: _Told) -> str:
    """Return what a match competes with: those of one kind exclude each other."""
    relation, pair = match.frame.relation, pair_of(match)
    if relation in _APART and not any((note, pair) in told for note in _NOTES):
        return relation
    if relation == _PHONED and match.words:
        return relation  # whoever thanks "by phone"; "ring" alone may be another verb
    if relations()[relation].quad == _FORCE and (_SIGNED, pair) in told:
        return _SIGNED
    received = relation == _RECEIVED and (_MET, pair) in told
    asked = relation == _ASKED and (f"requested {_ASKED}", pair) in told
    threat = relation == _PLEDGED and (_THREATENED, pair) in told
    return "said" if received or asked or (relation in _SAID and not threat) else "done"
