"""Lists that show themselves: as lines at a prompt of Python, as a table in a notebook."""

from graph.analysis.corroborate import Support
from graph.analysis.evidence import name, verb
from graph.analysis.markup import Safe
from graph.analysis.notebook import table
from graph.analysis.show import claims_lines, standing_lines
from graph.analysis.standing import Standing
from graph.terminal import printed

#: Ties that a prompt shows.
_TOP = 10


class Standings(list[Standing]):
    """What stands, by state, the latest first."""

    def __repr__(self) -> str:
        return printed(standing_lines(self))

    def _repr_html_(self) -> Safe:
        rows = [
            (each.state.label, name(each.subject), name(each.object), each.since, each.told)
            for each in self
        ]
        return table(("what", "", "", "since", "last told"), rows)


class Claims(list[Support]):
    """How well ties are told, the best told first."""

    def __repr__(self) -> str:
        return printed(claims_lines(self, _TOP))

    def _repr_html_(self) -> Safe:
        rows = [
            (
                name(each.tie.subject),
                verb(each.tie.relation),
                name(each.tie.object),
                *(each.articles, each.sources, len(each.contested)),
            )
            for each in self
        ]
        return table(("", "", "", "articles", "sources", "contested"), rows)
