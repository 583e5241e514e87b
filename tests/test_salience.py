"""Whom a text means where it leaves somebody unsaid."""

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.memory import Act, Memory, Named
from graph.extract.salience import likeliest, mentioned
from graph.model import Actor

FRANCE, CHINA, JAPAN = (
    Actor(code, name, "country", code)
    for code, name in (
        ("FR", "France"),
        ("CN", "China"),
        ("JP", "Japan"),
    )
)


def memory(*named: Actor, about: tuple[Actor, ...] = (), acts: tuple[Act, ...] = ()) -> Memory:
    """Return what is left of a text that named some actors one after another."""
    items = [Named((actor,), subject=False, many=False) for actor in named]
    return Memory(items, about=about, acts=list(acts), mentions=mentioned(named))


def test_nobody_spoken_of_is_meant_by_nothing() -> None:
    """Where a text has named only whoever acts, it leaves open whom it means."""
    assert likeliest(memory(FRANCE), [FRANCE]) == (None, 0.0)


def test_whom_the_text_speaks_of_most_is_meant() -> None:
    """Who was named last is not meant if another was named all along."""
    assert likeliest(memory(CHINA, CHINA, CHINA, JAPAN), [FRANCE])[0] == CHINA


def test_whom_the_title_names_is_meant() -> None:
    """Of two named alike, the title decides."""
    assert likeliest(memory(CHINA, JAPAN, about=(CHINA,)), [FRANCE])[0] == CHINA


def test_whoever_was_in_it_with_the_subject_is_meant() -> None:
    """What was told of the subject counts."""
    acts = (Act(FRANCE, "criticizes", CHINA, 0),)
    assert likeliest(memory(CHINA, JAPAN, acts=acts), [FRANCE])[0] == CHINA


@given(st.lists(st.sampled_from([FRANCE, CHINA, JAPAN])), st.sampled_from([FRANCE, CHINA, JAPAN]))
def test_nobody_does_it_to_its_own_side(named: list[Actor], acting: Actor) -> None:
    """Whoever acts is never meant, and the likelihood is one."""
    found, sure = likeliest(memory(*named), [acting])
    assert found != acting
    assert 0 <= sure <= 1
