"""Small graphs that the tests of the page share."""

from dataclasses import replace

from graph.model import Actor, Evidence, Graph, Marks, Source, Statement

WIKIDATA = "http://www.wikidata.org/entity/"
FRANCE = Actor(f"{WIKIDATA}Q142", "France", "country", "FR")
MALI = Actor(f"{WIKIDATA}Q912", "Mali", "country", "ML")
RUSSIA = Actor(f"{WIKIDATA}Q159", "Russia", "country", "RU", (), "Russie")
PUTIN = Actor(f"{WIKIDATA}Q7747", "Vladimir Putin", "person", "RU", (), "Vladimir Poutine")
UNITED_NATIONS = Actor(f"{WIKIDATA}Q1065", "United Nations", "organisation")

MEETING = "On Friday, Mali and France met in Paris."


def said(  # noqa: PLR0913
    subject: Actor,
    relation: str,
    object_: Actor,
    text: str = "",
    date: str | None = "2023",
    *,
    article: str = "",
    lang: str = "en",
    publisher: str = "Paper",
    trigger: str = "",
) -> Statement:
    """Return a statement of an article of its own, or of one that is named."""
    text = text or f"{subject.label} {relation} {object_.label}."
    url = "https://news.example/a"
    source = Source(
        article or f"a-{date}-{publisher}-{lang}", lang, "A title", "2023-05-04", url, publisher
    )
    words = (subject.label, object_.label, trigger)
    at = [(text.find(word), len(word)) for word in words]
    marks = Marks(*(((start, start + long),) if long and start >= 0 else () for start, long in at))
    evidence = Evidence(source, text, 0, len(text), f"en.{relation}.1", marks)
    return Statement(subject, relation, object_, evidence, date)


ACCUSATION = said(RUSSIA, "accuses", FRANCE, "Russia accused France of lying.", "2021-03-01")

#: Three countries, one person inside Russia, a plan that is hidden at first.
SAMPLE = Graph.of(
    [
        said(FRANCE, "meets", MALI, MEETING, trigger="met"),
        ACCUSATION,
        said(RUSSIA, "accuses", FRANCE, "Russia again accused France of lying.", "2022"),
        said(PUTIN, "leads", RUSSIA, "Putin leads Russia."),
        said(PUTIN, "meets", FRANCE, "Putin met the French.", "2022-06-15", lang="fr"),
        said(RUSSIA, "arms", MALI, "Russia delivered helicopters to Mali.", publisher="Gazette"),
        replace(said(MALI, "visits", RUSSIA, "Mali plans a visit to Russia."), modality="planned"),
    ]
)

#: One article says what another denies.
CONTESTED = Graph.of(
    [
        said(RUSSIA, "attacks", MALI, "Russia attacked Mali.", article="a"),
        replace(
            said(RUSSIA, "attacks", MALI, "Russia denied it.", article="b", publisher="Gazette"),
            modality="denied",
        ),
    ]
)


def state(number: int) -> Actor:
    """Return a country that no atlas has."""
    return Actor(
        f"https://w3id.org/diplograph/actor/state-{number:02}", f"State {number:02}", "country"
    )
