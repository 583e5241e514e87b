"""What reading costs beside the plain pipeline of spaCy, and writing beside rdflib.

Bounds lie far under what is measured (see benchmarks/extract.py and rdf.py), so that they hold on
any machine and under any load: they catch what makes something several times slower.
"""

import gc
import gzip
import json
import re
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path

import pytest

from graph.actors.link import Linker
from graph.export import export
from graph.extract import extract
from graph.extract.frames.frame import Frame
from graph.extract.frames.match import Match
from graph.extract.frames.patterns import Noun, Pattern
from graph.extract.looked import FrameIndex
from graph.extract.matching import matches
from graph.extract.parsing.parse import BATCH, load_parser
from graph.extract.reader import read
from graph.extract.sentence import Reading
from graph.extract.tools import make_tools
from graph.extract.watch import Watcher
from graph.knowledge import load_knowledge
from graph.model import Article, Graph, Sentence
from graph.rdf.view import to_rdflib
from graph.text.sentences import split
from tests.samples import MEETS

TRAINING = Path(__file__).parents[1] / "training"
ARTICLES, ROUNDS = 8, 4

# How often what we do fits into the time of the plain pipeline, at least.
PARSING, READING = 2.8, 0.5
#: How much of the time of the plain pipeline linking takes, at most.
LINKING = {"en": 0.17, "fr": 0.25}

#: How much longer four times as many patterns of the same words take, at most.
GROWTH = 1.4

#: How much longer it takes at most to link an article that is four times as long.
LONGER = 6.5

#: What of the memory that reading takes may be left behind by it.
LEFT = 0.02

# How often our Turtle fits into the time of rdflib's, at least.
WRITING = 30


def _ratio(first: Callable[[], object], second: Callable[[], object]) -> float:
    """Return how many times as long one takes as another, each at its quickest.

    They take turns, so that what else the machine does meanwhile slows both.
    """
    least = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for at, work in enumerate((first, second)):
            start = time.process_time()
            work()
            least[at] = min(least[at], time.process_time() - start)
    return least[0] / least[1]


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

    def parse() -> None:
        list(parser.tokens(sentences, BATCH))

    assert _ratio(lambda: list(plain.pipe(sentences)), parse) > PARSING
    assert (
        _ratio(lambda: list(plain.pipe(texts)), lambda: list(extract(articles, knowledge)))
        > READING
    )


def test_writing_takes_no_longer_than_it_should(tmp_path: Path) -> None:
    """Both begin with the same statements, which are in order."""
    places = [replace(MEETS.evidence, start=n, end=n + 9) for n in range(1000)]
    found = [replace(MEETS, evidence=place, said_by="a diplomat") for place in places]
    graph = Graph.of(found)

    def theirs() -> None:
        to_rdflib(graph).serialize(tmp_path / "theirs.ttl")

    assert _ratio(theirs, lambda: export(found, tmp_path / "own.ttl", "ttl")) > WRITING


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_linking_takes_a_small_part_of_what_the_plain_pipeline_does(lang: str) -> None:
    with gzip.open(TRAINING / f"{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, ARTICLES)]
    knowledge = load_knowledge()
    pack = knowledge.packs[lang]
    linker, plain = Linker(knowledge.gazetteer, pack), import_module(pack.tables["parser"]["model"])
    spans = [split(text, lang) for text in texts]
    sentences = [text[s.start : s.end] for text, cut in zip(texts, spans, strict=True) for s in cut]

    def cast() -> None:
        for text, cut in zip(texts, spans, strict=True):
            linker.cast(text, cut, "2024-05-06")

    pipe = plain.load().pipe
    assert _ratio(cast, lambda: list(pipe(sentences))) < LINKING[lang]


@pytest.mark.parametrize(
    "sentences",
    [
        # Whom a description, "the two countries" and "the two leaders" mean is asked of all named.
        "{a} and {b} met in {c}. The kingdom praised the Court. The two countries blamed {c}.",
        "{p} and {q} met the leaders of {a} and {b}. The two leaders told their neighbour of {c}.",
    ],
)
def test_linking_a_long_article_takes_as_long_as_it_is(sentences: str) -> None:
    knowledge = load_knowledge()
    linker = Linker(knowledge.gazetteer, knowledge.packs["en"])
    states = [actor.label for actor in islice(knowledge.gazetteer.countries.values(), 60)]
    people = [who.actor.label for who in islice(knowledge.gazetteer.people.values(), 60)]

    def article(parts: int) -> str:
        named = {"abc"[at]: states[at::3] for at in range(3)} | {
            "p": people[::2],
            "q": people[1::2],
        }
        told = ({key: names[n % len(names)] for key, names in named.items()} for n in range(parts))
        return " ".join(sentences.format(**each) for each in told)

    def cast(text: str) -> None:
        linker.cast(text, split(text, "en"), "2024-05-06")

    once, four = article(60), article(240)
    assert _ratio(lambda: cast(four), lambda: cast(once)) < LONGER


def _articles(lang: str) -> list[Article]:
    with gzip.open(TRAINING / f"{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, ARTICLES)]
    return [
        Article(str(n), text, published="2024-05-06", lang=lang) for n, text in enumerate(texts)
    ]


class _Readings(Watcher):
    """Keeps the sentences that frames are tried on."""

    def __init__(self) -> None:
        self.kept: list[Reading] = []

    def sentence(self, _: Sentence, reading: Reading) -> None:
        self.kept.append(reading)


def _decoys(frames: tuple[Frame, ...], word: str) -> Iterator[Frame]:
    """Yield frames of the same predicates that ask for a noun which no sentence has."""

    def asking(pattern: Pattern) -> Pattern:
        nouns = frozenset({Noun(word)})
        slots = [replace(slot, nouns=nouns) if slot.nouns else slot for slot in pattern.slots]
        return replace(pattern, slots=tuple(slots))

    for frame in frames:
        patterns = [p for p in frame.patterns if any(slot.nouns for slot in p.slots)]
        yield replace(frame, id=f"{frame.id}.{word}", patterns=tuple(map(asking, patterns)))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_time_of_frames_does_not_grow_with_their_number(lang: str) -> None:
    knowledge = load_knowledge()
    tools, readings = make_tools(knowledge.gazetteer, knowledge.packs[lang]), _Readings()
    list(read(_articles(lang), tools, readings))
    decoys = [decoy for word in ("qqa", "qqb", "qqc") for decoy in _decoys(tools.frames, word)]
    many = FrameIndex([*tools.frames, *decoys])
    sentences = [(each.clauses, each.reference) for each in readings.kept]

    def found(index: FrameIndex) -> list[Match]:
        looked = zip(readings.kept, index.look(sentences), strict=True)
        return [match for each, at in looked for match in matches(at, each.whether.modality)]

    assert found(many) == found(many) == found(tools.index) != []
    assert _ratio(lambda: found(many), lambda: found(tools.index)) < GROWTH


def test_reading_leaves_nothing_behind() -> None:
    knowledge, articles = load_knowledge(), _articles("en")
    for _ in range(2):  # tables and words are kept, once
        list(extract(articles, knowledge))
    gc.collect()
    gc.disable()  # a sentence goes as soon as it is read, for it does not hold itself
    tracemalloc.start()
    try:
        list(extract(articles, knowledge))
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        list(extract(articles, knowledge))
        _, peak = tracemalloc.get_traced_memory()
        alive = sum(isinstance(each, Reading) for each in gc.get_objects())
        circles = gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        gc.enable()
    assert not alive
    assert not circles
    assert after - before < (peak - before) * LEFT


def test_the_benchmark_says_what_each_method_finds(tmp_path: Path) -> None:
    """The numbers of statements and of sentences stand in one column, and are not alike."""
    article = {"id": "a", "lang": "en", "text": "France met Iran in Geneva. Mali left. It rained."}
    (tmp_path / "a.jsonl").write_text(json.dumps(article), encoding="utf-8")
    options = ["--rounds", "1", "--methods", "diplograph", "spacy"]
    command = [sys.executable, str(TRAINING.parent / "benchmarks" / "extract.py"), *options]
    said = subprocess.run(  # noqa: S603
        [*command, "--", str(tmp_path / "a.jsonl")], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(r"diplograph .* 1 statements$", said, re.MULTILINE)
    assert re.search(r"spacy .* 3 sentences$", said, re.MULTILINE)
