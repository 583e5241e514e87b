"""What goes on between states until it ends: whoever stops it is not told to do it no more."""

from collections.abc import Sequence

from graph.model import Statement
from graph.relations import relations

#: What goes on between states until it ends: no visit, which is cancelled.
_LASTING = "material-cooperation"

#: What says that something ends.
_STOPPING = "suspendsCooperationWith"


def is_stopped(denied: Statement, said: Sequence[Statement]) -> bool:
    """Return whether one says only that what another ends goes on no more: "stopped arming A"."""
    if denied.modality != "denied" or relations()[denied.relation].quad != _LASTING:
        return False
    pair = {denied.subject.id, denied.object.id}
    ends = [each for each in said if each.relation == _STOPPING and each.modality == "actual"]
    return any({each.subject.id, each.object.id} == pair for each in ends)
