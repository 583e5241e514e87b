"""A brief as blocks of text: what stands in which chapter, and in which words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import hypot

from graph.analysis.blocks import Block, Cite, Heading, Items, Paragraph, Plot, Runs, Strong, Table
from graph.analysis.brief import Brief
from graph.analysis.compare import Change, Side
from graph.analysis.evidence import Evidence
from graph.analysis.plots import Bar, history, history_lines, partner_lines, partners
from graph.analysis.standing import Standing
from graph.analysis.tables import TieRow
from graph.analysis.words import ENGLISH, Words
from graph.model import Actor, Statement

#: Partners that are listed and drawn, entries of any other list.
_PARTNERS, _ENTRIES = 15, 20


def blocks(brief: Brief, words: Words = ENGLISH) -> list[Block]:
    """Return a brief as blocks, in a language."""
    return list(_Briefing(brief, words, Evidence(words)).blocks())


@dataclass(frozen=True, slots=True)
class _Briefing:
    """A brief as it is told; what is cited is numbered as it comes."""

    brief: Brief
    words: Words
    evidence: Evidence

    def blocks(self) -> Iterator[Block]:
        """Yield all chapters, and the sentences that they cite."""
        for chapter in (
            *(self.opening, self.who, self.partners, self.trend),
            *(self.what, self.others, self.contested),
        ):
            yield from chapter()
        if self.evidence.entries:
            yield self.heading("evidence")
            yield Items(tuple(self.evidence.entries), numbered=True)
        yield Paragraph((self.words("method"),))

    def heading(self, key: str) -> Heading:
        """Return the heading of a chapter."""
        return Heading(2, self.words(key))

    def name(self, actor: Actor) -> str:
        """Return what an actor is called."""
        return self.words.name(actor)

    def opening(self) -> Iterator[Block]:
        """Yield the title, how much is told, and whom the actor is close to and at odds with."""
        words, brief = self.words, self.brief
        yield Heading(1, words("title", actor=self.name(brief.actor)))
        span = words("span", first=brief.first, last=brief.last) if brief.first else None
        told, articles = words("told", n=brief.statements), words("articles", n=brief.articles)
        scope = words("scope", told=told, articles=articles, span=span or words("no-dates"))
        yield Paragraph((f"{self.asked()}{scope}",))
        for key, sign in (("closest", 1), ("at-odds", -1)):
            rows = [row for row in brief.partners if _sure(row, sign)]
            if rows:
                yield Paragraph((Strong(words(key)), f"{words('colon')}{self.by_evidence(rows)}."))

    def asked(self) -> str:
        """Return what period or date was asked for, empty for all time."""
        if self.brief.as_of:
            return f"{self.words('as-of', date=self.brief.as_of)}. "
        return f"{self.brief.during}. " if self.brief.during else ""

    def by_evidence(self, rows: Sequence[TieRow]) -> str:
        """Return whom ties are with, those first that more than one article tells of."""
        told = [[row for row in rows if (row.articles > 1) is more] for more in (True, False)]
        many, one = (", ".join(self.name(self.partner(row)) for row in part[:5]) for part in told)
        alone = self.words("alone", actors=one) if one else ""
        return self.words("semicolon").join(filter(None, (many, alone)))

    def partner(self, row: TieRow | Change) -> Actor:
        """Return the other side of a tie."""
        return row.other if row.one.id == self.brief.actor.id else row.one

    def items(self, entries: Sequence[Callable[[], Runs]]) -> Items:
        """Return the first entries of a list, and how many more there are; only these are cited."""
        left = len(entries) - _ENTRIES
        more: list[Runs] = [(self.words("more", n=left),)] if left > 0 else []
        return Items((*(make() for make in entries[:_ENTRIES]), *more))

    def who(self) -> Iterator[Block]:
        """Yield who acts for it, and what stands."""
        if self.brief.people:
            yield self.heading("who")
            yield self.items([partial(self.person, each) for each in self.brief.people])
        if self.brief.standing:
            yield self.heading("stands")
            yield self.items([partial(self.stands, each) for each in self.brief.standing])

    def label(self, each: Standing) -> str:
        """Return what a state is called."""
        return each.state.label_fr if self.words.lang == "fr" else each.state.label

    def person(self, each: Standing) -> Runs:
        """Return who holds which office, and since when that is known."""
        own = each.object.id == self.brief.actor.id
        of = "" if own else f" {self.words('of', actor=self.name(each.object))}"
        office = f", {self.label(each)}{of}"
        return Strong(self.name(each.subject)), office, *self.known(each)

    def stands(self, each: Standing) -> Runs:
        """Return what stands between two, and since when that is known."""
        way = self.words("and") if each.state.pair else "→"
        ends = f"{self.name(each.subject)} {way} {self.name(each.object)}"
        return Strong(self.label(each)), f"{self.words('colon')}{ends}", *self.known(each)

    def known(self, each: Standing) -> Runs:
        """Return since when something is known to stand, with the first and last evidence."""
        since, last = each.days
        key = "told-since" if since != last else "told-once" if each.since == each.told else "dated"
        told = (each.statements[0], each.statements[-1])
        cites = dict.fromkeys(self.evidence.cite(one) for one in told)
        return f" ({self.words(key, since=since, told=last)}) ", *map(Cite, cites)

    def partners(self) -> Iterator[Block]:
        """Yield with whom there are ties, as a plot and as a table."""
        if not self.brief.partners:
            return
        words, rows = self.words, list(self.brief.partners[:_PARTNERS])
        yield self.heading("with-whom")
        bars = [self.bar(row) for row in rows]
        yield Plot(partners(bars, words), partner_lines(bars), self.caption(len(rows)))
        head = (
            *("partner", "cooperation", "conflict", "tone"),
            *("article-head", "source-head", "others-head"),
        )
        cells = tuple(map(self.row, rows))
        yield Table(tuple(map(words, head)), cells, frozenset({1, 2, 3, 4, 5}))

    def caption(self, shown: int) -> str:
        """Return what the plot of partners shows, and what it leaves out."""
        words, partners = self.words, self.brief.partners
        left, fading = len(partners) - shown, partners.half_life
        more = f"{words('semicolon')}{words('left-out', n=left)}" if left else ""
        fade = f" {words('fading', months=words.number(fading, 'g'))}" if fading else ""
        return f"{words('strongest')}{more}.{fade}"

    def bar(self, row: TieRow) -> Bar:
        """Return a partner as the plot has it."""
        errors = row.cooperation_error, row.conflict_error
        return Bar(self.name(self.partner(row)), row.cooperation, row.conflict, *errors)

    def row(self, row: TieRow) -> tuple[Runs, ...]:
        """Return a partner as the table has it."""
        number = self.words.number
        others = ", ".join(f"{count} {self.words(modality)}" for modality, count in row.others)
        return (
            (self.name(self.partner(row)),),
            (f"{number(row.cooperation)} ± {number(row.cooperation_error)}",),
            (f"{number(row.conflict)} ± {number(row.conflict_error)}",),
            (number(row.tone, "+z.1f"),),
            (str(row.articles),),
            (str(row.sources),),
            (others,),
        )

    def trend(self) -> Iterator[Block]:
        """Yield how it went over time, and what changed of late."""
        words, brief = self.words, self.brief
        if len(brief.history) > 1:
            yield self.heading("trend")
            lines = history_lines(brief.history, words)
            yield Plot(history(brief.history, words), lines, words("over-time"))
        if brief.changes:
            yield Paragraph((words("since", date=brief.since),))
            yield self.items([partial(self.change, each) for each in brief.changes])

    def change(self, change: Change) -> Runs:
        """Return which tie changed, how, and how sure that is."""
        share = self.words.number(100 * change.certainty, ".0f")
        sure = self.words("sure" if change.sure else "only-sure", share=share)
        tones = f"{self.tone(change.before)} → {self.tone(change.after)}"
        told = f"{self.words('colon')}{self.name(self.partner(change))} ({tones}, {sure})"
        return Strong(self.words(change.kind)), told

    def tone(self, side: Side) -> str:
        """Return the tone of a tie at one time."""
        if not side.weight:
            return self.words("no-tie")
        return self.words("tone-of", tone=self.words.number(side.tone, "+z.1f"))

    def what(self) -> Iterator[Block]:
        """Yield what happened."""
        if self.brief.events:
            yield self.heading("what")
            yield Items(tuple(map(self.told, self.brief.events)))

    def told(self, each: Statement) -> Runs:
        """Return a statement with its date, its source and its evidence."""
        by = self.words("according", source=each.said_by) if each.said_by else ""
        said = f"{self.words('colon')}{self.words.claim(each)}{by} "
        return Strong(self.words.when(each)), said, Cite(self.evidence.cite(each))

    def others(self) -> Iterator[Block]:
        """Yield what did not happen, or not yet."""
        if self.brief.others:
            yield self.heading("others")
            yield self.items([partial(self.other, each) for each in self.brief.others])

    def other(self, each: Statement) -> Runs:
        """Return a statement with what it is: planned, possible, requested or denied."""
        return (f"{self.words(each.modality)}, ", *self.told(each))

    def contested(self) -> Iterator[Block]:
        """Yield what one says and another denies."""
        if self.brief.contested:
            yield self.heading("contested")
            pairs = [each.contested[0] for each in self.brief.contested]
            yield self.items([partial(self.both, *pair) for pair in pairs])

    def both(self, said: Statement, denied: Statement) -> Runs:
        """Return a claim, and who says and who denies it."""
        cites = [Cite(self.evidence.cite(each)) for each in (said, denied)]
        opening = self.words("both", claim=self.words.claim(said))
        return opening, cites[0], self.words("and-denied"), cites[1]


def _sure(row: TieRow, sign: int) -> bool:
    """Return whether a tie is of a sign, by a point or more, and by more than its errors."""
    error = hypot(row.cooperation_error, row.conflict_error)
    return row.tone * sign >= 1 and row.net * sign > error
