"""How good an extraction is, against articles annotated by hand.

To evaluate is to compare sets: ``gold`` reads the annotation, ``claims`` puts
both sides into one shape, ``figures`` and ``details`` count, ``report`` holds
what they count.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.actors.units import build_lexicon, cut
from graph.errors import UnknownNameError
from graph.evaluate.claims import Linked, Sheet, sheet
from graph.evaluate.gold import GoldArticle
from graph.evaluate.report import Report, report
from graph.extract import extract
from graph.extract.prepare import Prepared
from graph.extract.watch import Watcher
from graph.knowledge import Knowledge
from graph.model import Article, Sentence, Statement
from graph.relations import relations

__all__ = ["Report", "compare_to", "evaluate"]


def evaluate(gold: Sequence[GoldArticle], knowledge: Knowledge) -> Report:
    """Read the articles and return what that is worth.

    Args:
        gold: From ``graph.evaluate.gold.read_gold``.
        knowledge: From ``graph.knowledge.load_knowledge``.
    """
    linker = _Linked(knowledge)
    read = extract((item.article for item in gold), knowledge, linker)
    sheets: list[Sheet] = [
        sheet(item, statements, linker.linked[item.article.id])
        for item, (_, statements) in zip(gold, read, strict=True)
    ]
    return report(sheets)


def compare_to(gold: Sequence[GoldArticle], statements: Iterable[Statement]) -> Report:
    """Return what statements that were found earlier are worth.

    Args:
        gold: From ``graph.evaluate.gold.read_gold``.
        statements: Of any articles; those of articles that gold lacks are left out.

    Raises:
        UnknownNameError: A statement has a relation that is not of the vocabulary.
    """
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.relation not in relations():
            raise UnknownNameError("relation", statement.relation, relations())
        by_article[statement.evidence.source.article].append(statement)
    sheets = [sheet(item, by_article.pop(item.article.id, []), None) for item in gold]
    return report(sheets, list(by_article))


class _Linked(Watcher):
    """Keeps the actors that the mentions of each article stand for, and the states it names."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._gazetteer = knowledge.gazetteer
        self._lexicons = {
            code: build_lexicon(knowledge.gazetteer, pack) for code, pack in knowledge.packs.items()
        }
        self.linked: dict[str, Linked] = {}

    def article(self, prepared: Prepared, titles: Sequence[Statement]) -> None:  # noqa: ARG002
        """A title stands for whoever bears it, and for the state of which it is."""
        cast = prepared.cast
        actors = [actor for item in cast.mentions for actor in item.actors]
        actors += [claim.of for claim in cast.claims]
        named = self._named(prepared.article)
        self.linked[prepared.article.id] = Linked(tuple(actors), frozenset(named))

    def _named(self, article: Article) -> Iterator[str]:
        """Yield the codes of the states of which any word of a text is a name."""
        whole = [Sentence(0, len(article.text))]
        found = cut(article.text, whole, self._lexicons[article.lang or ""], article.published)
        keys = (name.key for unit in found.units for name in unit.names)
        yield from (key for key in keys if key in self._gazetteer.countries)
