"""Results in the form that is asked for: to a terminal, a pipe or a file."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.console.output import STANDARD_OUTPUT, print_out, say, show_lines
from graph.errors import OutputError, UnknownNameError
from graph.terminal import plain

if TYPE_CHECKING:
    from graph.terminal import Line

#: What makes a result, by the name of its form; lines are for people, text for programs.
Forms = Mapping[str, Callable[[], "str | Iterable[Line]"]]

#: Endings of files that are not the name of their form.
_FORMS = {"txt": "text", "jsonl": "json", "markdown": "md", "htm": "html"}
_ENDINGS = {"text": "txt"}


def deliver(forms: Forms, form: str | None, output: Path) -> None:
    """Make a result and write it where it is asked for.

    Args:
        forms: What can be made; the first where nothing else is asked for.
        form: The name of one; None for what the name of the file ends in.
        output: A file; "-" for standard output.

    Raises:
        UnknownNameError: There is no such form.
        OutputError: The file cannot be written, or its ending is of no form.
    """
    to_file = output != STANDARD_OUTPUT
    ending = output.suffix.removeprefix(".").lower() if to_file else ""
    name = form or _FORMS.get(ending, ending) or next(iter(forms))
    if form is None and name not in forms:
        endings = ", ".join(f".{_ENDINGS.get(each, each)}" for each in forms)
        raise OutputError(
            output,
            "has no ending of a form that this can be written in",
            f"Known: {endings}; --format takes any name",
        )
    if name not in forms:
        raise UnknownNameError("form", name, forms)
    made = forms[name]()
    if to_file:
        from graph.files import write_text

        write_text(output, [made] if isinstance(made, str) else map(_plain, made))
        say(f"Wrote {output}")
    elif isinstance(made, str):
        print_out(made.encode("utf-8", "replace").decode("utf-8"))  # half a sign cannot be written
    else:
        show_lines(made)


def _plain(line: "Line") -> str:
    return "".join(plain(part.text) for part in line) + "\n"
