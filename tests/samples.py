"""A small graph for tests that need one that is known."""

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
