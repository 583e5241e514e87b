"""How long it takes to write many statements as RDF, beside pyoxigraph and rdflib.

    python benchmarks/rdf.py 1000000

Each way runs in a process of its own on the same made-up statements: 40 to an
article, half of them said by somebody. Given are CPU seconds, without those to
make the statements, the peak of memory and the size of the file. ``pyoxigraph``
makes its triples from the same blocks and hands them to its streaming
serialiser; ``rdflib`` holds a graph and is given a fiftieth of the statements,
because it would not fit. At the end: how often our Turtle fits into theirs.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from graph.actors.gazetteer import load_gazetteer
from graph.model import Evidence, Graph, Source, Statement
from graph.rdf.document import document
from graph.rdf.formats import write_rdf
from graph.rdf.shape import STANDARD
from graph.rdf.terms import Literal, Term, TripleTerm, plain
from graph.rdf.view import to_rdflib
from graph.relations import relations

PER_ARTICLE = 40
#: What rdflib is given a part of.
PART = 50


@dataclass(frozen=True)
class Made:
    """Statements that are made anew each time they are gone through."""

    number: int
    passes: list[int] = field(default_factory=list)
    """Has an item for each time."""

    def __iter__(self) -> Iterator[Statement]:
        """Make them, in the order in which they are saved."""
        self.passes.append(self.number)
        actors = list(load_gazetteer().countries.values())
        names = list(relations())
        for number in range(self.number):
            article, place = divmod(number, PER_ARTICLE)
            source = Source(f"a{article:09}", "en", f"News {article}", "2024-05-03")
            sentence = f"Sentence {place} of article {article} says what one state does to another."
            yield Statement(
                actors[number * 7 % len(actors)],
                names[number * 3 % len(names)],
                actors[number * 11 % len(actors)],
                Evidence(source, sentence, place * 100, place * 100 + len(sentence), "en.x.1"),
                date=f"2024-{article % 12 + 1:02}-{place % 28 + 1:02}",
                said_by="a spokesman" if number % 2 else None,
                confidence=0.8,
            )


def ours(form: str, profile: str = "standard") -> Callable[[Made, Path], None]:
    """Return what writes with our own writer."""
    return lambda made, path: write_rdf(made, path, form, profile=profile)


def oxigraph(format_: ox.RdfFormat) -> Callable[[Made, Path], None]:
    """Return what writes with pyoxigraph's streaming serialiser."""

    def write(made: Made, path: Path) -> None:
        triples = (
            ox.Triple(ox.NamedNode(block.subject), ox.NamedNode(name), _term(value))
            for block in plain(document(made, STANDARD))
            for name, value in block.pairs
        )
        with path.open("wb") as out:
            ox.serialize(triples, out, format=format_, prefixes=STANDARD.prefixes())

    return write


def _term(value: Term) -> ox.NamedNode | ox.Literal:
    if isinstance(value, TripleTerm):
        raise TypeError(value)
    if not isinstance(value, Literal):
        return ox.NamedNode(value)
    if value.lang:
        return ox.Literal(value.text, language=value.lang)
    return ox.Literal(value.text, datatype=ox.NamedNode(value.datatype) if value.datatype else None)


def rdflib(form: str) -> Callable[[Made, Path], None]:
    """Return what writes with rdflib, of a part of the statements."""

    def write(made: Made, path: Path) -> None:
        part = Made(made.number // PART, made.passes)
        to_rdflib(Graph.of(part)).serialize(path, format=form)

    return write


def describe(made: Made, path: Path) -> None:
    """Say what is said of everything, and write nothing of it."""
    things = sum(1 for _ in document(made, STANDARD))
    path.write_text(f"{things}\n", encoding="ascii")


WAYS: dict[str, Callable[[Made, Path], None]] = {
    "described, not written": describe,
    "ours, Turtle": ours("ttl"),
    "pyoxigraph, Turtle": oxigraph(ox.RdfFormat.TURTLE),
    "ours, N-Triples": ours("nt"),
    "pyoxigraph, N-Triples": oxigraph(ox.RdfFormat.N_TRIPLES),
    "ours, TriG (quads)": ours("trig", "quads"),
    "ours, Turtle (rdf12)": ours("ttl", "rdf12"),
    "ours, Turtle (wikidata)": ours("ttl", "wikidata"),
    "ours, JSON-LD": ours("jsonld"),
    "ours, RDF/XML": ours("rdf"),
    f"rdflib, Turtle, 1/{PART}": rdflib("turtle"),
    f"rdflib, N-Triples, 1/{PART}": rdflib("nt"),
}


def _measure(name: str, number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made, path = Made(number), Path(folder, "graph")
        WAYS[name](Made(PART), path)
        seconds = _seconds(lambda: WAYS[name](made, path)) - sum(
            _seconds(lambda some=some: deque(Made(some), 0))  # type: ignore[misc]
            for some in list(made.passes)
        )
        size = path.stat().st_size / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:42} {seconds:8.2f} s {memory:8.0f} MB {size:8.0f} MB", flush=True)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure every way, or the one that is named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int, nargs="?", default=100_000)
    parser.add_argument("--way", choices=list(WAYS))
    given = parser.parse_args()
    if given.way:
        _measure(given.way, given.number)
        return
    print(f"{given.number} statements{'':24} CPU       memory      file")
    found = {}
    for name in WAYS:
        command = [sys.executable, __file__, str(given.number), "--way", name]
        line = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
        print(line, end="", flush=True)
        found[name] = float(line.removeprefix(name).split()[0])
    told, own = found["described, not written"], found["ours, Turtle"]
    theirs, library = found["pyoxigraph, Turtle"], found[f"rdflib, Turtle, 1/{PART}"] * PART
    print(f"pyoxigraph over ours: {theirs / own:.1f}, without describing statements", end=" ")
    print(f"{(theirs - told) / (own - told):.1f}; rdflib over ours: {library / own:.0f}")


if __name__ == "__main__":
    main()
