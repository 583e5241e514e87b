"""Every frame reads its own examples: those it must match and those it must not."""

from collections.abc import Mapping
from functools import cache

import pytest

from graph import languages
from graph.extract.frames.frame import Frame, read_frames
from graph.extract.reader import read as read_articles
from graph.extract.tools import make_tools
from graph.knowledge import load_knowledge
from graph.model import Article, Statement
from graph.relations import STATE, relations

FRAMES = [
    (lang, frame) for lang in languages.codes() for frame in read_frames(languages.load(lang))
]
every_frame = pytest.mark.parametrize(
    ("lang", "frame"), FRAMES, ids=lambda item: getattr(item, "id", item)
)

#: Relations that titles claim, for which no frame is needed.
BY_TITLE = {"leads", "holdsOfficeIn", "representsTo"}


def sentence(match: str) -> str:
    return match.split(": ", 1)[1]


def pairs(match: str) -> list[tuple[str, str]]:
    """Return the pairs that a match announces, as keys of the gazetteer."""
    announced = match.split(": ", 1)[0].split(", ")
    return [
        (subject.strip(), object_.strip())
        for subject, object_ in (pair.split(">") for pair in announced)
    ]


@cache
def read(lang: str) -> Mapping[str, list[Statement]]:
    """Return the statements of every example of a language, by sentence; parsed in one go."""
    knowledge = load_knowledge()
    tools = make_tools(knowledge.gazetteer, knowledge.packs[lang])
    texts = sorted(
        {text for frame in tools.frames for text in (*map(sentence, frame.matches), *frame.rejects)}
    )
    articles = [
        Article(str(at), text, published="2024-06-12", lang=lang) for at, text in enumerate(texts)
    ]
    return dict(zip(texts, read_articles(articles, tools), strict=True))


@every_frame
def test_matches(lang: str, frame: Frame) -> None:
    """Each example gives the relation between the pairs it announces."""
    gazetteer = load_knowledge().gazetteer
    symmetric = relations()[frame.relation].symmetric
    missing = []
    for match in frame.matches:
        statements = read(lang)[sentence(match)]
        found = {(s.subject.id, s.object.id) for s in statements if s.relation == frame.relation}
        found |= {(o, s) for s, o in found} if symmetric else set()
        wanted = {(gazetteer.actor(s).id, gazetteer.actor(o).id) for s, o in pairs(match)}
        if not wanted <= found:
            missing.append(match)
    assert missing == []


@every_frame
def test_rejects(lang: str, frame: Frame) -> None:
    """No counter-example gives the relation."""
    wrong = [
        text
        for text in frame.rejects
        if any(s.relation == frame.relation for s in read(lang)[text])
    ]
    assert wrong == []


@every_frame
def test_shows_both_sides(lang: str, frame: Frame) -> None:
    """A frame comes with sentences for and against, in its own language."""
    assert frame.id.startswith(f"{lang}.")
    assert frame.patterns
    assert frame.matches
    assert frame.rejects


@pytest.mark.parametrize("lang", languages.codes())
def test_every_relation_has_frames(lang: str) -> None:
    """Every relation of the vocabulary can be said in every language."""
    covered = {frame.relation for code, frame in FRAMES if code == lang}
    assert set(relations()) - covered <= BY_TITLE
    assert all(relations()[name].parent == STATE for name in BY_TITLE)
