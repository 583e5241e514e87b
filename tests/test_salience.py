"""Whom a text means where it leaves somebody unsaid."""

from hypothesis import given
from hypothesis import strategies as st

from graph.actors.mention import Mention
from graph.extract.reference.memory import Act, Memory
from graph.extract.reference.salience import Spoken, likeliest
from graph.model import Actor

FRANCE, CHINA, JAPAN, ITALY = (
    Actor(code, name, "country", code)
    for code, name in (
        ("FR", "France"),
        ("CN", "China"),
        ("JP", "Japan"),
        ("IT", "Italy"),
    )
)

actors = st.sampled_from([FRANCE, CHINA, JAPAN, ITALY])

#: A place behind everything.
END = 1000


def memory(*named: Actor, about: tuple[Actor, ...] = (), acts: tuple[Act, ...] = ()) -> Memory:
    """Return what is left of a text that named some actors one after another."""
    mentions = [Mention(at, at + 1, (actor,), "name") for at, actor in enumerate(named)]
    return Memory(about=lambda: about, acts=list(acts), spoken=Spoken.of(mentions))


def meant(memory: Memory) -> Actor | None:
    """Return whom the text means where France acts behind all that was named."""
    return likeliest(memory, [FRANCE], END)[0]


def test_nobody_spoken_of_is_meant_by_nothing() -> None:
    """Where a text has named only whoever acts, it leaves open whom it means."""
    assert likeliest(memory(FRANCE), [FRANCE], END) == (None, 0.0)


def test_whom_the_text_speaks_of_most_is_meant() -> None:
    """Who was named last is not meant if another was named all along."""
    assert meant(memory(CHINA, CHINA, CHINA, CHINA, JAPAN)) == CHINA


def test_whom_the_title_names_is_meant() -> None:
    """Of two named alike, the title decides."""
    assert meant(memory(CHINA, JAPAN, about=(CHINA,))) == CHINA


def test_whoever_was_in_it_with_the_subject_is_meant() -> None:
    """What was told of the subject counts."""
    acts = (Act(FRANCE, "criticizes", CHINA, 0),)
    assert meant(memory(CHINA, JAPAN, acts=acts)) == CHINA


def test_who_is_named_only_later_is_not_meant() -> None:
    """A text does not mean whom it has not spoken of yet."""
    assert likeliest(memory(JAPAN, CHINA, CHINA), [FRANCE], 1)[0] == JAPAN


@given(st.lists(actors), actors)
def test_nobody_does_it_to_its_own_side(named: list[Actor], acting: Actor) -> None:
    """Whoever acts is never meant, and the likelihood is one."""
    found, sure = likeliest(memory(*named), [acting], END)
    assert found != acting
    assert 0 <= sure <= 1


def test_a_quarrel_is_between_those_of_whom_most_was_told() -> None:
    """Whoever mediates does it between two others; one visit since is not their quarrel."""
    acts = (Act(CHINA, "attacks", JAPAN, 0), Act(JAPAN, "visits", ITALY, 1))
    assert set(memory(acts=acts).quarrellers([FRANCE])) == {CHINA, JAPAN}
    assert memory(acts=acts).quarrellers([JAPAN]) == []


@given(st.lists(st.tuples(actors, st.sampled_from(["attacks", "meets"]), actors)), actors)
def test_nobody_quarrels_alone(told: list[tuple[Actor, str, Actor]], mediator: Actor) -> None:
    """A quarrel has two sides or none, and the mediator is neither."""
    acts = tuple(Act(one, relation, other, 0) for one, relation, other in told)
    found = memory(acts=acts).quarrellers([mediator])
    assert len(set(found)) in (0, 2)
    assert mediator not in found
