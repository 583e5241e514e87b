"""The targets that atheris fuzzes at length, here with inputs of Hypothesis and broken samples."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.targets import SUFFIXES, TARGETS, reader

DATA = Path(__file__).parent.parent / "data" / "read"
SAMPLES = {path.suffix: path.read_bytes() for path in sorted(DATA.iterdir())}
#: Pieces that texts have been broken with.
PIECES = st.sampled_from(
    [
        *("France", "Iran", "l'Iran", "met", "condemned", "a condamné", "said", "mardi", "1"),
        *("«", "»", "“", "(", ")", "–", ";", ":", ",", ".", "...", "\n", "\n\n", "\r", "\x00"),
        *("\u202e", "\u2028", "\ufeff", "\u0301", "\U0001f600", "PARIS (AFP) –", "Photo :"),
        *("qui", "who", "not", "ne", "pas", "their", "ils", "the two countries", "2024-02-30"),
        *("12 May 2024", "President", "le président", "\t", "»."),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=40).map(" ".join)


@pytest.mark.parametrize("name", sorted(set(TARGETS) - {"reader"}))
@settings(max_examples=40)
@given(data=TEXTS.map(lambda text: text.encode("utf-8", "replace")) | st.binary(max_size=60))
def test_no_text_breaks(name: str, data: bytes) -> None:
    TARGETS[name](data)


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_no_bytes_break_a_reader(data: bytes) -> None:
    reader(data)


@pytest.mark.parametrize("suffix", sorted(SAMPLES))
@settings(max_examples=30)
@given(
    cut=st.integers(0, 3000),
    at=st.integers(0, 3000),
    new=st.binary(max_size=6) | st.sampled_from([b"<div>" * 50, b"\x00", b"]]>", b'"', b"&a;"]),
)
def test_no_broken_sample_breaks_a_reader(suffix: str, cut: int, at: int, new: bytes) -> None:
    content = SAMPLES[suffix]
    broken = content[:at] + new + content[at + len(new) :]
    reader(bytes([SUFFIXES.index(suffix)]) + broken[: len(broken) - cut % len(broken)])


def test_the_samples_hold_every_format_of_text() -> None:
    """A target that starts from nothing finds little."""
    assert set(SAMPLES) == {".html", ".csv", ".xml", ".atom"}
