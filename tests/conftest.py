"""What holds for all tests: nothing is left out unsaid, and on a build server nothing at all.

The library never reads the environment; the tests do, for ``CI`` alone.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long an example takes says more of what else the machine does than of the code.
settings.register_profile("diplograph", deadline=None)
settings.load_profile("diplograph")


CI = os.environ.get("CI") == "true"


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Fail a run on a build server that left tests out."""
    if CI and _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was left out and how to get it."""
    left_out = _skipped(terminalreporter.config)
    if any("browser" in report.keywords for report in left_out):
        terminalreporter.write_line("Left out: the tests in a browser. To run them: make browser")
    if any("stores" in report.keywords for report in left_out):
        terminalreporter.write_line("Left out: the tests with Virtuoso. To run them: make stores")
    if any("cluster" in report.keywords for report in left_out):
        terminalreporter.write_line("Left out: the test on Spark. To run it: make java")
    if CI and left_out:
        terminalreporter.write_line(f"CI=true, and {len(left_out)} tests were left out: failed")


def _skipped(config: pytest.Config) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return list(reporter.stats.get("skipped", [])) if reporter else []


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files, and the one that runs all faults."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--full", action="store_true", help="run the faults at full size")
    parser.addoption("--kills", type=int, default=50, help="how many builds --full kills")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what takes long, or needs to mount a disk, to ``make faults``."""
    if not config.getoption("--full"):
        items[:] = [item for item in items if "full" not in item.keywords]


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))
