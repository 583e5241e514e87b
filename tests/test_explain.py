"""What an explanation shows is what the extraction does."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import pytest

from graph.explain import explain
from graph.explain.asked import with_asked
from graph.explain.records import Explained, Told
from graph.explain.show import _REASONS, show
from graph.explain.why import why_nothing
from graph.extract import extract
from graph.extract.watch import Reason
from graph.knowledge import load_knowledge
from graph.model import Article, Statement
from graph.read import readable
from graph.terminal import plain

ROOT = Path(__file__).parent.parent


def statements(explained: Explained) -> list[Statement]:
    return [statement for told in explained.sentences for statement in told.statements]


def explained(text: str, lang: str = "en") -> Explained:
    article = Article("a", text, published="2024-06-12", lang=lang)
    return next(explain([article], load_knowledge()))


def told(text: str, lang: str = "en") -> Told:
    """Return what is told of the last sentence of a text."""
    return explained(text, lang).sentences[-1]


def text(explained_: Explained, sentences: Sequence[Told] | None = None, near: int = 9) -> str:
    chosen = explained_.sentences if sentences is None else sentences
    lines = show(explained_, chosen, near=near)
    return "\n".join("".join(plain(part.text) for part in line) for line in lines)


@pytest.mark.parametrize("folder", ["data/articles", "tests/cases", "tests/eval"])
def test_it_gives_what_the_extraction_gives(folder: str) -> None:
    """All sample articles, sentence by sentence; both as records and as shown."""
    articles = list(readable([str(ROOT / folder)], lambda error: pytest.fail(str(error))))
    assert articles
    knowledge = load_knowledge()
    for (article, found), seen in zip(
        extract(articles, knowledge), explain(articles, knowledge), strict=True
    ):
        assert seen.article == article
        assert sorted(statements(seen), key=lambda s: s.id) == sorted(found, key=lambda s: s.id)
        assert text(seen).count("\n  found ") == len(found)
        for sentence in seen.sentences:
            assert article.text[sentence.span.start : sentence.span.end] == sentence.text
            assert {s.evidence.sentence for s in sentence.statements} <= {sentence.text}


def test_one_article_twice_is_explained_twice() -> None:
    article = Article("a", "France condemned Russia.", lang="en")
    first, second = explain([article, article], load_knowledge())
    assert first == second
    assert statements(first)


def test_odd_characters_are_shown_as_they_are() -> None:
    usual = "France officially condemned Iran."
    odd = "\u00ad".join(usual)
    (sentence,) = explained(odd).sentences
    assert (sentence.text, sentence.span.end) == (odd, len(odd))
    names = [name.replace("\u00ad", "") for name, _ in sentence.mentions]
    assert names == ["France", "Iran"]
    assert [each.evidence.sentence for each in statements(explained(odd))] == [odd]
    assert [each.fit.rule for each in sentence.fired] == ["en.criticizes.1"]


def test_a_sentence_of_odd_characters_is_found_by_number_and_text() -> None:
    text = "Rome.\u200b Paris condemned Moscow.\u200b Se\u0301ne\u0301gal met Iran."
    article = Article("a", text, lang="en")
    for number, held in ((2, "paris"), (3, "Sénégal met"), (3, "Se\u0301ne\u0301gal")):
        (found,) = with_asked([article], number, held, lambda _: None)
        (told_,) = next(explain([found], load_knowledge())).only(number, held)
        assert told_.number == number


def test_every_fired_frame_is_shown_with_its_pattern() -> None:
    found = told("France recalled its ambassador to Niger on Tuesday.")
    (fired,) = found.fired
    assert fired.kept
    assert not fired.fit.loose
    assert fired.fit.rule.startswith("en.recallsAmbassadorFrom.")
    assert fired.statement in found.statements
    assert fired.fit.pattern in text(explained(found.text))


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The weather was fine in the morning.", "no mention of an actor"),
        ("France slept.", "the article names only one actor"),
        (
            "Peru met Chile. Rain fell. France slept.",
            "only one actor, and no word that may mean another",
        ),
        ("In Niger, France condemned the weather.", "no frame fits"),
        (
            "Never before had France recalled its ambassador to Niger.",
            "all that fits was dropped",
        ),
    ],
)
def test_it_says_why_there_is_nothing(sentence: str, why: str) -> None:
    assert why_nothing(told(sentence)) == why


@pytest.mark.parametrize(
    ("lang", "text", "why"),
    [
        (
            "en",
            "The striker thanked Germany. The tournament goes on. The keeper praised Spain.",
            "the article is about sport",
        ),
        (
            "fr",
            "L'Espagne a remercié l'Allemagne. Il pleut. Le match a opposé le Pérou au Chili.",
            "the sentence is about sport",
        ),
        (
            "en",
            "Norway and Denmark met. It snowed. Nobody knows why. The king likes skiing, he says.",
            "not parsed, since its words and those around it promise no statement",
        ),
    ],
)
def test_it_says_why_a_sentence_is_passed_over(lang: str, text: str, why: str) -> None:
    assert why_nothing(told(text, lang)) == why


def test_a_headline_is_not_read() -> None:
    found = explained(
        "France condemns Russia\n\nFrance condemned Russia on Tuesday in a statement."
    )
    headline, prose = found.sentences
    assert why_nothing(headline) == "a headline is not read"
    assert why_nothing(prose) == ""


def test_a_near_miss_names_the_slot_that_is_empty() -> None:
    near = told("In Niger, France condemned the weather.").near
    assert ("condemned", "O") in {(item.predicate, item.missing) for item in near}


def test_what_beats_a_match_is_named() -> None:
    lost = told("France lifted its sanctions on Niger.").lost
    assert lost
    assert all(item.winner for item in lost if item.reason in ("specific", "spoken", "outward"))


@pytest.mark.parametrize(
    ("text_", "reason"),
    [
        ("France supports Greenpeace.", "civil"),
        ("Vladimir Putin threatened Dmitry Medvedev.", "domestic"),
    ],
)
def test_what_is_no_affair_of_states_has_a_reason_of_its_own(text_: str, reason: str) -> None:
    found = explained(text_)
    assert reason in {item.reason for each in found.sentences for item in each.lost}
    assert not statements(found)
    assert "dropped" in text(found)


def test_what_cannot_be_meant_has_the_reason_that_it_has() -> None:
    lost = {item.reason for item in told("France will not help Iran's exports.").lost}
    assert "matter" in lost
    assert "kinds" not in lost


def test_every_reason_has_words() -> None:
    assert set(_REASONS) == set(get_args(Reason))


def test_clauses_show_arguments_voice_and_actors() -> None:
    (clause,) = [c for c in told("Niger was condemned by France.").clauses if c.pos == "VERB"]
    assert clause.passive
    ends = {item.role: [actor.country for actor in item.actors] for item in clause.arguments}
    assert ends["subject"] == ["FR"]
    assert ends["object"] == ["NE"]


@pytest.mark.parametrize(
    ("sentence", "predicate", "cue"),
    [
        ("France did not condemn Niger.", "condemn", ("denied", "condemn")),
        ("France plans to visit Niger.", "visit", ("planned", "plans")),
        ("Did France condemn Niger?", "condemn", ("possible", "a question or condition")),
    ],
)
def test_cues_say_where_they_stand(sentence: str, predicate: str, cue: tuple[str, str]) -> None:
    (clause,) = [c for c in told(sentence).clauses if c.text == predicate]
    assert clause.modality == cue[0]
    assert cue in clause.cues


def test_dates_belong_to_predicates() -> None:
    (dated,) = told("France recalled its ambassador to Niger on Tuesday.").dates
    assert (dated.text, dated.value, dated.owner) == ("on Tuesday", "2024-06-11", "recalled")


def test_sentences_are_chosen_by_number_and_by_text() -> None:
    found = explained("France condemned Russia. Germany condemned Iran.")
    assert [s.number for s in found.only(2, "")] == [2]
    assert [s.number for s in found.only(None, "FRANCE  condemned".replace("  ", " "))] == [1]
    assert found.only(1, "Iran") == ()
    assert text(found, found.only(1, "Iran")) == ""


def test_nothing_of_an_article_controls_the_terminal() -> None:
    shown = text(explained("[bold]France\x1b[2J condemned\u202e Russia\x9b31m."))
    assert "[bold]" in shown
    assert all(char.isprintable() or char == "\n" for char in shown)


def test_articles_without_a_sentence_that_is_asked_for_are_not_parsed() -> None:
    texts = ("France condemned Iran. Rain fell.", "Rain fell.", "")
    articles = [Article(str(number), text, lang="en") for number, text in enumerate(texts)]

    def asked(number: int | None, text: str) -> tuple[list[str], list[int]]:
        counts: list[int] = []
        return [each.id for each in with_asked(articles, number, text, counts.append)], counts

    assert asked(None, "CONDEMNED") == (["0"], [2, 1, 0])
    assert asked(2, "") == (["0"], [2, 1, 0])
    assert asked(None, "rain")[0] == ["0", "1"]
    assert asked(2, "France")[0] == []
