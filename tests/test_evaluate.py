"""Figures worked out by hand, and the same ones from the scorer that came first."""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError, UnknownNameError
from graph.evaluate import compare_to
from graph.evaluate.details import Share
from graph.evaluate.figures import Figure
from graph.evaluate.gold import GoldArticle, GoldStatement, read_gold
from graph.evaluate.report import Report, to_record
from graph.evaluate.show import show
from graph.model import Actor, Evidence, Source, Statement
from graph.relations import relations
from graph.terminal import plain
from graph.wire import to_record as to_wire

ROOT = Path(__file__).parent.parent
TEXT = "France met Russia. France may arm Ukraine. Macron leads France. Nothing else happened."
KEYS: dict[str, dict[str, Any]] = {
    "FR": {},
    "RU": {},
    "UA": {},
    "PER:emmanuel-macron": {"names": ["Emmanuel Macron", "Macron"], "country": "FR"},
}
LINE: dict[str, Any] = {
    "id": "a",
    "lang": "en",
    "text": TEXT,
    "entities": KEYS,
    "statements": [
        {"s": "RU", "r": "meets", "o": "FR", "modality": "actual", "sentence": TEXT[:18]},
        {"s": "FR", "r": "arms", "o": "UA", "modality": "possible", "sentence": TEXT[19:42]},
        {"s": "PER:emmanuel-macron", "r": "leads", "o": "FR", "modality": "actual", "date": None},
    ],
}
FR = Actor("fr", "France", "country", "FR")
RU = Actor("ru", "Russia", "country", "RU")
UA = Actor("ua", "Ukraine", "country", "UA")
MACRON = Actor("m", "E. Macron", "person", "FR", ("ÉMMANUEL  MACRON",))


def write(path: Path, *lines: object) -> str:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)


def statement(subject: Actor, relation: str, object_: Actor, **rest: Any) -> Statement:
    start = rest.pop("start", 0)
    evidence = Evidence(Source(rest.pop("article", "a"), "en"), "", start, start + 1, "rule")
    return Statement(subject, relation, object_, evidence, **rest)


@pytest.fixture
def compared(tmp_path: Path) -> Report:
    """One hit in full, one with a wrong modality, one by name, and two that are wrong."""
    gold = list(read_gold(write(tmp_path / "g.jsonl", LINE)))
    found = [
        statement(FR, "meets", RU, confidence=0.95),
        statement(FR, "arms", UA, start=19, confidence=0.5),
        statement(FR, "aids", UA, start=19, confidence=0.5),
        statement(MACRON, "leads", FR, start=43, confidence=1.0),
        statement(FR, "hosts", MACRON, start=65, confidence=0.31),
        statement(FR, "hosts", RU, article="elsewhere"),
    ]
    return compare_to(gold, found)


def test_levels(compared: Report) -> None:
    assert compared.levels == {
        "ties": Figure(2, 2, 2),
        "typed": Figure(2, 2, 2),  # arms and aid are one type
        "exact": Figure(2, 4, 2),
        "full": Figure(2, 4, 1),
        "state": Figure(1, 1, 1),
    }
    assert compared.languages == {"en": compared.levels}


def test_rates() -> None:
    assert (Figure(4, 2, 1).precision, Figure(4, 2, 1).recall) == (0.5, 0.25)
    assert Figure(4, 2, 1).f1 == pytest.approx(1 / 3)
    assert (Figure().precision, Figure().recall, Figure().f1, Share().share) == (0, 0, 0, 0)


def test_relations_and_confusion(compared: Report) -> None:
    assert compared.relations["meets"] == Figure(1, 1, 1)
    assert compared.relations["hosts"] == Figure(0, 1, 0)
    assert compared.confusion == []


def test_a_relation_in_place_of_another(tmp_path: Path) -> None:
    gold = list(read_gold(write(tmp_path / "g.jsonl", LINE)))
    report = compare_to(gold, [statement(RU, "phones", FR), statement(UA, "aids", FR)])
    assert report.confusion == [("arms", "aids", 1), ("meets", "phones", 1)]


def test_kinds_of_error(compared: Report) -> None:
    assert compared.attributes["date"] == Share(3, 3)
    assert compared.attributes["modality"] == Share(2, 3)
    assert compared.attributes["said_by"] == Share(3, 3)
    assert compared.attributes["all"] == Share(2, 3)
    assert compared.false_facts == Share(1, 1)


def test_reliability(compared: Report) -> None:
    assert compared.reliability == {
        "0.9-1.0": Share(2, 2),
        "0.5-0.6": Share(1, 2),
        "0.3-0.4": Share(0, 1),
    }


def test_actors(compared: Report) -> None:
    assert compared.actors["country"] == Figure(3, 3, 3)
    assert compared.actors["person"] == Figure(1, 1, 1)
    assert compared.linked == {}


def test_false_alarms(compared: Report) -> None:
    """Two sentences carry no gold statement that says where it stands; one gives a wrong one."""
    assert compared.false_alarms == Share(1, 2)


def test_articles_that_gold_lacks_are_named(compared: Report) -> None:
    assert compared.unknown == ["elsewhere"]
    lines = ["".join(part.text for part in line) for line in show(compared, articles=False)]
    assert lines[-1] == "1 article is not in the gold file: elsewhere"
    assert list(compared.articles) == ["a"]


def test_a_relation_of_another_vocabulary_is_refused(tmp_path: Path) -> None:
    gold = list(read_gold(write(tmp_path / "g.jsonl", LINE)))
    with pytest.raises(UnknownNameError, match="meets"):
        compare_to(gold, [statement(FR, "meet", RU)])


def test_it_is_json_and_lines(compared: Report) -> None:
    record = json.loads(json.dumps(to_record(compared)))
    assert record["levels"]["exact"] == {
        "gold": 2,
        "predicted": 4,
        "hit": 2,
        "missed": 0,
        "spurious": 2,
        "precision": 0.5,
        "recall": 1.0,
        "f1": 0.6667,
    }
    assert record.keys() == Report.__dataclass_fields__.keys()
    lines = ["".join(plain(part.text) for part in line) for line in show(compared, articles=True)]
    assert any(line.split()[:4] == ["exact", "2", "4", "2"] for line in lines)
    assert max(map(len, lines)) <= 90


def broken(**changes: object) -> dict[str, Any]:
    return {**LINE, **changes}


def with_statement(**changes: object) -> dict[str, Any]:
    return broken(statements=[{**LINE["statements"][0], **changes}])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ([], "not a JSON object"),
        (broken(text=""), "no text"),
        (broken(entities=None), "'entities' is not an object"),
        (broken(entities={"FR": []}), "'FR' is not an object"),
        (broken(entities={"france": {}}), "an actor 'france'"),
        (broken(entities={"PER:x": {"names": [1]}}), "a name or country of 'PER:x'"),
        (broken(entities={"PER:x": {"names": "x"}}), "'names' is not a list"),
        (broken(statements={}), "'statements' is not a list"),
        (broken(statements=["x"]), "statement 1 lacks"),
        (with_statement(s=None), "statement 1 lacks"),
        (with_statement(s=["FR"]), "statement 1 lacks"),
        (with_statement(s="PER:nobody"), "statement 1 names 'PER:nobody'"),
        (with_statement(s="fr"), "statement 1 names 'fr'"),
        (with_statement(r="hugs"), "statement 1 has no relation 'hugs'"),
        (with_statement(modality="sure"), "statement 1 has no modality 'sure'"),
        (with_statement(date=2023), "statement 1 has a date"),
        (LINE, "a second article with the id 'a'"),
    ],
    ids=lambda item: item if isinstance(item, str) else "",
)
def test_a_broken_line_is_one_clear_error(tmp_path: Path, line: object, problem: str) -> None:
    path = write(tmp_path / "g.jsonl", LINE, line)
    with pytest.raises(InputError) as error:
        list(read_gold(path))
    assert str(error.value).startswith(f"{path}:2: ")
    assert problem in str(error.value)


def imitation(gold: GoldArticle) -> Iterator[Statement]:
    """Yield something like what is annotated, wrong in every way there is, in turn."""
    names = cycle(sorted(relations()))
    for at, item in enumerate(gold.statements):
        found = _as_found(gold, item)
        yield found
        if at % 3 == 0:
            yield replace(found, subject=found.object, object=found.subject)
        if at % 4 == 0:
            yield replace(found, relation=next(names), said_by="X")
        if at % 5 == 0:
            nobody = Actor("urn:x", "Nobody", "person", "FR" if at % 2 else None)
            yield replace(found, object=nobody, date="2023", modality="denied")


def _as_found(gold: GoldArticle, item: GoldStatement) -> Statement:
    evidence = Evidence(Source(gold.article.id, gold.article.lang or ""), "", 0, 1, "rule")
    subject, object_ = (_actor(gold, key) for key in (item.subject, item.object))
    return Statement(
        subject,
        item.relation,
        object_,
        evidence,
        date=item.date,
        modality=item.modality,
        said_by=item.said_by,
    )


def _actor(gold: GoldArticle, key: str) -> Actor:
    if key not in gold.actors or key == gold.actors[key].country:
        return Actor(f"urn:{key}", key, "country", key)
    actor = gold.actors[key]
    first, *rest = (*actor.names, key.split(":")[1])
    return Actor(f"urn:{key}", first.upper(), "person", actor.country, tuple(rest))


SCORER = ROOT.parent / "shared" / "gold" / "score.py"
if SCORER.exists():  # the corpus of the project's makers, beside the checkout
    # It leaves a file open.
    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    def test_it_agrees_with_the_scorer_that_came_first() -> None:
        spec = importlib.util.spec_from_file_location("score", SCORER)
        assert spec is not None
        assert spec.loader is not None
        scorer = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(scorer)
        path = SCORER.parent / "dev.jsonl"
        gold = list(read_gold(str(path)))
        found = [statement for item in gold for statement in imitation(item)]
        hit, want, got, by_relation, *_ = scorer.score(
            scorer.read_jsonl(str(path)), list(map(to_wire, found))
        )
        report = compare_to(gold, found)
        for level, figure in report.levels.items():
            assert figure == Figure(want[level], got[level], hit[level]), level
            assert (figure.precision, figure.recall, figure.f1) == scorer.prf(
                hit[level], want[level], got[level]
            )
        counted = {
            name: {"hit": x.hit, "missed": x.missed, "spurious": x.spurious}
            for name, x in report.relations.items()
        }
        assert counted == {
            name: {kind: x[kind] for kind in ("hit", "missed", "spurious")}
            for name, x in by_relation.items()
        }
