"""Why an article gives the statements that it gives, and no others.

The extraction itself is run and tells of its steps (``graph.extract.watch``);
nothing is worked out a second time here. What is shown of a text is what is read of it.
"""

from collections.abc import Iterable, Iterator

from graph.explain.recorder import Recorder
from graph.explain.records import Explained
from graph.extract import extract
from graph.extract.asread import as_read
from graph.knowledge import Knowledge
from graph.model import Article


def explain(articles: Iterable[Article], knowledge: Knowledge) -> Iterator[Explained]:
    """Yield each article, spelled as it is read, with what was made of its sentences, in order.

    Args:
        articles: With their language set, as ``extract`` takes them.
        knowledge: From ``graph.knowledge.load_knowledge``.

    Raises:
        KeyError: An article's language has no pack.
    """
    recorder = Recorder()
    for article, _ in extract(map(as_read, articles), knowledge, recorder):
        yield recorder.take(article)
