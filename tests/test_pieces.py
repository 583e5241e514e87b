"""What the parser is shown of a sentence leads back to the article's text."""

import pytest

from graph import languages
from graph.extract.parsing.parse import parse
from graph.extract.parsing.pieces import Piece, clauses, plain
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
def test_every_verb_that_is_shown_in_another_tense_has_an_ending(lang: str) -> None:
    table = languages.load(lang).tables["parser"]
    list(presents("", Sentence(0, 0), [], table))  # raises where one has none
    listed = table["presents"]["verbs"]
    assert listed == sorted(set(listed), key=listed.index)
