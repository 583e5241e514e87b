"""Whatever the repairs of a parse do, what comes out is a tree."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import languages
from graph.extract.parsing.repair import repaired
from graph.extract.parsing.repair.excluded import excluded
from graph.extract.parsing.repair.lists import enumerations
from graph.extract.parsing.repair.outer import verbs
from graph.extract.parsing.repair.together import together
from graph.extract.parsing.repair.undergone import undergone
from graph.extract.parsing.repair.verbs import perfects
from graph.extract.parsing.word import PAST, Word, Words, is_tree

TABLES = {lang: languages.load(lang).tables["parser"] for lang in ("en", "fr")}
TEXTS = (
    *"ABC",
    ",",
    "and",
    "et",
    "that",
    "qui",
    "to",
    "said",
    "as",
    "the",
    "celui",
    "while",
    "dont",
    "whose",
    "auquel",
    "que",
    "severs",
    "dire",
    "not",
    "but",
    "own",
    "near",
)
POS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "PRON", "ADP", "PUNCT", "CCONJ", "SCONJ", "ADV")
FORMS = (
    *("VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "Tense=Past", "Mood=Ind"),
    *("Number=Plur", "PronType=Rel", "Definite=Def", "Reflex=Yes", "Polarity=Neg"),
)


def word(at: int, text: str, pos: str, role: str, head: int) -> Word:
    """Return a word; one letter names somebody."""
    mention = at if len(text) == 1 and text.isalpha() else None
    return Word(at, text, text, pos, role, head, None, 2 * at, 2 * at + 1, mention, frozenset())


@st.composite
def parses(draw: st.DrawFn, lang: str) -> Words:
    """Trees of any words, whose heads are drawn in an order of their own."""
    roles = sorted({*TABLES[lang]["roles"].values(), "punctuation", "other"} - {"root"})
    order = draw(st.permutations(range(draw(st.integers(1, 9)))))
    found = {}
    for place, at in enumerate(order):
        head = order[draw(st.integers(0, place - 1))] if place else at
        role = draw(st.sampled_from(roles)) if place else "root"
        text, pos = draw(st.sampled_from(TEXTS)), draw(st.sampled_from(POS))
        made = word(at, text, pos, role, head)
        prep = draw(st.sampled_from((None, "of", "de", "between", "from")))
        features = frozenset(draw(st.sets(st.sampled_from(FORMS))))
        found[at] = replace(made, prep=prep, features=features)
    return Words(found[at] for at in sorted(found))


@pytest.mark.parametrize("lang", TABLES)
@given(st.data())
def test_what_is_repaired_is_a_tree(lang: str, data: st.DataObject) -> None:
    assert all(map(is_tree, repaired([data.draw(parses(lang))], TABLES[lang])))


def test_a_loop_is_no_tree() -> None:
    two = Words([word(0, "A", "PROPN", "root", 0), word(1, "B", "PROPN", "conjunct", 0)])
    assert is_tree(two)
    assert not is_tree(Words([replace(two[0], head=1), two[1]]))
    assert not is_tree(Words([replace(two[0], role="oblique"), two[1]]))


def test_nothing_is_its_own_partner() -> None:
    """In "with trade against B" what stands right before the preposition is the noun itself."""
    words = Words(
        [
            word(0, "A", "PROPN", "subject", 1),
            word(1, "complained", "VERB", "root", 1),
            word(2, "with", "ADP", "other", 1),
            replace(word(3, "trade", "NOUN", "oblique", 1), prep="with"),
            word(4, "against", "ADP", "preposition", 3),
            word(5, "B", "PROPN", "object", 1),
        ]
    )
    together(words, TABLES["en"])
    assert is_tree(words)
    assert words[3].head == 1


def test_a_participle_takes_no_place_from_its_own_auxiliary() -> None:
    """In "the jets have flown" the parser may tag the verb as an adjective of "have"."""
    words = Words(
        [
            word(0, "jets", "NOUN", "root", 0),
            word(1, "having", "AUX", "auxiliary", 2),
            replace(word(2, "flown", "VERB", "modifier", 0), features=PAST),
            word(3, "sorties", "NOUN", "object", 2),
        ]
    )
    perfects(words, TABLES["en"])
    assert is_tree(words)


@pytest.mark.parametrize("head", [1, 4, 5])
def test_who_is_meant_stays_in_the_sentence(head: int) -> None:
    """Of "A armed not B but C" the parser may hang B from C, or from what hangs from him."""
    words = Words(
        [
            word(0, "A", "PROPN", "subject", 1),
            word(1, "armed", "VERB", "root", 1),
            word(2, "not", "PART", "negation", 3),
            word(3, "B", "PROPN", "object", head),
            word(4, "but", "CCONJ", "coordinator", 5),
            word(5, "C", "PROPN", "object", 1),
        ]
    )
    excluded(words, TABLES["en"])
    assert is_tree(words)
    assert [(each.text, each.head) for each in words if each.role == "object"] == [("C", 1)]


@pytest.mark.parametrize("role", ["oblique", "conjunct"])
def test_a_loop_of_nouns_is_left(role: str) -> None:
    """Earlier rules may have tied one; to look for who did it ends all the same."""
    made = [
        word(0, "se", "PRON", "reflexive", 1),
        word(1, "voir", "VERB", "root", 1),
        word(2, "punir", "VERB", "infinitive", 1),
        word(3, "A", "PROPN", role, 4),
        word(4, "B", "PROPN", role, 3),
    ]
    forms = {0: "Reflex=Yes", 2: "VerbForm=Inf"}
    words = Words(replace(each, features=frozenset({forms.get(each.index, "")})) for each in made)
    words[3] = replace(words[3], prep="par")
    undergone(words, TABLES["fr"])
    assert words[3].role == role


def test_the_first_of_an_enumeration_takes_the_place_of_the_one_it_hangs_from() -> None:
    """In "patrols by A, B and D officers" the parser may hang A from D."""
    words = Words(
        [
            word(0, "patrols", "NOUN", "root", 0),
            word(1, "A", "ADJ", "modifier", 5),
            word(2, ",", "PUNCT", "punctuation", 1),
            word(3, "B", "ADJ", "conjunct", 1),
            word(4, "and", "CCONJ", "coordinator", 3),
            replace(word(5, "D", "ADJ", "oblique", 0), prep="by"),
        ]
    )
    enumerations(words, TABLES["en"])
    assert [(item.head, item.role, item.prep) for item in words if item.mention is not None] == [
        (0, "oblique", "by"),
        (1, "conjunct", None),
        (1, "conjunct", None),
    ]


def test_the_verb_of_an_enumeration_takes_the_place_of_a_name_above_it() -> None:
    """In "A, B and C will hold exercises" the parser may take the verb for a clause about A."""
    words = Words(
        [
            word(0, "A", "PROPN", "root", 0),
            word(1, ",", "PUNCT", "punctuation", 0),
            word(2, "B", "PROPN", "subject", 5),
            word(3, "and", "CCONJ", "coordinator", 4),
            word(4, "C", "PROPN", "conjunct", 2),
            word(5, "hold", "VERB", "relative", 0),
        ]
    )
    enumerations(words, TABLES["en"])
    assert [(item.text, item.head, item.role) for item in words if item.head == 5] == [
        ("A", 5, "subject"),
        ("hold", 5, "root"),
    ]
    assert is_tree(words)


def test_the_verb_behind_a_relative_clause_is_that_of_the_name() -> None:
    """In "A, which leads B, warns C" the parser may take the second verb into the clause."""
    words = Words(
        [
            word(0, "A", "PROPN", "root", 0),
            word(1, ",", "PUNCT", "punctuation", 0),
            word(2, "which", "PRON", "subject", 3),
            word(3, "leads", "VERB", "relative", 0),
            word(4, "B", "PROPN", "object", 3),
            word(5, ",", "PUNCT", "punctuation", 3),
            replace(
                word(6, "warns", "VERB", "infinitive", 3), features=frozenset({"VerbForm=Fin"})
            ),
            word(7, "C", "PROPN", "object", 6),
        ]
    )
    verbs(words)
    assert [(words[at].head, words[at].role) for at in (0, 6)] == [(6, "subject"), (6, "root")]
