"""Names beside the circles of a drawn map."""

from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.mapnames import Box, Circle, around, place_names, shortened, width

CIRCLES = st.dictionaries(
    st.text(max_size=3),
    st.builds(Circle, st.text(max_size=60), *[st.integers(-500, 500)] * 2, st.integers(7, 30)),
    max_size=12,
)


@given(CIRCLES)
def test_every_name_is_in_the_picture_and_off_its_circle(circles: dict[str, Circle]) -> None:
    labels = place_names(circles)
    frame = around([label.box for label in labels.values()], 5)
    for key, circle in circles.items():
        text, box = labels[key]
        assert width(text) <= width("x" * 25)
        assert frame.left < box.left <= box.right < frame.right
        assert frame.top < box.top < box.bottom < frame.bottom
        middle = Box(circle.x, circle.y, circle.x, circle.y)
        assert not (box.left < middle.left < box.right and box.top < middle.top < box.bottom)


def test_names_avoid_other_names_and_circles() -> None:
    circles = {"a": Circle("Saudi Arabia", 0, 0, 12), "b": Circle("Qatar", 0, 40, 12)}
    first, second = (label.box for label in place_names(circles).values())
    assert first.bottom <= 28 or first.top >= 52
    assert second.top >= first.bottom or second.bottom <= first.top


def test_a_name_is_cut_by_its_width() -> None:
    assert shortened("France") == "France"
    assert shortened("x" * 30) == "x" * 24 + "…"
    assert len(shortened("長" * 30)) < 16
