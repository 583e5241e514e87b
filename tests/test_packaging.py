"""What is installed is all there, locked, and nobody else's."""

import re
import tomllib
import zipfile
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

import cli

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-dev.lock": PROJECT["project"]["dependencies"]
    + PROJECT["dependency-groups"]["dev"],
}
_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<rest>.*(?:\n    .*)*)", re.MULTILINE)


def test_wheel_holds_all_code_and_data(tmp_path: Path) -> None:
    """Hatchling leaves out what ``.gitignore`` names, without a word."""
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(path) as wheel:
        packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    on_disk = {file for file in (ROOT / "graph").rglob("*") if file.is_file()}
    wanted = {
        file.relative_to(ROOT).as_posix() for file in on_disk if "__pycache__" not in file.parts
    }
    assert packed == wanted | {"cli.py"}


@pytest.mark.parametrize("package", ["graph", "cli"])
def test_no_other_distribution_claims_our_names(package: str) -> None:
    """They are common names: a second claimant would overwrite files, or be imported for us."""
    assert set(packages_distributions().get(package, [])) <= {"diplograph"}


def test_command_is_the_main_function() -> None:
    assert PROJECT["project"]["scripts"] == {"diplograph": "cli:main"}
    assert callable(cli.main)


@cache
def pins(name: str) -> dict[str, tuple[str, str]]:
    """Return version, and marker with hashes, of each locked package."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {pin["name"]: (pin["version"], pin["rest"]) for pin in _PIN.finditer(text)}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_every_dependency(name: str) -> None:
    """A failure means: run ``make lock``."""
    for text in LOCKS[name]:
        requirement = Requirement(text)
        version, _ = pins(name)[requirement.name]
        assert requirement.specifier.contains(version), text


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    assert all("--hash=sha256:" in rest for _, rest in pins(name).values())


def test_tests_run_on_what_is_shipped() -> None:
    shipped, tested = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: shipped[name][0] for name in shipped} == {
        name: tested[name][0] for name in shipped
    }
