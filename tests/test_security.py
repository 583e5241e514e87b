"""What SECURITY.md promises of the code itself: no shell, no code from data, no secret shown."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.cells import guarded
from graph.model import Article
from graph.rdf.push.client import Credentials
from graph.read import read_articles
from graph.terminal import plain

ROOT = Path(__file__).parent.parent
MODULES = [ROOT / "cli.py", *sorted((ROOT / "graph").rglob("*.py"))]

#: Modules that run what they are given, or make objects of it.
FORBIDDEN = {"subprocess", "pickle", "marshal", "shelve", "yaml", "ctypes", "dill", "joblib"}
CALLS = {"eval", "exec", "compile", "__import__", "system", "popen", "spawnl", "execv"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_runs_what_it_reads(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {(node.module or "").split(".")[0]}
        else:
            names = set()
        assert not names & FORBIDDEN
        if isinstance(node, ast.Call):
            function = node.func
            called = (
                function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            )
            owner = getattr(getattr(function, "value", None), "id", "")
            assert called not in CALLS or (called == "compile" and owner == "re"), path


def test_only_who_must_touches_the_network() -> None:
    """Fetching, pushing, serving and asking Wikidata; reading and building never."""
    network = {"socket", "http", "urllib.request", "httpx", "httpcore", "requests", "ftplib"}
    users = {
        path.relative_to(ROOT / "graph").as_posix()
        for path in MODULES[1:]
        if set(re.findall(r"^\s*(?:import|from) ([\w.]+)", path.read_text("utf-8"), re.MULTILINE))
        & network
    }
    assert {user.split("/")[0] for user in users} <= {"fetch", "rdf", "web.py", "update"}
    assert all(user.startswith(("rdf/push/", "rdf/serve")) for user in users if "rdf" in user)


def test_secrets_are_not_shown() -> None:
    secret = Credentials.read("user:geheim")
    assert "geheim" not in f"{secret} {secret!r}"


@given(st.text())
def test_no_text_moves_a_terminal(text: str) -> None:
    shown = plain(text)
    assert shown.isprintable()
    assert "\n" not in shown


@given(st.text(max_size=20), st.sampled_from(["=", "+", "-", "@", "\t", "\r"]))
def test_no_cell_is_a_formula(text: str, sign: str) -> None:
    cell = str(guarded(sign + text))
    assert cell.startswith("'")


def test_links_in_a_folder_lead_nowhere_else(tmp_path: Path) -> None:
    """Who packed a folder may have put links into it, to what only its reader may see."""
    (tmp_path / "outside").mkdir()
    secret = tmp_path / "outside" / "secret.txt"
    secret.write_text("The minister of France met the minister of Iran.", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "round").symlink_to(folder)
    (folder / "out").symlink_to(tmp_path / "outside")
    (folder / "leak.txt").symlink_to(secret)
    (folder / "own.txt").write_text(
        "The minister of Mali met the minister of Niger, and they said that they would talk.",
        "utf-8",
    )
    (folder / "again.txt").symlink_to(folder / "own.txt")
    *articles, note = read_articles([str(folder)])
    texts = {article.text for article in articles if isinstance(article, Article)}
    assert len(articles) == 2
    assert texts == {
        "The minister of Mali met the minister of Niger, and they said that they would talk."
    }
    assert "1 file passed over (1 leading out of it by a link)" in str(note)
