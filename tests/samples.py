"""A small graph for tests that need one that is known."""

from typing import Any

from graph.actors.gazetteer import load_gazetteer
from graph.model import Actor, Evidence, Graph, Source, Statement

FRANCE = Actor("http://www.wikidata.org/entity/Q142", "France", "country", "FR", (), "France")
IRAN = Actor(
    "http://www.wikidata.org/entity/Q794",
    "Iran",
    "country",
    "IR",
    ("Islamic Republic of Iran",),
    "Iran",
)
SOURCE = Source("a-1", "en", "Paris and Tehran", "2023-10-13", "https://example.org/1", "Example")
MEETS = Statement(
    FRANCE,
    "meets",
    IRAN,
    Evidence(SOURCE, "France met Iran in Geneva.", 10, 36, "en.meets.1"),
    date="2023-10",
    confidence=0.8,
)
THREAT = Statement(
    FRANCE,
    "sanctions",
    IRAN,
    Evidence(SOURCE, "France may impose sanctions on Iran.", 40, 76, "en.sanctions.1"),
    modality="possible",
    said_by="a diplomat",
)
GRAPH = Graph.of([MEETS, THREAT])


def told(day: str, subject: str, relation: str, object_: str, **more: Any) -> Statement:
    """Return what an article of a day says; actors by ISO code or by slug."""
    known = load_gazetteer()
    source = Source(f"news-{day}", "en", f"News of {day}", day, f"https://example.org/{day}", "AFP")
    sentence = f"{subject} {relation} {object_}, {more.get('modality', 'actual')}."
    start = len(f"{subject}{relation}{object_}") * 100
    evidence = Evidence(source, sentence, start, start + len(sentence), f"en.{relation}.1")
    return Statement(known.actor(subject), relation, known.actor(object_), evidence, **more)


#: A small world, in which every question of ``graph/rdf/queries`` has an answer.
WORLD = Graph.of(
    [
        told("2022-02-25", "US", "sanctions", "RU", date="2022-02-24"),
        told("2022-02-25", "FR", "sanctions", "RU", date="2022-02"),
        told("2022-02-25", "DE", "sanctions", "RU", date="2022-03", modality="planned"),
        told("2022-02-25", "CN", "sanctions", "RU", modality="denied", said_by="the ministry"),
        told("2022-02-25", "BY", "attacks", "UA", said_by="Kyiv", date="2022-02-25"),
        told("2022-02-25", "RU", "attacks", "UA", date="2022-02-24"),
        told("2022-02-25", "RU", "threatens", "UA", modality="possible"),
        told("2022-04-02", "TR", "mediatesFor", "RU"),
        told("2022-04-02", "TR", "mediatesFor", "UA"),
        told("2022-04-02", "US", "arms", "UA", date="2022-04"),
        told("2022-04-02", "DE", "pledgesTo", "UA", modality="planned"),
        told("2022-04-02", "DE", "sanctions", "RU", date="2022-04-01"),
        told("2023-09-14", "vladimir-putin", "meets", "kim-jong-un", date="2023-09-13"),
        told("2023-09-14", "vladimir-putin", "leads", "RU"),
        told("2023-09-14", "ML", "recallsAmbassadorFrom", "FR", date="2023-09-10"),
        told("2023-09-14", "FR", "recognizes", "PS", modality="possible", said_by="Paris"),
        told("2024-06-20", "vladimir-putin", "visits", "KP", date="2024-06-19", place="Pyongyang"),
        told(
            "2024-06-20", "kim-jong-un", "signsAgreementWith", "vladimir-putin", date="2024-06-19"
        ),
        told("2024-06-20", "RU", "attacks", "UA", modality="denied", said_by="Moscow"),
        told("2024-06-20", "FI", "memberOf", "nato"),
    ]
)

#: The same world, in which a denial is of the day of what it denies.
DISPUTED = Graph.of(
    [
        *WORLD.statements,
        told(
            "2022-02-26",
            *("RU", "attacks", "UA"),
            modality="denied",
            said_by="Moscow",
            date="2022-02-24",
        ),
    ]
)
