"""The pipeline that is asked for no more than is used gives what the plain one gives."""

import gc
import gzip
import json
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc

from graph import languages
from graph.careful import release
from graph.extract.parsing.alone import Alone
from graph.extract.parsing.encoder import Encoder, lean
from graph.extract.parsing.lemmas import Packed, PackedWords
from graph.extract.parsing.parse import BATCH, annotate, load_parser
from graph.extract.parsing.pipeline import WORDS, Pipeline
from graph.extract.parsing.transitions import Transitions, stepwise
from graph.text.sentences import split
from graph.undisturbed import undisturbed

TRAINING = Path(__file__).parents[1] / "training"

# Words that only their neighbours make what they are, and one that is longer in lower case.
TIED = {
    "fr": ["Le parti İYİ n'a qu'un accord avec elle."],
    "en": ["There is a treaty.", "They're gonna leave, ain't they?", "Let's go, y'all."],
}
ARTICLES, ENOUGH = 12, 100
LATIN = 1_000

# A network that is soon made.
SIZES = {"width": 8, "depth": 1, "maxout_pieces": 2}


def _texts(lang: str) -> list[str]:
    with gzip.open(TRAINING / f"{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, ARTICLES)]
    found = [text[s.start : s.end] for text in texts for s in split(text, lang)]
    return [*TIED[lang], *found, *TIED[lang]]


@cache
def _plain(model: str) -> Any:  # spaCy's, which has no types
    return import_module(model).load()


def _expected(plain: Language, texts: list[str]) -> list[list[tuple[object, ...]]]:
    """Return what a plain pipeline says of each word, of texts that are each one sentence."""

    def whole(text: str) -> Doc:
        doc: Doc = plain.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    return [
        [(t.idx, len(t), t.lower_, t.lemma_, t.pos_, t.dep_, str(t.morph), t.head.i) for t in doc]
        for doc in plain.pipe(map(whole, texts))
    ]


def _found(parser: Pipeline, texts: list[str]) -> list[list[tuple[object, ...]]]:
    return [[tuple(token) for token in tokens] for tokens in parser.tokens(texts, BATCH)]


@pytest.mark.parametrize("lang", sorted(TIED))
def test_every_token_is_that_of_the_plain_pipeline(lang: str) -> None:
    texts, model = _texts(lang), languages.load(lang).tables["parser"]["model"]
    found = _found(load_parser(model), texts)
    assert len(found) > ENOUGH
    assert found == _expected(_plain(model), texts)


@given(st.lists(st.text()))
@pytest.mark.parametrize("lang", sorted(TIED))
def test_any_text_is_parsed_as_by_the_plain_pipeline(lang: str, texts: list[str]) -> None:
    model = languages.load(lang).tables["parser"]["model"]
    assert _found(load_parser(model), texts) == _expected(_plain(model), texts)


@pytest.mark.parametrize("lang", sorted(TIED))
def test_networks_of_the_models_used_are_run_with_less_work(lang: str) -> None:
    plain = _plain(languages.load(lang).tables["parser"]["model"])
    assert isinstance(lean(plain.get_pipe("tok2vec"), plain.vocab, WORDS), Encoder)
    assert isinstance(stepwise(plain.get_pipe("parser")), Transitions)


def test_networks_of_another_build_are_run_as_they_are() -> None:
    other = spacy.blank("en")
    wide = {"@architectures": "spacy.MaxoutWindowEncoder.v2", **SIZES, "window_size": 2}
    rows = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 8, "attrs": ["ORTH"], "rows": [9]}
    embed = {**rows, "include_static_vectors": False}
    model = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": wide}
    parts = [other.add_pipe("tok2vec", config={"model": model}), other.add_pipe("beam_parser")]
    for part in (*parts, other.add_pipe("tagger")):
        assert stepwise(lean(part, other.vocab, WORDS)) is part


@pytest.mark.parametrize("lang", sorted(TIED))
def test_patterns_of_a_tokenizer_find_nothing_in_letters(lang: str) -> None:
    """Which is why they are not asked of words of letters only."""
    tokenizer = _plain(languages.load(lang).tables["parser"]["model"]).tokenizer
    letters = [letter for letter in map(chr, range(0x20000)) if letter.isalpha()]
    for letter in [*letters[:LATIN], *letters[LATIN::20]]:
        for word in (letter, f"{letter}a", f"a{letter}", f"A{letter}A", f"a{letter}b"):
            assert tokenizer.prefix_search(word) is None
            assert tokenizer.suffix_search(word) is None
            assert not list(tokenizer.infix_finditer(word))


@given(
    st.dictionaries(
        st.text(min_size=1), st.lists(st.from_regex(r"\w+", fullmatch=True), min_size=1)
    )
)
def test_packed_lemmas_are_those_that_were_packed(words: dict[str, list[str]]) -> None:
    packed = Packed(map(get_string_id, words), words.values())
    assert len(packed) == len(words)
    assert all(packed.get(word) == lemmas for word, lemmas in words.items())
    assert packed.get("two words", ["none"]) == words.get("two words", ["none"])


@given(st.sets(st.text()), st.text())
def test_packed_words_are_those_that_were_packed(words: set[str], other: str) -> None:
    packed = PackedWords(words)
    assert len(packed) == len(words)
    assert all(word in packed for word in words)
    assert (other in packed) == (other in words)


def test_what_was_loaded_can_be_let_go() -> None:
    """And is loaded again when it is needed."""
    text, model = "France recalled its ambassador.", languages.load("en").tables["parser"]["model"]
    (before,) = annotate([text], model)
    release()
    assert load_parser.cache_info().currsize == 0
    (after,) = annotate([text], model)
    assert [token.lemma for token in after] == [token.lemma for token in before]


def test_a_model_is_loaded_undisturbed() -> None:
    """Although the library that reads it turns the collector of garbage on."""
    looked: list[str] = []

    def look(phase: str, _: dict[str, int]) -> None:
        looked.append(phase)

    gc.callbacks.append(look)
    try:
        with undisturbed():
            Pipeline(languages.load("en").tables["parser"]["model"])
            assert gc.isenabled()
            assert not looked
    finally:
        gc.callbacks.remove(look)


@pytest.mark.parametrize("lang", sorted(TIED))
def test_the_vector_of_a_word_is_the_same_whatever_was_read_before(lang: str) -> None:
    plain = _plain(languages.load(lang).tables["parser"]["model"])
    docs = [plain.make_doc(text) for text in _texts(lang)]
    network = plain.get_pipe("tok2vec").model.layers[0]
    together, alone = (Alone(plain.vocab, network, WORDS) for _ in range(2))
    found, words = together.vectors(docs)
    each = [alone.vectors([doc]) for doc in docs[::-1]][::-1]
    assert np.array_equal(np.concatenate([rows[words] for rows, words in each]), found[words])


@pytest.mark.parametrize("lang", sorted(TIED))
def test_words_of_one_article_are_not_stored_for_good(lang: str) -> None:
    """Nor does it matter where a word is stored, nor that it was forgotten in between."""
    texts, model = _texts(lang), languages.load(lang).tables["parser"]["model"]
    small, large = Pipeline(model, words=1), load_parser(model)
    list(small.tokens(texts[:BATCH], BATCH))
    stored = len(small.vocab.strings)
    for number in range(3):
        said = [f"{text} It was no. {number}{at}77." for at, text in enumerate(texts)]
        assert list(small.tokens(said, BATCH)) == list(large.tokens(said, BATCH))
    assert len(small.vocab.strings) < stored * 1.02
