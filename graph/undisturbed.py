"""Work that the collector of garbage is kept out of."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: How often the collector looked before, once for each work that is under way.
_before: list[tuple[int, int, int]] = []


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let nothing look for garbage while many small records are made that are all needed.

    Going through them again and again takes a sixth of the time of an extraction, and finds next
    to nothing; whatever is tied in a circle is found afterwards. The collector is told to wait, not
    turned off, for the library that reads spaCy's models turns it on again.
    """
    _before.append(_before[0] if _before else gc.get_threshold())
    gc.set_threshold(0)
    try:
        yield
    finally:
        outside = _before.pop()
        if not _before:  # of several in threads of their own, whichever ends last
            gc.set_threshold(*outside)


@contextmanager
def loading() -> Iterator[None]:
    """Let nothing look for garbage while what stays to the end is made, nor through it afterwards.

    What lives by then counts as old at once. The collector would find that out by a walk through
    all of it, which takes a seventh of a second for each language.
    """
    with undisturbed():
        yield
        if not gc.get_freeze_count():  # what a program has frozen is to stay so
            gc.freeze()
            gc.unfreeze()
