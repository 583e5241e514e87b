"""What the dates of one sentence stand for, given what its article named before."""

from collections.abc import Sequence
from functools import cached_property

from graph.extract.grammar.scope import Tense
from graph.extract.parsing.tree import Word
from graph.extract.setting.lastdates import LastDates
from graph.extract.setting.when import When
from graph.text import edtf
from graph.text.dates import DateSpan, resolve
from graph.text.datesetting import Setting
from graph.text.datesome import some_time

#: Years from which on something is of long ago.
_LONG_AGO = 2

#: Kinds of date of what happens once, and days through which the present may tell of it.
_POINTS, _WEEK = ("calendar", "numeric", "shift"), 7

#: Kinds of date that something else may be counted from.
_STARTS = (*_POINTS, "since")

_TWO = 2
_DAY = len("2023-10-12")


class Days:
    """Resolves the dates of a sentence's predicates."""

    def __init__(
        self,
        when: When,
        spans: Sequence[DateSpan],
        published: str | None,
        setting: Setting | None,
        named: LastDates,
    ) -> None:
        """Look at a sentence.

        Args:
            when: Which predicates its expressions belong to.
            spans: The expressions.
            published: The day the article appeared, ISO 8601, or None.
            setting: The date that a heading sets for it.
            named: What the text named before.
        """
        self._when, self._spans, self._setting = when, spans, setting
        self._anchor = setting.anchor if setting else published
        given = LastDates(first=named.first) if named.headed and not setting else named.older
        self._named = given.then(setting.date) if setting else given

    def of(self, word: Word, *, own: bool, future: bool | None) -> str | None:
        """Return the date of a predicate: of the surest group of expressions that gives one.

        Args:
            word: The predicate.
            own: Whether only its own clause counts.
            future: Whether it is about the future; None where it may lie on either side.
        """
        for spans in self._when.spans(word, own=own):
            group = [span for span in spans if not self._is_out(word, span, future=future)]
            if found := self._sharpest(group, future=future):
                return found
            # "for the first time since May" is no date, and leaves room for another
            if any(span.kind == "unknown" and not span.parts for span in group):
                return None
        if self._setting is None or own or not self._when.is_main(word):
            return None
        return self._setting.date

    def _is_out(self, word: Word, span: DateSpan, *, future: bool | None) -> bool:
        """Whether an expression cannot date a predicate, so that it dates something else with it.

        What is still to come has not been so since then; what is told in the present, and the date
        behind it, "blames Moscow for the attack of 4 March", did not happen long ago.
        """
        if future is not False or span.kind == "since":
            return future is not False and span.kind == "since"
        # As under a year in "2000: A visits B in May".
        told_of_then = self._anchor is None or self._setting is not None
        if told_of_then or span.kind not in _POINTS or not self._when.is_now(word, span):
            return False
        value = self._resolve(span, self._before[span.start])
        if value is None:
            return False
        week = edtf.move(edtf.bounds((self._anchor or "")[:_DAY])[0], "day", -_WEEK)
        return edtf.bounds(value)[1] < week

    def is_ahead(self, word: Word, *, scheduled: bool = False) -> bool:
        """Return whether a predicate, told as a fact, is dated to days after publication.

        Args:
            word: The predicate.
            scheduled: Whether the present tells of it as arranged: "flies out on Friday".
        """
        if self._anchor is None or not self._spans:
            return False
        arranged = scheduled and self._setting is None and self._when.is_present(word)
        for spans in self._when.spans(word, own=False):
            told = [span for span in spans if not span.previous]  # "le lendemain" is of the tale
            found = [
                self._resolve(span, self._before[span.start], future=arranged and _is_bare(span))
                for span in told
            ]
            days = [day for day in found if day]
            if days:
                return edtf.bounds(days[0])[0] > edtf.bounds(self._anchor[:_DAY])[1]
        return False

    def lasting(self, date: str | None) -> str | None:
        """Return the time through which ties stand whose anniversary, or start, a sentence names.

        Args:
            date: The date that their predicate has without that.
        """
        if self._anchor is None or (date and "/" in date):
            return date
        now = edtf.bounds(self._anchor[:_DAY])[0]
        years = next((span.amount for span in self._spans if span.kind == "anniversary"), None)
        named = [self._resolve(span, self._before[span.start]) for span in self._spans]
        began = [value for value in (date, *named) if value and "/" not in value]
        if years is not None:
            since = f"{now.year - years:04}"
            began = [*(value for value in began if value[:4] == since), since]
        old = [value for value in began if int(value[:4]) <= now.year - _LONG_AGO]
        end = edtf.write(now, edtf.precision(old[0])) if old else ""
        return edtf.interval(old[0], end) if old else date

    def begun(self, date: str | None) -> str | None:
        """Return when what has stood up to publication was concluded: "a treaty since 1965".

        Args:
            date: The date of its predicate; any but an interval up to publication stays as it is.
        """
        start, _, end = (date or "").partition("/")
        return start if end and self._anchor and self._anchor.startswith(end) else date

    @property
    def opening(self) -> tuple[str, Tense] | None:
        """What an expression that opens the sentence stands for, with the tense of its clause."""
        found = self._when.opening
        value = self.resolve(found[0], future=False) if found else None
        return (value, found[1]) if found and value else None

    def limit(self, word: Word) -> str | None:
        """Return the date up to which a predicate's own clause says that it did not hold."""
        ends = [span for span in self._when.own(word) if span.kind == "until" and span.parts]
        if not ends:
            return None
        return self._resolve(ends[0].parts[0], self._before[ends[0].start])

    def resolve(self, span: DateSpan, *, future: bool | None) -> str | None:
        """Return when something happened that one expression dates, EDTF, or None."""
        ways = (True, False) if future is None else (future,)
        values = [self._resolve(span, self._before[span.start], future=way) for way in ways]
        value = self._nearest([value for value in values if value])
        return some_time(span, value, self._anchor) if value else None

    def _resolve(self, span: DateSpan, named: LastDates, *, future: bool = False) -> str | None:
        if span.forward and named == LastDates():
            return None
        anchor = self._anchor if future else named.era(span, self._anchor)
        previous = named.before(span)
        if previous is None and named.point and _counts_days(span):
            return named.point  # "in January A left; the next day B did"
        return resolve(span, published=anchor, previous=previous, future=future)

    @property
    def left(self) -> LastDates:
        """What later sentences count from: the last date of a main clause, or else any."""
        steps = self._steps if self._spans else []
        main = (named for _, _, named, main in reversed(steps) if main)
        last = next(main, steps[-1][2] if steps else self._named)
        headed = self._setting is not None
        return last if last.headed == headed else last._replace(headed=headed)

    def _nearest(self, values: Sequence[str]) -> str | None:
        """Return the date nearest to publication."""
        if len(values) < _TWO or self._anchor is None:
            return next(iter(values), None)
        today = edtf.bounds(self._anchor[:_DAY])[0]
        return min(values, key=lambda value: abs((edtf.bounds(value)[0] - today).days))

    def _sharpest(self, spans: Sequence[DateSpan], *, future: bool | None) -> str | None:
        """Return the first date, or one inside it: "il y a trente ans, le 31 août 1994"."""
        plain = sorted(spans, key=lambda span: span.kind == "then")
        dates = [day for span in plain if (day := self.resolve(span, future=future))]
        inside = [day for day in dates if edtf.within(day, dates[0])]
        return min(inside, key=edtf.length) if inside else None

    @cached_property
    def _before(self) -> dict[int, LastDates]:
        steps = self._steps
        return {item.start: before for span, before, _, _ in steps for item in (*span.parts, span)}

    @cached_property
    def _steps(self) -> list[tuple[DateSpan, LastDates, LastDates, bool]]:
        """Every expression, what was named before it and once it is, and if in a main clause."""
        named, steps = self._named, []
        for span in self._spans:
            before, main = self._known(span, named), self._is_main(span)
            if span.forward:
                before = self._counted(span, named)
            elif value := self._resolve(span, before):
                named = named.then(value, main=main)
            steps.append((span, before, named, main))
        return steps

    def _known(self, span: DateSpan, named: LastDates) -> LastDates:
        """Return what an expression counts from: ", which A at once rejected" of its sentence."""
        owner = self._when.owner(span) if span.kind == "then" and named.age > 0 else None
        apart = owner is not None and owner.role == "relative"
        return LastDates(first=named.first) if apart else named

    def _counted(self, span: DateSpan, named: LastDates) -> LastDates:
        """Return what a count up to something starts from: the date of the clause beside it.

        What is told in the present is of the day of publication: "two weeks after A left, B says".
        """
        verbs = self._when.beside(span)
        verb = verbs[0] if verbs else None
        ways = (False,) if verb is None or self._when.is_narrative(verb) else (False, True)
        held = [item for item in self._spans if self._when.meet(item, span)]
        held += [item for verb in verbs for item in self._when.own(verb)]
        held += [item for item in reversed(self._spans) if item.end <= span.start]
        dates = [item for item in held if _is_start(item)]
        values = [self._resolve(item, named, future=way) for item in dates[:1] for way in ways]
        value = self._nearest([value.split("/")[0] for value in values if value])
        if value is None and verb is not None and self._when.is_present(verb):
            value = (self._anchor or "")[:_DAY]
        return LastDates().then(value)

    def _is_main(self, span: DateSpan) -> bool:
        owner = self._when.owner(span)
        return owner is not None and self._when.is_main(owner)


def _is_start(span: DateSpan) -> bool:
    """Whether something else may be counted from an expression."""
    return span.kind in _STARTS and not span.forward


def _is_bare(span: DateSpan) -> bool:
    """Whether an expression is a weekday and no more."""
    return span.weekday is not None and span.day is None and span.way == 0


def _counts_days(span: DateSpan) -> bool:
    """Whether an expression counts days from one that was named: "two days later"."""
    counting = span.forward or (span.kind == "shift" and span.previous)
    return bool(counting) and span.unit == "day" and not span.whole
