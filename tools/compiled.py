"""Compile what reads articles: a step of building the wheel that is left out unless asked for.

``HATCH_BUILD_HOOKS_ENABLE=1 pip install .`` asks for it. The modules of ``PACKAGES`` go through
mypyc and a C compiler, and into the wheel beside their source. Statements are the same, byte for
byte; ``make compiled`` compares them. What mypyc cannot do is told by ``tests/test_compiled.py``.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

#: What is compiled: nothing else takes time while articles are read.
PACKAGES = ("graph/actors", "graph/extract", "graph/languages", "graph/text")

#: What is not: a list, and a class that others derive from which are not compiled.
PLAIN = ("graph/extract/parsing/words.py", "graph/extract/watch.py")

#: Types are checked elsewhere, and libraries need not be there.
_LENIENT = ("--config-file=", "--ignore-missing-imports", "--no-error-summary")


def modules(root: Path) -> list[str]:
    """Return the files that are compiled, in order, from the root of the project."""
    found = (path.relative_to(root) for part in PACKAGES for path in (root / part).rglob("*.py"))
    return sorted(path.as_posix() for path in found if path.as_posix() not in PLAIN)


class Compiled(BuildHookInterface[Any]):
    """What hatchling calls before and after it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the wheel hold what comes of it."""
        if version == "editable":
            return  # the source is used as it stands
        self._scratch = TemporaryDirectory()
        root = Path(self.root)
        with chdir(root):
            built = _compile(modules(root), Path(self._scratch.name))
        build_data["force_include"].update(built)
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - as hatchling has it
        """Take away what is packed."""
        if version != "editable":
            self._scratch.cleanup()


class _BuildExt(build_ext):  # type: ignore[misc] # setuptools has no types here
    """Compile the many sources of one library side by side, as setuptools does not."""

    def build_extensions(self) -> None:
        """Build all, each source a call of the compiler."""
        one_by_one = self.compiler.compile

        def side_by_side(sources: list[str], **options: Any) -> list[str]:  # noqa: ANN401 - as setuptools has it
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                objects = pool.map(lambda source: one_by_one([source], **options), sources)
                return list(chain.from_iterable(objects))

        self.compiler.compile = side_by_side
        super().build_extensions()


def _compile(files: list[str], scratch: Path) -> dict[str, str]:
    """Return the libraries made of modules, with their places in the wheel."""
    made = mypycify(
        [*_LENIENT, f"--cache-dir={scratch / 'types'}", *files],
        opt_level="2",
        debug_level="0",
        multi_file=True,
        target_dir=str(scratch / "c"),
        group_name="diplograph",
    )
    command = _BuildExt(Distribution({"ext_modules": made}))
    command.build_lib, command.build_temp = str(scratch / "lib"), str(scratch / "objects")
    command.ensure_finalized()
    command.run()
    return {path: os.path.relpath(path, command.build_lib) for path in command.get_outputs()}
