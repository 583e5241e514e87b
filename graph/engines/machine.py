"""What a machine has room for."""

import os
from pathlib import Path

#: Bytes that a process with both languages' models takes, at the most.
_PROCESS = 800_000_000

#: Where Linux says how much of the machine's cores a container may use.
_QUOTA = Path("/sys/fs/cgroup/cpu.max")
_MEMORY = Path("/proc/meminfo")

#: Where it says how many bytes a container may hold, and how many it holds.
_BOUND, _HELD = Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")

#: What is said where nothing bounds memory.
_MUCH = 1 << 60


def room() -> int:
    """Return how many processes that read articles this machine has the cores and memory for."""
    return max(1, min(_cores(), _quota(), _free() // _PROCESS))


def _cores() -> int:
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _quota() -> int:
    """Return the cores that a container is allowed, or many where there is no bound."""
    try:
        allowed, period = _QUOTA.read_text(encoding="ascii").split()
        return max(1, int(allowed) // int(period))
    except (OSError, ValueError):
        return 1 << 16


def _free() -> int:
    """Return the bytes of memory that are free, on the machine and in the container."""
    return min(_available(), max(0, _number(_BOUND, _MUCH) - _number(_HELD, 0)))


def _available() -> int:
    """Return the bytes that are free on the machine, or many where the system does not say."""
    try:
        lines = _MEMORY.read_text(encoding="ascii").splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("MemAvail"))
    except (OSError, StopIteration, ValueError):
        return _MUCH


def _number(path: Path, other: int) -> int:
    """Return the number that a file holds, or another where it holds none."""
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return other
