"""What is fuzzed: a function that takes bytes, and breaks where a promise does."""

import io
import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from graph.errors import InputError
from graph.export import EXPORTERS
from graph.extract import extract
from graph.extract.tools import Tools, make_tools
from graph.knowledge import load_knowledge
from graph.languages import codes
from graph.model import Article, Graph
from graph.read import DOCUMENTS, FORMATS
from graph.read.guard import guarded
from graph.read.record import Overrides, Record, to_article
from graph.text.dateline import published
from graph.text.dates import find_dates
from graph.text.detect import detect
from graph.text.sentences import core, split
from tests.samples import MEETS

SUFFIXES = sorted({*DOCUMENTS, ".zip", ".tar"})
OURS = (".txt", ".md", ".jsonl", ".ndjson", ".csv")


def reader(data: bytes) -> None:
    """Read bytes as a file of any format: each article or what is wrong with it, in one line."""
    if not data:
        return
    suffix = SUFFIXES[data[0] % len(SUFFIXES)]
    for item in guarded(FORMATS[suffix], io.BytesIO(data[1:]), f"any{suffix}"):
        if isinstance(item, Record):
            article(item)
        else:
            assert isinstance(item, InputError)
            assert "\n" not in str(item)
            # What the libraries of others raise is caught; ours raise nothing else.
            assert suffix not in OURS or "the reading broke" not in str(item), item


def article(record: Record) -> None:
    """Make an article of a record, or say why not."""
    try:
        made = to_article(record, Overrides(lang="en"))
    except InputError:
        return
    assert made.text.encode("utf-8")


def dates(data: bytes) -> None:
    """Find languages, sentences, the day and dates in any text; all offsets lie in it."""
    text = data.decode("utf-8", "surrogateescape" if data[:1] == b"\x00" else "replace")
    detect(text.encode("utf-8", "replace").decode())
    for lang in codes():
        published(text, lang)
        for sentence in split(text, lang):
            start, end = core(text, sentence, lang)
            assert sentence.start <= start <= end <= sentence.end
            for found in find_dates(text[start:end], tools(lang).dates):
                assert 0 <= found.start < found.end <= end - start


@cache
def tools(lang: str) -> Tools:
    """Return what the extraction knows of a language."""
    knowledge = load_knowledge()
    return make_tools(knowledge.gazetteer, knowledge.packs[lang])


def extraction(data: bytes) -> None:
    """Read statements from any text; each quotes its sentence where it says."""
    text = data.decode("utf-8", "replace")
    lang = codes()[len(data) % 2]
    given = Article("a", text, lang=lang, published="2024-03-05")
    ((_, statements),) = extract([given], load_knowledge())
    for each in statements:
        evidence = each.evidence
        assert text[evidence.start : evidence.end] == evidence.sentence


def exporters(data: bytes) -> None:
    """Write a graph whose texts are anything in every format, and read the lines back."""
    text = data.decode("utf-8", "surrogateescape" if data[:1] == b"\x00" else "replace")
    source = replace(MEETS.evidence.source, article=text, title=text, url=text, publisher=text)
    evidence = replace(MEETS.evidence, source=source, sentence=text, rule=text)
    actor = replace(MEETS.subject, label=text, names=(text,))
    graph = Graph.of([replace(MEETS, subject=actor, evidence=evidence, place=text, said_by=text)])
    with tempfile.TemporaryDirectory() as folder:
        for name in ("jsonl", "csv", "graphml", "ttl", "nq", "jsonld", "rdf"):
            EXPORTERS[name].write(graph, Path(folder, name))
        lines = Path(folder, "jsonl").read_text(encoding="utf-8").split("\n")
        assert len([json.loads(line) for line in lines if line]) == 1


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "reader": reader,
    "dates": dates,
    "extraction": extraction,
    "exporters": exporters,
}
