"""How well English sentences coded for PLOVER are read: country, event type, country.

    python benchmarks/plover.py EVENTS.jsonl [--show]

EVENTS.jsonl holds one sentence a line with its ``text`` and the events that a
professional coder ``expected`` in it: subject_code, relation (the PLOVER event
type), object_code, and whether it is reciprocal. Given are precision, recall
and F1 of exact triples, over events between two different coded actors. A
coder notes one main event a sentence, so precision is a lower bound; and what
is promised or planned is AGREE or THREATEN to them, but the act itself to us.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.extract.reader import read  # noqa: E402
from graph.extract.tools import make_tools  # noqa: E402
from graph.knowledge import load_knowledge  # noqa: E402
from graph.model import Actor, Article, Statement  # noqa: E402
from graph.relations import STATE, relations  # noqa: E402

CODES = Path(__file__).parent / "plover-codes.csv"
#: Bodies with a code of their own; others are "IGO".
BODIES = {"United Nations": "UNO", "UN Security Council": "UNO", "NATO": "NATO"}

#: Subject, event type, object, and whether the two may change places.
Event = tuple[str, str, str, bool]


def codes() -> dict[str, str]:
    """Return the coders' code of each of ours."""
    with CODES.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["ours"]: row["theirs"] for row in rows}


def code(actor: Actor, known: dict[str, str]) -> str:
    """Return how the coders would code an actor."""
    if actor.country:
        return known.get(actor.country, actor.country)
    return BODIES.get(actor.label, "IGO" if actor.kind == "organisation" else actor.label)


def events(statements: Sequence[Statement], known: dict[str, str]) -> Iterator[Event]:
    """Yield what statements say of two different actors, as events."""
    for statement in statements:
        relation = relations()[statement.relation]
        ends = code(statement.subject, known), code(statement.object, known)
        if relation.parent != STATE and ends[0] != ends[1]:
            yield ends[0], relation.parent, ends[1], relation.symmetric


def expected(line: dict[str, object]) -> Iterator[Event]:
    """Yield the events of a line between two different coded actors."""
    for event in line["expected"]:  # type: ignore[attr-defined]
        ends = event["subject_code"], event["object_code"]
        if None not in ends and ends[0] != ends[1]:
            yield ends[0], event["relation"], ends[1], bool(event["reciprocal"])


def same(one: Event, other: Event) -> bool:
    """Whether two events are one, in either order where one of them has none."""
    turned = other[2], other[1], other[0]
    return one[:3] == other[:3] or ((one[3] or other[3]) and one[:3] == turned)


def main() -> None:
    """Print the score, and with ``--show`` what was missed and what was added."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    lines = [json.loads(line) for line in options.events.read_text(encoding="utf-8").splitlines()]
    knowledge, known = load_knowledge(), codes()
    articles = [Article(line["id"], line["text"], lang="en") for line in lines]
    tools = make_tools(knowledge.gazetteer, knowledge.packs["en"])
    wanted = found = hits = 0
    for line, statements in zip(lines, read(articles, tools), strict=True):
        want, have = set(expected(line)), set(events(statements, known))
        hit = {event for event in want if any(same(event, other) for other in have)}
        more = {other for other in have if not any(same(event, other) for event in want)}
        wanted, found, hits = wanted + len(want), found + len(hit) + len(more), hits + len(hit)
        if options.show and (want - hit or more):
            print(line["text"], *(f"  missed {e}" for e in sorted(want - hit)), sep="\n")
            print(*(f"  added {e}" for e in sorted(more)), sep="\n")
    precision, recall = hits / found, hits / wanted
    score = 2 * precision * recall / (precision + recall)
    print(f"{wanted} events: precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}")


if __name__ == "__main__":
    main()
