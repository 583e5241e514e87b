"""When the collector of garbage may look, and at what."""

import gc

import pytest

from graph.undisturbed import loading, undisturbed


def _is_old(made: object) -> bool:
    return any(each is made for each in gc.get_objects(generation=2))


def test_the_collector_waits_until_all_work_is_done() -> None:
    before, one, other = gc.get_threshold(), undisturbed(), undisturbed()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold()[0] == 0
    other.__exit__(None, None, None)
    assert gc.get_threshold() == before


def test_what_is_loaded_is_not_walked_through_once_more() -> None:
    with undisturbed():
        made: list[object] = []
        assert not _is_old(made)
    with loading():
        loaded: list[object] = []
    assert _is_old(loaded)


def test_garbage_of_loading_is_found_at_last() -> None:
    assert not gc.get_freeze_count()
    with loading():
        circle: list[object] = []
        circle.append(circle)
        number = id(circle)
        del circle
    gc.collect()
    assert all(id(each) != number for each in gc.get_objects())


def test_what_a_program_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with loading():
            made: list[object] = []
        assert gc.get_freeze_count() >= frozen - 1_000  # some of it has gone out of use
        assert not _is_old(made)
    finally:
        gc.unfreeze()


def test_a_failure_leaves_the_collector_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), loading():
        raise KeyError
    assert gc.get_threshold() == before
