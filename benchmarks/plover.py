"""How well English sentences coded for PLOVER are read: country, event type, country.

    python benchmarks/plover.py EVENTS.jsonl [--show]

EVENTS.jsonl holds one sentence a line with its ``text`` and the events that a
professional coder ``expected`` in it: subject_code, relation (the PLOVER event
type), object_code, and whether it is reciprocal. Given are precision, recall
and F1 of exact triples, over events between two different coded actors.

The coders write down otherwise than we do, so statements are turned into what
they would write, as the PLOVER codebook says:

- An act that has not happened is a verbal event. Cooperation that is promised
  or planned is AGREE, force or coercion that is planned is THREATEN, cooperation
  that is refused or fails is REJECT; sanctions count when they are announced.
  What is only asked for is the REQUEST of whoever asks, a statement of its own;
  what is only possible, and a conflict that is denied, is none.
- Whoever leads or speaks for an organisation is coded as the organisation.
- A coder notes the main event of a sentence: of all that is said, what the
  highest predicate of the sentence says.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graph.extract.frames.match import Match  # noqa: E402
from graph.extract.parsing.tree import Tree, Word  # noqa: E402
from graph.extract.prepare import Prepared  # noqa: E402
from graph.extract.reader import read  # noqa: E402
from graph.extract.sentence import Reading  # noqa: E402
from graph.extract.tools import make_tools  # noqa: E402
from graph.extract.watch import Watcher  # noqa: E402
from graph.knowledge import load_knowledge  # noqa: E402
from graph.model import Actor, Article, Sentence, Statement  # noqa: E402
from graph.relations import STATE, relations  # noqa: E402

CODES = Path(__file__).parent / "plover-codes.csv"
#: Bodies with a code of their own; others are "IGO".
BODIES = {
    "African Union": "AFU",
    "Al-Qaeda": "IMG",
    "Arab League": "ARL",
    "European Economic Community": "EUR",
    "International Atomic Energy Agency": "IAEA",
    "NATO": "NATO",
    "UN Security Council": "UNO",
    "United Nations": "UNO",
}
#: What the coders take an act for that has not happened, by its modality and quad class.
UNREAL = {
    ("planned", "verbal-cooperation"): "AGREE",
    ("planned", "material-cooperation"): "AGREE",
    ("planned", "material-conflict"): "THREATEN",
    ("denied", "verbal-cooperation"): "REJECT",
    ("denied", "material-cooperation"): "REJECT",
}
#: Event types that are what they are when they are only announced: "will demand", "is to ban".
ANNOUNCED = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"}

#: Subject, event type, object, and whether the two may change places.
Event = tuple[str, str, str, bool]


def codes() -> dict[str, str]:
    """Return the coders' code of each of ours."""
    with CODES.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["ours"]: row["theirs"] for row in rows}


class Main(Watcher):
    """Keeps what the highest predicates of each sentence say, and whom titles make leaders."""

    def __init__(self) -> None:
        """Start with nothing heard."""
        self.statements: list[Statement] = []
        self.bodies: dict[str, Actor] = {}
        self._said: list[tuple[Word, Statement]] = []
        self._tree = Tree([])

    def article(self, prepared: Prepared, titles: Sequence[Statement]) -> None:  # noqa: ARG002
        """Begin an article, and learn who leads what."""
        self.statements, self._said = [], []
        self.bodies = {title.subject.id: title.object for title in titles}

    def sentence(self, span: Sentence, reading: Reading) -> None:  # noqa: ARG002
        """Begin a sentence."""
        self._tree, self._said = reading.clauses.tree, []

    def read(self, match: Match, statement: Statement | None) -> None:
        """Keep a statement and its predicate."""
        if statement is not None:
            self._said.append((match.predicate, statement))

    def said(self, statements: Sequence[Statement]) -> None:  # noqa: ARG002
        """Keep of a sentence what no other predicate that says something stands above."""
        saying = [word for word, _ in self._said]
        for word, statement in self._said:
            if not any(above in saying for above in self._above(word)):
                self.statements.append(statement)

    def _above(self, word: Word) -> Iterator[Word]:
        """Yield the words that govern a word; what it is joined to does not."""
        joined = word.role == "conjunct"
        for above in self._tree.ancestors(word):
            if not joined:
                yield above
            joined = above.role == "conjunct"


def code(actor: Actor, known: dict[str, str], bodies: dict[str, Actor]) -> str:
    """Return how the coders would code an actor."""
    if actor.country:
        return known.get(actor.country, actor.country)
    body = bodies.get(actor.id, actor)
    if body.country:
        return known.get(body.country, body.country)
    return BODIES.get(body.label, "IGO" if body.kind == "organisation" else body.label)


def event_type(statement: Statement) -> str | None:
    """Return what the coders take a statement for, or None where it is no event to them."""
    relation = relations()[statement.relation]
    if relation.parent == STATE:
        return None
    announced = statement.modality == "planned" and relation.parent in ANNOUNCED
    if statement.modality == "actual" or announced:
        return relation.parent
    return UNREAL.get((statement.modality, relation.quad))


def events(
    statements: Sequence[Statement], known: dict[str, str], bodies: dict[str, Actor]
) -> Iterator[Event]:
    """Yield what statements say of two different actors, as events."""
    for statement in statements:
        kind = event_type(statement)
        ends = [code(end, known, bodies) for end in (statement.subject, statement.object)]
        if kind is not None and ends[0] != ends[1]:
            yield ends[0], kind, ends[1], relations()[statement.relation].symmetric


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
    main_events = Main()
    for line, _ in zip(lines, read(articles, tools, main_events), strict=True):
        want = set(expected(line))
        have = set(events(main_events.statements, known, main_events.bodies))
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
