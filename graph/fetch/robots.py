"""What ``robots.txt`` of a host allows, as RFC 9309 has it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.fetch.connection import AGENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from protego import Protego

    from graph.fetch.connection import Answer

#: Longest pause between two requests that is kept to, in seconds; who asks for more is not asked.
LONGEST_PAUSE = 60.0

_OK, _REFUSED, _BROKEN = 200, 400, 500
#: Bytes of the file that count.
_LARGEST = 500 * 1024


@dataclass(slots=True)
class Robots:
    """Knows the rules of each host; asks each once."""

    ask: "Callable[[str], Answer]"
    """Returns the answer of an address, redirections followed; raises ``OSError``."""

    known: "dict[str, Protego | None]" = field(default_factory=dict)
    """By scheme and host; None where nothing is allowed."""

    def allow(self, url: str) -> bool:
        """Return whether an address may be asked."""
        rules = self._rules(url)
        return (
            rules is not None and rules.can_fetch(url, AGENT) and self.pause(url) <= LONGEST_PAUSE
        )

    def pause(self, url: str) -> float:
        """Return how many seconds a host wants between two requests, 0 before it was asked."""
        rules = self.known.get(_host(url))
        return float(rules.crawl_delay(AGENT) or 0) if rules is not None else 0.0

    def _rules(self, url: str) -> "Protego | None":
        host = _host(url)
        if host not in self.known:
            self.known[host] = self._read(f"{host}/robots.txt")
        return self.known[host]

    def _read(self, url: str) -> "Protego | None":
        from protego import Protego  # noqa: PLC0415

        answer = self.ask(url)
        if answer.status == _OK:
            return Protego.parse(answer.data[:_LARGEST].decode("utf-8", "replace"))
        # There are no rules where there is no file; where the server is broken, nobody knows.
        return Protego.parse("") if _REFUSED <= answer.status < _BROKEN else None


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
