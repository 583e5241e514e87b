"""How many processes a machine has room for."""

from pathlib import Path

import pytest

from graph.engines import machine

BYTES = 1_000_000_000


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put what Linux says of a machine of 16 free gigabytes into files of a test's own."""
    for name in ("_QUOTA", "_MEMORY", "_BOUND", "_HELD"):
        monkeypatch.setattr(machine, name, tmp_path / name)
    monkeypatch.setattr(machine, "_cores", lambda: 8)
    (tmp_path / "_MEMORY").write_text("MemTotal: 1 kB\nMemAvailable: 16000000 kB\n", "ascii")
    return tmp_path


def test_cores_bound_the_processes(files: Path) -> None:
    assert machine.room() == 8
    (files / "_QUOTA").write_text("200000 100000\n", "ascii")
    assert machine.room() == 2
    (files / "_QUOTA").write_text("max 100000\n", "ascii")
    assert machine.room() == 8


def test_free_memory_bounds_the_processes(files: Path) -> None:
    (files / "_MEMORY").write_text("MemAvailable: 2500000 kB\n", "ascii")
    assert machine.room() == 3


def test_the_memory_of_a_container_bounds_them_too(files: Path) -> None:
    (files / "_BOUND").write_text("max\n", "ascii")
    assert machine.room() == 8
    (files / "_BOUND").write_text(f"{4 * BYTES}\n", "ascii")
    (files / "_HELD").write_text(f"{2 * BYTES}\n", "ascii")
    assert machine.room() == 2
    (files / "_HELD").write_text(f"{4 * BYTES}\n", "ascii")
    assert machine.room() == 1, "one process runs in any case"
