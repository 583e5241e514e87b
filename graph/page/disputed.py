"""Which statements of a tie contest each other, for the page."""

from collections import defaultdict
from collections.abc import Sequence

from graph.contests import Pair, denies
from graph.model import Tie

Sides = tuple[set[str], set[str]]


def sides_of(ties: Sequence[Tie], disputed: Sequence[Pair]) -> dict[int, Sides]:
    """Return the statements that say what a tie tells, and those that deny it.

    Args:
        ties: The ties.
        disputed: Pairs of a claim and its denial.

    Returns:
        Ids by the index of the tie, for ties of which somebody contests something.
    """
    pairs_of: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in disputed:
        for one in pair:
            pairs_of[one.id].append(pair)
    if not pairs_of:
        return {}
    found = {}
    for index, tie in enumerate(ties):
        pairs = [pair for each in tie.statements for pair in pairs_of.get(each.id, ())]
        if pairs:
            found[index] = _sides(tie, pairs)
    return found


def _sides(tie: Tie, pairs: Sequence[Pair]) -> Sides:
    """Return both sides; whoever else says what one voice contests is contested with it."""
    denials = {denial.id: denial for _, denial in pairs}
    same = {
        each.id
        for each in tie.statements
        if any(denies(denial, each) for denial in denials.values())
    }
    return {claim.id for claim, _ in pairs} | same, set(denials)
