"""What reading costs beside the plain pipeline of spaCy, and writing beside rdflib.

Bounds lie far under what is measured (see benchmarks/extract.py and rdf.py), so that they hold on
any machine and under any load: they catch what makes something several times slower.
"""

import gzip
import json
import time
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path

import pytest

from graph.actors.link import Linker
from graph.export import export
from graph.extract import extract
from graph.extract.parse import BATCH, load_parser
from graph.knowledge import load_knowledge
from graph.model import Article, Graph
from graph.rdf.view import to_rdflib
from graph.text.sentences import split
from tests.samples import MEETS

TRAINING = Path(__file__).parents[1] / "training"
ARTICLES, ROUNDS = 8, 2

# How often what we do fits into the time of the plain pipeline, at least.
PARSING, READING = 1.8, 0.5
#: How much of the time of parsing linking takes, at most.
LINKING = 0.5

# How often our Turtle fits into the time of rdflib's, at least.
WRITING = 30


def _least(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the quickest of several rounds."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_reading_takes_no_longer_than_it_should(lang: str) -> None:
    with gzip.open(TRAINING / f"{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, ARTICLES)]
    knowledge = load_knowledge()
    model = knowledge.packs[lang].tables["parser"]["model"]
    plain, parser = import_module(model).load(), load_parser(model)
    sentences = [text[s.start : s.end] for text in texts for s in split(text, lang)]
    articles = [
        Article(str(number), text, published="2024-05-06", lang=lang)
        for number, text in enumerate(texts)
    ]
    parsed = _least(lambda: list(parser.tokens(map(parser.cut, sentences), BATCH)))
    assert _least(lambda: list(plain.pipe(sentences))) / parsed > PARSING
    read = _least(lambda: list(extract(articles, knowledge)))
    assert _least(lambda: list(plain.pipe(texts))) / read > READING


def test_writing_takes_no_longer_than_it_should(tmp_path: Path) -> None:
    """Both begin with the same statements, which are in order."""
    places = [replace(MEETS.evidence, start=n, end=n + 9) for n in range(1000)]
    found = [replace(MEETS, evidence=place, said_by="a diplomat") for place in places]
    own = _least(lambda: export(found, tmp_path / "own.ttl", "ttl"))
    graph = Graph.of(found)
    theirs = _least(lambda: to_rdflib(graph).serialize(tmp_path / "theirs.ttl"))
    assert theirs / own > WRITING


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_linking_takes_a_small_part_of_what_parsing_does(lang: str) -> None:
    with gzip.open(TRAINING / f"{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, ARTICLES)]
    knowledge = load_knowledge()
    pack = knowledge.packs[lang]
    linker, parser = Linker(knowledge.gazetteer, pack), load_parser(pack.tables["parser"]["model"])
    spans = [split(text, lang) for text in texts]
    sentences = [text[s.start : s.end] for text, cut in zip(texts, spans, strict=True) for s in cut]
    cast = _least(
        lambda: [linker.cast(t, cut, "2024-05-06") for t, cut in zip(texts, spans, strict=True)]
    )
    parsed = _least(lambda: list(parser.tokens(map(parser.cut, sentences), BATCH)))
    assert cast < parsed * LINKING
