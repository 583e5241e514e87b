"""Groups of commands: errors in a line, and a group of which the first need not be named."""

from typing import Any

import typer
from typer.core import TyperGroup

from graph.errors import InputError


class LineGroup(TyperGroup):
    """Says in a line, as we say all errors, which value of an option or argument is wrong."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - of typer's own click
        """Run a command.

        Raises:
            InputError: A value is wrong.
        """
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            if type(error) is not typer.BadParameter or error.param is None:
                raise  # what is missing is told with how the command is used
            context = error.ctx or ctx
            where = error.param.get_error_hint(context).strip("'")
            fix = f"See '{context.command_path} --help'"
            raise InputError(where, error.message.rstrip("."), fix) from error


class DefaultGroup(TyperGroup):
    """Takes what names no command of it for arguments of the first: ``actors Moscow``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - of typer's own click
        """Put the name of the first command before arguments that begin with none."""
        if args and args[0] not in (*self.commands, "--help"):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)
