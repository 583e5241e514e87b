"""What is no affair between states gives no statement: sport, domestic politics, private travel."""

from pathlib import Path

import pytest

from graph import languages
from graph.extract import extract
from graph.extract.selection.topic import Worded, has_any, is_about
from graph.knowledge import load_knowledge
from graph.model import Article
from graph.relations import STATE, relations

SPORT = languages.load("fr").tables["nouns"]["sport"]["words"]


TABLE = Path(__file__).parent / "data" / "eventless.tsv"
ROWS = [
    tuple(line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith(("#", "lang\t"))
]


def events(text: str, lang: str) -> list[str]:
    """Return what a text says that is no state relation."""
    article = Article("a", text, published="2024-06-01", lang=lang)
    ((_, found),) = extract([article], load_knowledge())
    told = [s for s in found if relations()[s.relation].parent != STATE]
    return [f"{s.subject.label} {s.relation} {s.object.label}" for s in told]


@pytest.mark.parametrize(
    "sentence",
    ["Le Maroc a battu l'Espagne en huitièmes de finale.", "Deux tournois ont lieu.", "Le MATCH."],
)
def test_a_sentence_shows_sport(sentence: str) -> None:
    """Words count as written, whole and in any case."""
    assert has_any(Worded.of(sentence), SPORT)


@pytest.mark.parametrize("sentence", ["Un marathon diplomatique.", "La version finale du texte."])
def test_what_only_sounds_like_sport(sentence: str) -> None:
    """News borrows from sport, too."""
    assert not has_any(Worded.of(sentence), SPORT)


def test_half_the_sentences_make_a_topic() -> None:
    """One sentence of several does not."""
    match, other = map(Worded.of, ("Le match a commencé.", "Paris a condamné l'attaque."))
    assert is_about([match, match, other], SPORT)
    assert not is_about([match, other, other], SPORT)
    assert not is_about([match], SPORT)


def test_under_a_title_of_sport_one_of_ten_makes_a_topic() -> None:
    """Whom a match brings together may speak of other things."""
    match, other = map(Worded.of, ("Le match a commencé.", "Paris a condamné l'attaque."))
    title = "La diplomatie du football"
    assert is_about([match, *[other] * 9], SPORT, title)
    assert not is_about([match, *[other] * 10], SPORT, title)
    assert not is_about([other], SPORT, title)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le match était rude. La France a attaqué l'Italie. Le tournoi continue."),
        (
            "fr",
            "Le président français Emmanuel Macron a rencontré la maire de Paris, Anne Hidalgo.",
        ),
        ("fr", "Emmanuel Macron a félicité François Hollande."),
        ("fr", "Emmanuel Macron a accusé François Hollande de mentir."),
        ("fr", "La France, l'Italie, la Chine, le Chili, le Pérou et Cuba se sont rencontrés."),
        ("fr", "Un autocar belge est arrivé en Allemagne."),
        ("fr", "Un agriculteur suisse a atterri à Abou Dhabi."),
        ("en", "Joe Biden has criticised Donald Trump."),
        ("en", "The tournament was rough. France attacked Italy. The tournament goes on."),
    ],
)
def test_no_affair_between_states(lang: str, text: str) -> None:
    """Whoever serves one state is not told of with another who does, nor a private journey."""
    assert events(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Le ministre allemand s'est rendu à Varsovie.", "Germany visits Poland"),
        ("fr", "Une délégation turque est arrivée à Bagdad.", "Turkey visits Iraq"),
        ("fr", "Le gouvernement colombien négocie avec les FARC.", "Colombia negotiatesWith FARC"),
        ("fr", "La Hollande a condamné l'attaque russe.", "Netherlands criticizes Russia"),
    ],
)
def test_affairs_that_look_alike(lang: str, text: str, wanted: str) -> None:
    """Who serves a state goes for it, and an armed group is somebody else than its country."""
    assert wanted in events(text, lang)


@pytest.fixture(scope="module")
def said() -> list[list[str]]:
    """Return what each sentence of the table says, but for offices."""
    articles = [
        Article(f"{at}", text, published="2024-06-01", lang=lang)
        for at, (lang, text) in enumerate(ROWS)
    ]
    return [
        [s.relation for s in found if relations()[s.relation].parent != STATE]
        for _, found in extract(articles, load_knowledge())
    ]


@pytest.mark.parametrize("at", range(len(ROWS)), ids=[row[1] for row in ROWS])
def test_words_of_diplomacy_about_something_else(said: list[list[str]], at: int) -> None:
    """No sentence of the table tells of what states do to each other."""
    assert said[at] == []
