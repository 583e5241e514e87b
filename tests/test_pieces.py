"""What the parser is shown of a sentence leads back to the article's text."""

import re

import pytest

from graph import languages
from graph.extract.parsing.expressions import expressions
from graph.extract.parsing.parse import parse
from graph.extract.parsing.pieces import WORD, Piece, clauses, plain
from graph.extract.parsing.presents import presents
from graph.extract.parsing.simplify import simplify
from graph.model import Sentence

FRENCH = languages.load("fr").tables["parser"]


def test_no_part_of_a_sentence_begins_with_a_blank() -> None:
    text = "Paris refuse ;  Rome accepte ; Berne hésite"
    parts = list(clauses([plain(text, 0, len(text))]))
    assert [part[0].shown for part in parts] == ["Paris refuse ;", "Rome accepte ;", "Berne hésite"]
    assert [text[part[0].start : part[0].end] for part in parts] == [
        part[0].shown for part in parts
    ]


def test_a_capital_without_its_accent_is_where_it_was() -> None:
    text = "Fini. A l'issue du vote, il part."
    pieces = simplify(text, Sentence(6, len(text)), [], [], FRENCH)
    assert "".join(piece.shown for piece in pieces).startswith("après ")
    assert (pieces[0].start, pieces[-1].end) == (6, len(text))


def test_a_verb_shown_in_the_imperfect_is_in_the_present_again() -> None:
    pieces = [Piece(0, 6, "Paris ", 0), Piece(6, 12, "pressait", None, present="presse")]
    pieces.append(Piece(12, 31, " Rome de se retirer", None))
    tree = next(parse([pieces], FRENCH))
    verb = next(word for word in tree.words if word.start == 6)
    assert (verb.text, verb.lemma, verb.end) == ("presse", "presser", 12)
    assert "Tense=Pres" in verb.features


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_expression_is_found_where_it_is_written(lang: str) -> None:
    table = languages.load(lang).tables["parser"]
    for written in table["expressions"]:
        form = re.sub(r"\|\S+", "", written)  # of several forms the first
        before, behind = "" if form[0] == "," else " ", "" if form[-1] == "'" else " "
        text = f"Ici{before}{form}{behind}ici"
        words = set(WORD.findall(text.lower()))
        found = expressions(text, Sentence(0, len(text)), words, table)
        assert any(form in text[piece.start : piece.end] for piece in found), written


def test_quoted_words_that_are_left_out_take_their_marks_along() -> None:
    text = "Il condamne « avec la plus grande fermeté » ce raid."
    pieces = simplify(text, Sentence(0, len(text)), [], [], FRENCH)
    assert "".join(piece.shown for piece in pieces) == "Il condamne ce raid."


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_verb_that_is_shown_in_another_tense_has_an_ending(lang: str) -> None:
    table = languages.load(lang).tables["parser"]
    list(presents("", Sentence(0, 0), [], table))  # raises where one has none
    listed = table["presents"]["verbs"]
    assert listed == sorted(set(listed), key=listed.index)
