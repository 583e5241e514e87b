"""Why a relation cannot hold between two whom a pattern found: "captured Goma" arrests nobody."""

from graph.extract.frames.match import Match
from graph.extract.slots.ends import Ends
from graph.extract.together import only_convenes
from graph.extract.watch import Reason
from graph.relations import relations
from graph.traits import allowed, has

_ATTACKS, _AIDS, _MEDIATES, _LEADS = "attacks", "aids", "mediatesFor", "leads"
_FORCE = "material-conflict"


def unlikely(match: Match, ends: Ends) -> Reason | None:
    """Return what speaks against a match, or None where nothing does.

    Args:
        match: All its slots are filled.
        ends: Through which words.
    """
    if not allowed(match.frame.relation, match.subject, match.object):
        return "kinds"
    if only_convenes(match):
        return "convenes"
    if ends.is_sought(match):
        return "sought"
    return "brokered" if ends.is_brokered(match) else _unhurt(match, ends)


def _unhurt(match: Match, ends: Ends) -> Reason | None:
    """Return why force, help, an arrest or a lead is not of whom it seems to be of."""
    relation = match.frame.relation
    sides = (match.object, match.subject)  # who fights what is fought by it
    if relation in (_ATTACKS, _AIDS) and any(map(ends.is_matter, sides)):
        return "matter"  # "will not help A's exports"
    if relation == _LEADS and ends.is_part(match.object):
        return "part"
    if relation == _ATTACKS and ends.is_seat(match.object) and ends.is_own_harm(match):
        return "own"
    if relation == _MEDIATES and not match.loose and ends.is_venue(match.object):
        return "town"
    if has(relation, "penal") and not match.words and ends.is_town(match.object):
        return "town"
    return "near" if _is_beside_a_person(match) else None


def _is_beside_a_person(match: Match) -> bool:
    """Whether what a noun says a state does was laid on a person named near it.

    Whoever spoke of "the sanctions on Russia" has not imposed them.
    """
    force = relations()[match.frame.relation].quad == _FORCE
    near = match.loose and match.pattern.part == "noun" and match.subject.kind == "person"
    return near and force
