"""The door for Python and notebooks: a graph of statements, and what can be asked of it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.actors.gazetteer import load_gazetteer
from graph.analysis import asof
from graph.analysis.between import among, ties_of
from graph.analysis.brief import brief
from graph.analysis.camps import Camps
from graph.analysis.changes import Comparison, Half
from graph.analysis.columns import columns_of
from graph.analysis.compare import DRAWS as SURER
from graph.analysis.corroborate import supports
from graph.analysis.index import DRAWS, tie_table
from graph.analysis.listed import Claims, Standings
from graph.analysis.lookup import find_actor
from graph.analysis.markup import Safe
from graph.analysis.notebook import table
from graph.analysis.periods import Period, period
from graph.analysis.report import Report
from graph.analysis.standing import standing
from graph.analysis.stats import Stats, stats
from graph.analysis.tables import Ties, frame
from graph.analysis.weighing import check_half_life, weighed_index, weighing
from graph.analysis.words import words
from graph.errors import InputError
from graph.export.jsonl import Saved, in_order
from graph.export.tables import COLUMNS, records
from graph.model import Actor, Article, Graph, Statement
from graph.network import to_networkx

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib


class KnowledgeGraph:
    """Statements that nothing changes, and views of them.

    Names of actors may be given as an id, an ISO code or any name; periods and dates as
    EDTF level 0: ``2014``, ``2014-03``, ``2013-06/2014-05``.
    """

    def __init__(
        self,
        statements: Iterable[Statement],
        *,
        at: Period | None = None,
        part_of: "KnowledgeGraph | None" = None,
        gazetteer: Path | None = None,
    ) -> None:
        """Hold statements.

        Args:
            statements: In any order, with any repetition. What can be gone through more than once
                is held as it is, so that ties of a large file need not fit into memory.
            at: The date that they are known as of; indexes then count down to it.
            part_of: The graph that this is a view of, whose actors can be asked for here too.
            gazetteer: A file of names of one's own, by which actors can be asked for too.
        """
        self._source = tuple(statements) if isinstance(statements, Iterator) else statements
        self._at = at
        self.gazetteer: Path | None = part_of.gazetteer if part_of else gazetteer
        self.whole: KnowledgeGraph = part_of.whole if part_of else self

    @classmethod
    def read(cls, path: str | Path, *, gazetteer: str | Path | None = None) -> "KnowledgeGraph":
        """Return what an earlier run wrote: a folder of ``build``, or a ``statements.jsonl``.

        Args:
            path: The folder or file.
            gazetteer: The file of names that was built with, so that they can be asked for.

        Raises:
            InputError: It cannot be read.
            DataFileError: `gazetteer` does not have the form it should.
        """
        saved = Saved(Path(path))
        next(iter(saved), None)  # so that what is no build is said to be none now
        return cls(saved, gazetteer=Path(gazetteer) if gazetteer is not None else None)

    @classmethod
    def from_articles(cls, articles: Iterable[Article]) -> "KnowledgeGraph":
        """Return what some articles say; reading them takes some seconds at first."""
        from graph.extract import extract
        from graph.knowledge import load_knowledge

        found = extract(list(articles), load_knowledge())
        return cls(statement for _, statements in found for statement in statements)

    @cached_property
    def statements(self) -> Sequence[Statement]:
        """The statements, each once, by article and place."""
        return tuple(in_order(set(self._source)))

    def __len__(self) -> int:
        """Return the number of statements."""
        return len(self.statements)

    def __iter__(self) -> Iterator[Statement]:
        """Yield the statements."""
        return iter(self.statements)

    def actor(self, name: str) -> Actor:
        """Return the actor that a name means.

        Raises:
            InputError: Nobody in the graph bears it.
        """
        known = load_gazetteer(self.gazetteer)
        return find_actor(self.whole.statements, name, known)

    def ties(
        self,
        one: str | None = None,
        other: str | None = None,
        *,
        during: str | None = None,
        step: str | None = None,
        half_life: float | None = None,
        directed: bool = False,
        by_actor: bool = False,
        dated: bool = False,
        draws: int = DRAWS,
    ) -> Ties:
        """Return cooperation and conflict between pairs (``graph.analysis.index`` has the formula).

        Args:
            one: Only pairs with this actor.
            other: Only the pair of the two.
            during: Only this period.
            step: A row for each ``month``, ``quarter`` or ``year``; None for one row.
            half_life: Steps after which an event counts half, months where there is no step.
            directed: Tell A to B from B to A.
            by_actor: Let everybody stand for himself, and nobody for a state.
            dated: Count only what the text gives a date for.
            draws: How often articles are drawn anew for the errors.

        Raises:
            UnknownNameError: There is no such step.
            InputError: There is no such actor, two are one, or the period or half-life is none.
        """
        check_half_life(half_life)
        ends = [self.actor(name).id for name in (one, other) if name is not None]
        if len(ends) > len(set(ends)):
            raise InputError(f"{one} and {other}", "are one actor", "Name two, or one alone")
        told = (each for each in among(self._source, ends) if each.date or not dated)
        columns = columns_of(told, by_actor=by_actor)
        weighed = weighing(during, None if step else self._at, half_life)
        index = weighed_index(columns, weighed, step=step, directed=directed, draws=draws)
        return ties_of(index, ends, None if step else weighed["half_life"])

    def as_of(self, date: str, *, maybe: bool = False) -> "KnowledgeGraph":
        """Return what had come about by the end of a date.

        Args:
            date: A day, a month or a year, of which the end counts.
            maybe: Keep also what may have happened by then: "2014" as of March 2014.

        Raises:
            InputError: The date is none.
        """
        at = period(date)
        known = asof.as_of(self.statements, at, maybe=maybe)
        return KnowledgeGraph(known, at=at, part_of=self)

    def during(self, dates: str) -> "KnowledgeGraph":
        """Return what lies, in part at least, in a period.

        Raises:
            InputError: The period is none.
        """
        return KnowledgeGraph(asof.during(self.statements, period(dates)), part_of=self)

    def standing(self, actor: str | None = None) -> Standings:
        """Return the relations, sanctions, offices and memberships that stand at the end.

        Args:
            actor: Only those of this actor, and of whoever acts for it.

        Raises:
            InputError: There is no such actor.
        """
        return Standings(standing(among(self._source, [self.actor(actor).id] if actor else [])))

    def compare(
        self, before: "str | KnowledgeGraph", after: str | None = None, *, draws: int = SURER
    ) -> Comparison:
        """Return what changed from one period to another, or from another graph to this one.

        Args:
            before: A period; or another graph, such as that of an older build.
            after: The later period; None to compare with another graph.
            draws: How often articles are drawn anew for how sure a change is.

        Raises:
            InputError: A period is none, or there is only one.
        """
        if isinstance(before, KnowledgeGraph):
            window = period(after) if after else None
            old = Half.of("before", before.statements, window)
            return Comparison(old, Half.of("after", self.statements, window), draws=draws)
        if after is None:
            fix = "Give the later one too, as in compare('2013', '2014'), or another graph"
            raise InputError(repr(before), "is one period, with nothing to compare", fix)
        halves = [Half.of(name, self.statements, period(name)) for name in (before, after)]
        return Comparison(halves[0], halves[1], draws=draws)

    def blocs(self, *, during: str | None = None) -> Camps:
        """Return blocs, balance, brokers and mediators, of a period or of all time.

        Raises:
            InputError: The period is none.
        """
        part = self.during(during) if during else self
        index = tie_table(columns_of(part), **weighing(during, self._at), draws=0)
        return Camps.of(index, part.statements)

    def claims(
        self, actor: str | None = None, *, contested: bool = False, least: int = 1
    ) -> Claims:
        """Return ties with how many articles and sources tell of them, the best told first.

        Args:
            actor: Only those of this actor, and of whoever acts for it.
            contested: Only those that one statement makes and another denies.
            least: Only those that at least so many independent articles tell of.

        Raises:
            InputError: There is no such actor.
        """
        told = supports(among(self._source, [self.actor(actor).id] if actor else []))
        known = [each for each in told if each.articles >= least]
        return Claims(each for each in known if each.contested or not contested)

    def report(self, actor: str, *, during: str | None = None, lang: str = "en") -> Report:
        """Return a brief on an actor.

        Args:
            actor: Whom it is on.
            during: Only this period.
            lang: The language it is written in: ``en`` or ``fr``.

        Raises:
            InputError: There is no such actor, or the period is none.
            UnknownNameError: Reports are not written in the language.
        """
        part = self.during(during) if during else self
        told = brief(part.statements, self.actor(actor), **weighing(during, self._at))
        return Report(told, words(lang))

    def stats(self) -> Stats:
        """Return how much there is of what."""
        return stats(self.statements)

    @property
    def graph(self) -> Graph:
        """The statements as the rest of the library takes them."""
        return Graph.of(self.statements)

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Return a node an actor, an edge a tie, keyed by relation."""
        return to_networkx(self.graph)

    def to_rdflib(self) -> "rdflib.Graph":
        """Return the triples."""
        from graph.rdf.view import to_rdflib

        return to_rdflib(self.graph)

    def to_pandas(self) -> "pd.DataFrame":
        """Return a row a statement, with the columns of ``statements.csv``.

        Raises:
            InputError: pandas is not installed.
        """
        return frame(list(records(self.statements)), COLUMNS)

    def __repr__(self) -> str:
        return f"KnowledgeGraph({len(self)} statements)"

    def _repr_html_(self) -> Safe:
        found = self.stats()
        counts = ("statements", "articles", "sources", "ties", "first", "last", "contested")
        return table(counts, [[getattr(found, name) for name in counts]])
