"""What the command line says of a build on a cluster."""

import os
import re
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import InputError

if TYPE_CHECKING:
    from graph.export import Layout
    from graph.knowledge import Knowledge
    from graph.outcome import Report

#: What pathlib makes of the beginning of an address.
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]+):/(?!/)")


def build_on_spark(
    articles: Sequence[str],
    output: Path,
    knowledge: "Knowledge",
    said: tuple[str | None, str | None],
    layout: "Layout",
    *,
    master: str | None,
) -> "Report":
    """Build a graph on a cluster, and say in a line what a person can mend.

    Args:
        articles: Files or folders, as Spark names them.
        output: A folder, or the address of one.
        knowledge: From ``load_knowledge``.
        said: The day and the language of all articles.
        layout: How RDF is to be laid out.
        master: The cluster.

    Raises:
        InputError: There is no Spark or no Java, or a file is not there.
    """
    try:
        from pyspark.errors import AnalysisException, PySparkRuntimeError

        from graph.engines.spark.build import build
    except ImportError as error:
        fix = "Install it: pip install 'diplograph[spark]'"
        raise InputError("--engine spark", "needs pyspark, which is not installed", fix) from error
    # The processes on this machine are those of this Python, with what is installed in it.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")  # of pandas
    folder = _SCHEME.sub(r"\1://", str(output))
    published, lang = said
    try:
        return build(
            articles, folder, knowledge=knowledge, published=published, lang=lang, layout=layout,
            master=master,
        )  # fmt: skip
    except AnalysisException as error:
        problem = str(error.getMessage() or error).partition(". SQLSTATE")[0].splitlines()[0]
        raise InputError("--engine spark", problem.rstrip("."), "Check the names") from error
    except PySparkRuntimeError as error:
        if error.getCondition() != "JAVA_GATEWAY_EXITED":
            raise
        fix = "Install Java 17 or later"
        raise InputError("--engine spark", "Java does not start", fix) from error
