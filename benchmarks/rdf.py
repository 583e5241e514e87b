"""How long it takes to write many statements as RDF, beside pyoxigraph and rdflib.

    python benchmarks/rdf.py 1000000

Each way runs in a process of its own on the same made-up statements: 40 to an
article, half of them said by somebody. Given are CPU seconds, the peak of
memory and the size of the file. ``pyoxigraph`` makes its triples from the same
blocks and hands them to its streaming serialiser; ``rdflib`` holds a graph and
is given a fiftieth of the statements, because it would not fit.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.actors.gazetteer import load_gazetteer
from graph.model import Evidence, Graph, Source, Statement
from graph.rdf.document import STANDARD, document
from graph.rdf.formats import write_rdf
from graph.rdf.terms import Literal, Term, TripleTerm
from graph.rdf.view import to_rdflib
from graph.relations import relations

PER_ARTICLE = 40
#: What rdflib is given a part of.
PART = 50


@dataclass(frozen=True)
class Made:
    """Statements that are made anew each time they are gone through."""

    number: int

    def __iter__(self) -> Iterator[Statement]:
        """Make them, in the order in which they are saved."""
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
            for block in document(made, STANDARD)
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
        to_rdflib(Graph.of(Made(made.number // PART))).serialize(path, format=form)

    return write


def describe(made: Made, path: Path) -> None:
    """Make the triples, and write their number alone."""
    triples = sum(len(block.pairs) for block in document(made, STANDARD))
    path.write_text(f"{triples}\n", encoding="ascii")


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
        path = Path(folder, "graph")
        start = time.process_time()
        WAYS[name](Made(number), path)
        seconds = time.process_time() - start
        size = path.stat().st_size / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:42} {seconds:8.1f} s {memory:8.0f} MB {size:8.0f} MB", flush=True)


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
    for name in WAYS:
        command = [sys.executable, __file__, str(given.number), "--way", name]
        subprocess.run(command, check=True)  # noqa: S603


if __name__ == "__main__":
    main()
