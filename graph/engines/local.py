"""Read articles on this machine, in this process or in several."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from graph.careful import Broken, Outcome, Read, read_all, read_one
from graph.engines.machine import room
from graph.engines.pool import Pool
from graph.knowledge import Knowledge
from graph.model import Article
from graph.wire import packed

Batch = Sequence[Article]

#: Characters of articles from which on several processes are quicker than one, though each of
#: them loads the parser: measured, ``docs/performance.md``.
PAYS = 600_000


def read(
    batches: Iterable[Batch],
    knowledge: Knowledge,
    workers: int | None = 1,
    begin: Callable[[Batch], Collection[str]] = lambda _: (),
    on_death: Callable[[Batch], object] = lambda _: None,
    *,
    names: bool = True,
) -> Iterator[list[Outcome]]:
    """Yield what becomes of the articles of each batch, in order; the same for any number.

    Args:
        batches: Taken as they are needed.
        knowledge: From ``load_knowledge``.
        workers: Processes that read; 1 for this one, None for what pays here.
        begin: Called with a batch before this process reads it and may die of it; returns the
            ids of articles that are to be read in a process of their own.
        on_death: Called with a batch at which a process died, before it is read again.
        names: Whether names that nobody is known by are counted.
    """
    several = partial(read_all, knowledge=knowledge, names=names)
    single = partial(read_one, knowledge=knowledge, names=names)
    if workers is None:
        workers, batches = _paying(batches)
    if workers == 1:
        for batch in batches:
            apart, rest = _parted(batch, begin(batch))
            yield [*_apart(apart, single), *several(rest)]
        return
    for batch, found in Pool(workers, partial(_packed, read=several)).map(batches):
        if found is None:
            on_death(batch)
        yield list(_apart(batch, single)) if found is None else found


def _packed(batch: Batch, read: Callable[[Batch], list[Outcome]]) -> list[Outcome]:
    """Read articles for another process: what they tell goes there fast, and is stored as it is."""
    return [
        replace(each, statements=packed(each.statements)) if isinstance(each, Read) else each
        for each in read(batch)
    ]


def _parted(batch: Batch, suspects: Collection[str]) -> tuple[list[Article], list[Article]]:
    """Return the articles of a batch that are suspected, and the others."""
    apart = [article for article in batch if article.id in suspects]
    return apart, [article for article in batch if article.id not in suspects]


def _paying(batches: Iterable[Batch]) -> tuple[int, Iterable[Batch]]:
    """Look ahead, and return how many processes pay, and the batches."""
    workers = room()
    if workers == 1:
        return 1, batches
    waiting, ahead, size = iter(batches), list[Batch](), 0
    while size < PAYS and (batch := next(waiting, None)):
        ahead.append(batch)
        size += sum(len(article.text) for article in batch)
    return workers if size >= PAYS else 1, chain(ahead, waiting)


def _apart(articles: Batch, single: Callable[[Article], Outcome]) -> Iterator[Outcome]:
    """Read articles one by one in a process of their own, which may die of one."""
    for article, found in Pool(1, single).map(articles):
        yield Broken(article, None) if found is None else found
