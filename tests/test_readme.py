"""The README shows what there is, and only that."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
import typer.main
from typer.models import CommandInfo

import cli
from graph import __version__
from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article, digest
from graph.wire import to_record

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands(app: typer.Typer, above: str = "diplograph") -> Iterator[tuple[str, CommandInfo]]:
    """Yield every command with how it is called, those of groups too."""
    for command in app.registered_commands:
        yield f"{above} {command.name}", command
    for group in app.registered_groups:
        assert group.typer_instance is not None
        yield from commands(group.typer_instance, f"{above} {group.name}")


COMMANDS = dict(commands(cli.app))


@pytest.mark.parametrize("called", COMMANDS)
def test_every_command_is_shown(called: str) -> None:
    """The first command of a group need not be named."""
    callback = COMMANDS[called].callback
    assert f"{called.removesuffix(' tell')} " in README
    assert callback is not None
    assert callback.__doc__


def test_every_option_that_is_shown_exists() -> None:
    found = [
        typer.main.get_command_from_info(
            command, pretty_exceptions_short=True, rich_markup_mode=None
        )
        for command in COMMANDS.values()
    ]
    known = {option for command in found for param in command.params for option in param.opts}
    shown = re.findall(r"^ *diplograph .*$", README, re.MULTILINE)
    used = {word for line in shown for word in line.split() if re.fullmatch(r"--?[a-z]+", word)}
    assert used <= known | {"--version", "--help"}


def test_it_opens_with_the_two_commands() -> None:
    block = README.index("```")
    assert README[block:].split("```")[1].split("\n")[1:3] == ["make demo", "make test"]


def test_every_make_target_that_is_shown_exists() -> None:
    targets = set(re.findall(r"\bmake ([a-z]+)\b", "".join(re.findall(r"`+[^`]+`+", README))))
    assert targets
    assert all(re.search(rf"^{target}:", MAKEFILE, re.MULTILINE) for target in targets)


def test_every_path_that_is_named_exists() -> None:
    paths = set(re.findall(r"`((?:graph|tests|data)/[\w./-]*)`", README))
    assert paths
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def test_the_statement_that_is_shown_is_what_comes_out() -> None:
    shown = json.loads(README.split("```json\n")[1].split("```")[0])
    text, lang, day = shown["sentence"], shown["lang"], shown["published"]
    article = Article(digest("", text, None), text, published=day, lang=lang)
    ((_, statements),) = extract([article], load_knowledge())
    assert [to_record(statement) for statement in statements] == [shown]


def test_it_names_the_version_of_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in changelog
