"""Fuzz each target with atheris, guided by what the code covers: ``make fuzz``.

Each target runs in a process of its own; one that takes more than five seconds
for an input, or breaks, is named with the file that holds the input.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.targets import SUFFIXES, TARGETS

ROOT = Path(__file__).parent.parent.parent
SAMPLES = (ROOT / "tests" / "data" / "read", ROOT / "data" / "articles")

#: Seconds for one input.
LONGEST = 5


def main() -> int:
    """Fuzz all targets, or one; say how many inputs were tried and what was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=int, default=600)
    asked.add_argument("--target", choices=TARGETS)
    asked.add_argument("--corpus", type=Path)
    given = asked.parse_args()
    if given.target:
        fuzz(given.target, given.corpus, given.seconds)
        return 0
    return max(run(name, given.seconds // len(TARGETS)) for name in TARGETS)


def run(name: str, seconds: int) -> int:
    """Fuzz one target in a process of its own."""
    with tempfile.TemporaryDirectory() as corpus:
        seed(name, Path(corpus))
        command = [sys.executable, "-m", "tests.faults.fuzz", "--target", name]
        command += ["--seconds", str(seconds), "--corpus", corpus]
        done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, check=False)  # noqa: S603
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    last = next((line for line in reversed(lines) if line.startswith("#")), "")
    tried = next((line for line in reversed(lines) if line.startswith("Done ")), last)
    print(f"{name}: {tried or 'no input was tried'}", flush=True)
    if done.returncode:
        print("\n".join(lines[-40:]), flush=True)
    return 1 if done.returncode else 0


def seed(name: str, corpus: Path) -> None:
    """Start from real files."""
    for folder in SAMPLES:
        for path in sorted(folder.iterdir()):
            start = b""
            if name == "reader":
                number = SUFFIXES.index(path.suffix) if path.suffix in SUFFIXES else 0
                start = bytes([number])
            (corpus / f"seed-{path.name}").write_bytes(start + path.read_bytes()[:4000])


def fuzz(name: str, corpus: Path, seconds: int) -> None:
    """Hand over to atheris, which does not return."""
    import atheris

    target = TARGETS[name]
    for path in sorted((corpus).iterdir()):
        target(path.read_bytes())  # loads all that is loaded late, before anything is timed
    atheris.instrument_all()
    options = [f"-max_total_time={seconds}", f"-timeout={LONGEST}", "-max_len=6000"]
    options += ["-rss_limit_mb=4096", f"-artifact_prefix={ROOT}/.fuzz-{name}-"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
