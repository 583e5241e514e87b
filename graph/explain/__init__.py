"""Why an article gives the statements that it gives, and no others.

The extraction itself is run and tells of its steps (``graph.extract.watch``);
nothing is worked out a second time here.
"""

from collections.abc import Iterable, Iterator

from graph.explain.recorder import Recorder
from graph.explain.records import Explained
from graph.extract import extract
from graph.knowledge import Knowledge
from graph.model import Article


def explain(articles: Iterable[Article], knowledge: Knowledge) -> Iterator[Explained]:
    """Yield each article with what was made of its sentences, in the order given.

    Args:
        articles: With their language set, as ``extract`` takes them.
        knowledge: From ``graph.knowledge.load_knowledge``.

    Raises:
        KeyError: An article's language has no pack.
    """
    recorder = Recorder()
    for article, _ in extract(articles, knowledge, recorder):
        yield recorder.take(article)
