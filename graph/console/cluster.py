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
    from graph.decisions import Decisions
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
    decisions: "Decisions | None" = None,
    master: str | None = None,
) -> "Report":
    """Build a graph on a cluster, and say in a line what a person can mend.

    Args:
        articles: Files or folders, as Spark names them.
        output: A folder, or the address of one.
        knowledge: From ``load_knowledge``.
        said: The day and the language of all articles.
        layout: How RDF is to be laid out.
        decisions: Which actors are the same, and which are not.
        master: The cluster.

    Raises:
        InputError: There is no Spark or no Java, a file is not there, or a job failed.
    """
    try:
        from py4j.protocol import Py4JJavaError
        from pyspark.errors import AnalysisException, PySparkRuntimeError, PythonException

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
            decisions=decisions, master=master,
        )  # fmt: skip
    except AnalysisException as error:
        problem = str(error.getMessage() or error).partition(". SQLSTATE")[0].splitlines()[0]
        raise InputError("--engine spark", problem.rstrip("."), "Check the names") from error
    except PySparkRuntimeError as error:
        if error.getCondition() != "JAVA_GATEWAY_EXITED":
            raise
        fix = "Install Java 17 or later; if it is there, look at --spark-master and the lines above"
        raise InputError("--engine spark", "Spark does not start", fix) from error
    except (Py4JJavaError, PythonException) as error:
        fix = "The lines above are Spark's; once mended, the next build goes on from what was read"
        raise InputError("--engine spark", _cause(error).rstrip("."), fix) from error


def _cause(error: Exception) -> str:
    """Return a line on why a job failed: what the innermost of its causes says."""
    said, cause = str(error), getattr(error, "java_exception", None)
    while cause is not None:
        said, cause = cause.getMessage() or said, cause.getCause()
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1 if "Traceback" in said else 0]  # Python says it last, Java first
