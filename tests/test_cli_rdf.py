"""The commands for RDF, as a person uses them."""

import json
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from graph.export.jsonl import write_jsonl
from tests.samples import WORLD
from tests.stores import Oxigraph
from tests.test_cli import ROOT, Run, run

__all__ = ["run"]

#: The command, interrupted by Ctrl-C also where what started it is not.
PROGRAM = "import signal, cli; signal.signal(signal.SIGINT, signal.default_int_handler); cli.main()"


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> Path:  # noqa: ARG001
    """Save the small world, in the folder that commands run in."""
    (tmp_path / "out").mkdir()
    write_jsonl(WORLD, tmp_path / "out" / "statements.jsonl")
    return tmp_path


@pytest.mark.usefixtures("saved")
class TestCommands:
    """Each in a folder with the small world in ``out``."""

    def test_export_and_validate(self, run: Run, saved: Path) -> None:
        result = run("export", "out", "-f", "trig", "-o", "g.trig", "--rdf-profile", "quads")
        assert (result.status, result.said) == (0, ["Wrote g.trig"])
        assert run("validate", "g.trig").said == ["g.trig: no problems"]
        text = (saved / "g.trig").read_text(encoding="utf-8")
        broken = text.replace("dg:modality dg:denied", "dg:modality dg:refused")
        (saved / "g.trig").write_text(broken, encoding="utf-8")
        result = run("validate", "g.trig")
        assert result.status == 1
        assert result.said[-1] == f"g.trig: {len(result.said) - 1} problems"
        assert all("dg:modality must be one of" in line for line in result.said[:2])

    def test_a_base_of_ones_own(self, run: Run, saved: Path) -> None:
        run("export", "out", "-f", "nt", "-o", "g.nt", "--base-iri", "https://example.org/n/")
        assert "<https://example.org/n/statement/" in (saved / "g.nt").read_text(encoding="utf-8")

    def test_a_part_is_exported_and_asked(self, run: Run, saved: Path) -> None:
        def exported(*options: object) -> list[str]:
            assert run("export", "out", "-o", "part.jsonl", *options).status == 0
            return (saved / "part.jsonl").read_text(encoding="utf-8").splitlines()

        whole = (saved / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
        early = exported("--as-of", "2022-02-10", "--maybe")
        assert 0 < len(early) < len(exported("--as-of", "2022-03")) < len(whole)
        assert set(early) < set(whole)
        late = exported("--during", "2022-03/2030")
        assert late
        assert not set(late) & set(exported("--as-of", "2022-02-28"))
        asked = ("query", "out", "sanctions-since", "--with", "since=2022-03-01")
        assert "Germany" in run(*asked, "--during", "2022-04").out
        assert "Germany" not in run(*asked, "--as-of", "2022-03").out
        result = run("export", "out", "-o", "part.nt", "--maybe")
        assert (result.status, len(result.said)) == (2, 1)
        assert "Add --as-of" in result.said[0]

    def test_query(self, run: Run) -> None:
        listed = run("query", "out").out
        assert "sanctions-since" in listed
        assert "since: a day" in listed
        result = run("query", "out", "sanctions-since", "--with", "since=2022-03-01")
        assert result.out.splitlines()[2].split() == [
            "Germany",
            "Russia",
            "2022-04-01",
            "2022-04-01",
        ]
        result = run("query", "out", "ASK { ?s a dg:Statement }", "-f", "json")
        assert json.loads(result.out) == {"answer": "true"}
        assert run("query", "out", "SELECT ?s { ?s a dg:None }", "-f", "json").out == ""

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("export", "out", "-f", "ttl", "-o", "g", "--rdf-profile", "quads"), "Use trig, nq"),
            (
                ("export", "out", "-f", "ttl", "-o", "g", "--base-iri", "news"),
                "cannot start an IRI",
            ),
            (("build", "out", "-o", "o", "--base-iri", "news"), "cannot start an IRI"),
            (("validate", "out/statements.jsonl"), "is in no format of RDF"),
            (("validate", "none.ttl"), "cannot be read"),
            (("query", "out", "sanction-since"), "Did you mean 'sanctions-since'"),
            (("query", "none", "denials"), "cannot be read"),
            (("query", "out", "ties-of"), "Say actor="),
            (("push", "http://127.0.0.1:9", "out", "--credentials", "none"), "user:password"),
            (("push", "http://127.0.0.1:9", "out"), "cannot be reached"),
            (("serve", "none"), "cannot be read"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
    )
    def test_what_cannot_be_done_is_one_line(
        self,
        run: Run,
        arguments: tuple[str, ...],
        message: str,
    ) -> None:
        result = run(*arguments)
        assert result.status == 2
        assert len(result.said) == 1
        assert message in result.said[0]

    def test_push(self, run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What it says is what happened, and a secret is not said."""
        (saved / "store").mkdir()
        store = Oxigraph(saved / "store")
        store.start()
        try:
            would = run("push", store.endpoint, "out", "--dry-run").said
            assert would[0].startswith("Would add to the default graph at")
            monkeypatch.setenv("DIPLOGRAPH_TOKEN", "secret-token")
            said = run("push", store.endpoint, "out", "--replace").said
        finally:
            store.kill()
        number = would[0].split(" triples")[0].rsplit(" ", 1)[1]
        assert said[0].startswith(f"Sent {number} triples to {store.endpoint} (oxigraph)")
        assert said[0].endswith(f"Counted in the default graph: {number}.")
        assert "secret" not in "".join([*would, *said])

    def test_serve(self, saved: Path) -> None:
        """It says where it is, and ends in peace."""
        command = [sys.executable, "-c", PROGRAM, "serve", "out", "--port", "0"]
        with subprocess.Popen(  # noqa: S603
            command, cwd=saved, stderr=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)}
        ) as process:
            try:
                assert process.stderr is not None
                address = process.stderr.readline().split("SPARQL: ")[1].split()[0]
                with urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=30) as answer:  # noqa: S310
                    assert json.load(answer)["boolean"] is True
                process.send_signal(signal.SIGINT)
                assert process.wait(30) == 0
                assert process.stderr.read() == ""
            finally:
                process.kill()


@pytest.mark.parametrize("command", ["validate", "push", "query", "serve"])
def test_help_is_for_a_stranger(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.status == 0
    assert all(len(line) <= 80 for line in result.out.splitlines())
