"""Articles to statements.

``extract`` is the one way in. It does no input or output but for the parser's
model; articles are read in batches, so that sentences of many are parsed together.

``asread`` has odd characters read as usual ones, ``prepare`` finds names and the sentences worth
it, ``reader`` reads articles, ``sentence`` one sentence of them. Each folder is a step, and knows
only those before it::

    selection    which sentences are worth a parse
    parsing      text to a tree of words, with the parser's errors put right
    grammar      verbs and their arguments by role
    frames       what a predicate says of two actors, as records
    reference    from words to actors
    unsaid       actors that a clause leaves to the text around it
    slots        the arguments of a predicate that fill a frame's pattern
    factuality   whether it happened
    setting      when and where
    attribution  who says so

``matching`` finds the frames that fit, ``specific`` and ``together`` which of them count.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from graph.extract.asread import odd
from graph.extract.batches import batches
from graph.extract.reader import read
from graph.extract.tools import Tools, make_tools
from graph.extract.watch import NOBODY, Watcher
from graph.knowledge import Knowledge
from graph.model import Article, Statement


def extract(
    articles: Iterable[Article], knowledge: Knowledge, watcher: Watcher = NOBODY
) -> Iterator[tuple[Article, list[Statement]]]:
    """Yield each article with its statements, in the order given.

    Args:
        articles: With their language set to one that ``knowledge`` has a pack for.
        knowledge: From ``graph.knowledge.load_knowledge``.
        watcher: Hears of every step.

    Raises:
        KeyError: An article's language has no pack.
    """
    for batch in batches(articles):
        yield from zip(batch, _read(batch, knowledge, watcher), strict=True)


@lru_cache(maxsize=8)
def _tools(knowledge: Knowledge, lang: str) -> Tools:
    return make_tools(knowledge.gazetteer, knowledge.packs[lang])


def _read(batch: list[Article], knowledge: Knowledge, watcher: Watcher) -> list[list[Statement]]:
    found: dict[int, list[Statement]] = {}
    others = {at: usual for at, each in enumerate(batch) if (usual := odd(each))}
    for lang in sorted({article.lang or "" for article in batch}):
        own = [at for at, article in enumerate(batch) if article.lang == lang]
        articles = [others[at].article if at in others else batch[at] for at in own]
        found.update(zip(own, read(articles, _tools(knowledge, lang), watcher), strict=True))
    for at, usual in others.items():
        found[at] = [usual.restored(each) for each in found[at]]
    return [found[at] for at in range(len(batch))]
