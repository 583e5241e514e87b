"""How fast articles are read, beside the parser that reads them and textacy's triples.

    python benchmarks/extract.py articles.jsonl …

Each file holds articles of one language, as ``diplograph extract`` takes them; without any, the
articles of ``training/`` are read, which are dense in diplomacy. A round measures every method
once, each in a process of its own: the CPU seconds it takes, without those that load its models,
its peak of memory, and how much it finds of what it looks for. Given are medians over the rounds,
and ratios to diplograph's.

- ``diplograph``: from a file of articles to a file of statements, copies marked.
- ``everything``: the same, but every sentence is parsed.
- ``spacy``: the model's plain pipeline, its own batches, on the same texts.
- ``textacy``: the same, and its subject-verb-object triples, where textacy is installed.

Last comes which share ``diplograph`` gives of the pairs of countries that ``everything`` gives,
article by article.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT))

Figures = dict[str, Any]
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_OTHERS = ("spacy", *(["textacy"] if find_spec("textacy") else []))
METHODS = ("diplograph", "everything", *_OTHERS)

#: What each method finds, which are not to be compared: spaCy's pipeline gives sentences alone.
FOUND = {
    "diplograph": "statements",
    "everything": "statements",
    "spacy": "sentences",
    "textacy": "triples",
}


def _texts(file: str, limit: int) -> list[tuple[str, str]]:
    """Return the language and the text of each article."""
    from graph.model import Article
    from graph.read import read_articles

    articles = [item for item in read_articles([file]) if isinstance(item, Article)]
    return [(article.lang or "", article.text) for article in articles[:limit]]


def _line(number: object, lang: str, text: str) -> str:
    return json.dumps({"id": str(number), "lang": lang, "text": text, "published": "2020-01-01"})


def _diplograph(file: str, limit: int, *, everything: bool) -> Figures:
    from graph.extract import prepare
    from graph.knowledge import load_knowledge
    from graph.pipeline import extract_files

    if everything:
        setattr(prepare, "passed_over", lambda sentences, *_: [None] * len(sentences))  # noqa: B010
    texts, knowledge = _texts(file, limit), load_knowledge()
    with TemporaryDirectory() as folder:
        short, all_, out = (Path(folder, name) for name in ("1.jsonl", "all.jsonl", "out.jsonl"))
        lines = [_line(number, *each) for number, each in enumerate(texts)]
        short.write_text(_line("first", lang := texts[0][0], _FIRST[lang]), encoding="utf-8")
        all_.write_text("\n".join(lines), encoding="utf-8")
        extract_files([str(short)], out, knowledge=knowledge)
        start = time.process_time()
        extract_files([str(all_)], out, knowledge=knowledge)
        seconds = time.process_time() - start
        found = [json.loads(line) for line in out.open(encoding="utf-8")] if out.exists() else []
    sides = ((s["article"], s["subject"]["country"], s["object"]["country"]) for s in found)
    pairs = {(article, *sorted((one, two))) for article, one, two in sides if one and two}
    return {"seconds": seconds, "found": len(found), "pairs": sorted(pairs)}


#: An article that has everything loaded which the others need.
_FIRST = {
    "en": "France met Iran in Geneva on Monday.",
    "fr": "La France a rencontré l'Iran à Genève lundi.",
}


def _plain(file: str, limit: int, *, triples: bool) -> Figures:
    from graph.languages import load

    texts = _texts(file, limit)
    pipeline = import_module(load(texts[0][0]).tables["parser"]["model"]).load()
    found = 0
    if triples:
        extract = import_module("textacy.extract")
    start = time.process_time()
    for doc in pipeline.pipe(text for _, text in texts):
        found += (
            len(list(extract.subject_verb_object_triples(doc))) if triples else len(list(doc.sents))
        )
    return {"seconds": time.process_time() - start, "found": found}


def _measure(method: str, file: str, limit: int) -> None:
    """Measure one method in this process, and print its figures."""
    if method in _OTHERS:
        figures = _plain(file, limit, triples=method == "textacy")
    else:
        figures = _diplograph(file, limit, everything=method == "everything")
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**figures, "peak": peak}))


def _run(method: str, file: str, limit: int) -> Figures:
    """Measure one method in a process of its own."""
    command = [sys.executable, __file__, file, "--limit", str(limit), "--method", method]
    done = subprocess.run(  # noqa: S603
        command, env=os.environ | _ONE_THREAD, capture_output=True, check=True
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _report(file: str, limit: int, rounds: int, methods: list[str]) -> None:
    texts = _texts(file, limit)
    words = sum(len(text.split()) for _, text in texts)
    print(f"{file}: {len(texts)} articles, {words} words")
    runs = {method: [_run(method, file, limit)] for method in methods}
    for _ in range(rounds - 1):
        for method in methods:
            runs[method].append(_run(method, file, limit))
    own = runs[methods[0]]
    for method, figures in runs.items():
        seconds = median(run["seconds"] for run in figures)
        peak = median(run["peak"] for run in figures)
        times = median(a["seconds"] / b["seconds"] for a, b in zip(figures, own, strict=True))
        print(
            f"  {method:12} {seconds:7.2f} s {words / seconds:9.0f} words/s {times:6.2f} x"
            f" {peak:7.0f} MB {figures[0]['found']:7} {FOUND[method]}",
            flush=True,
        )
    if "everything" in runs:
        there = {tuple(pair) for pair in runs["everything"][0]["pairs"]}
        kept = there & {tuple(pair) for pair in own[0]["pairs"]}
        print(f"  pairs of countries kept: {len(kept)} of {len(there)}")


def main() -> None:
    """Measure each file by each method, or one file by one."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*")
    parser.add_argument("--limit", type=int, default=300, help="articles of each file")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--methods", nargs="+", choices=METHODS, default=METHODS)
    parser.add_argument("--method", choices=METHODS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    files = given.files or [str(ROOT / "training" / f"{lang}.jsonl.gz") for lang in ("fr", "en")]
    if given.method:
        _measure(given.method, files[0], given.limit)
        return
    for file in files:
        _report(file, given.limit, given.rounds, list(given.methods))


if __name__ == "__main__":
    main()
