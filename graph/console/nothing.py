"""What is said where nothing is found: one line, with what may help."""

from collections.abc import Iterable, Iterator, Sequence, Sized
from typing import TYPE_CHECKING

from graph.terminal import Line, line, one_line

if TYPE_CHECKING:
    from graph.analysis import KnowledgeGraph
    from graph.analysis.changes import Half

#: Longest hint, in signs.
_WIDE = 160


def or_nothing(
    lines: Iterable[Line], found: Sized, what: str, hints: Iterable[str]
) -> Iterator[Line]:
    """Yield lines; where nothing is found, one that says so, with hints."""
    if len(found):
        yield from lines
    else:
        yield line(" ".join([f"No {what} found.", *(one_line(hint, _WIDE) for hint in hints)]))


def of_sides(*sides: "Half") -> Iterator[str]:
    """Yield which sides of a comparison nothing is told of: all of the other is new, or gone."""
    for name in dict.fromkeys(side.name for side in sides if not side.statements):
        yield f"Nothing is told of {name}."


def of_time(known: "KnowledgeGraph", *asked: str | None) -> Iterator[str]:
    """Yield of what time anything is told, where a time is asked for; or that nothing is."""
    from graph.analysis.asof import days_of

    if not known.whole.statements:
        yield "It holds no statements; 'diplograph explain' says why an article gives none."
    days = [days for each in known.whole if (days := days_of(each))] if any(asked) else []
    if days:
        first, last = min(first for first, _ in days), max(last for _, last in days)
        yield f"What is told is of {first} to {last}."


def of_part(known: "KnowledgeGraph", *asked: str | None) -> Iterator[str]:
    """Yield that no statement is of the time that is asked for, how many there are, and of when."""
    if count := len(known.whole.statements):
        many = "The 1 statement is not" if count == 1 else f"None of the {count} statements is"
        yield f"{many} of that time."
    yield from of_time(known, *asked)


def of_actors(known: "KnowledgeGraph", *names: str | None) -> Iterator[str]:
    """Yield as whom actors count who do not stand for themselves."""
    from graph.analysis.columns import node_of

    for actor in map(known.actor, filter(None, names)):
        node = node_of(actor)
        if node.id != actor.id:
            yield f"{actor.label} counts as {node.label}; --by-actor tells them apart."


def of_options(**given: object) -> Iterator[str]:
    """Yield which of some options, by their names, may be left out."""
    named = [f"--{name.replace('_', '-')}" for name, value in given.items() if value]
    if named:
        yield f"Leave out {' or '.join(named)} for more."


def of_sentences(lengths: Sequence[int], number: int | None, text: str) -> Iterator[str]:
    """Yield why no sentence is shown, of articles that have so many each."""
    most = max(lengths)
    if number is not None and number > most:
        what = "1 sentence" if most == 1 else f"{most} sentences"
        which = "longest article" if len(lengths) > 1 else "article"
        yield f"The {which} has {what}. Give --sentence a number up to {most}."
    else:
        where = f" {number}" if number else ""
        fix = "Leave out --sentence" if number else "Give less of it to --match"
        yield f"No sentence{where} holds {one_line(text, _WIDE)!r}. {fix}."


def of_least(known: "KnowledgeGraph", least: int) -> Iterator[str]:
    """Yield how many articles tell of the tie that is told best, where more are asked for."""
    best = max((each.articles for each in known.claims()), default=0)
    if least > best > 0:
        count = "1 article tells" if best == 1 else f"{best} articles tell"
        yield f"At most {count} of one tie: --least {best} is the most to ask for."
