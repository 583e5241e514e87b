"""Fetch addresses and feeds into a folder, a file an article."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from graph.errors import InputError
from graph.fetch.address import Network, PrivateAddressError, checked_url, shown
from graph.fetch.connection import Answer, Web
from graph.fetch.page import article, feed_entries, is_feed
from graph.fetch.robots import LONGEST_PAUSE, Robots
from graph.files import write_text
from graph.model import digest

_MOST_REDIRECTS = 5
_OK, _TOO_MANY, _BUSY = 200, 429, 503
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is taken at the most, and how fast."""

    largest: int = 10_000_000
    """Bytes of an answer."""

    longest: float = 60.0
    """Seconds for an answer."""

    pause: float = 1.0
    """Seconds between two requests to one host, where it does not ask for more."""

    entries: int = 500
    """Articles of one feed."""

    inside: tuple[Network, ...] = ()
    """Private networks that may be asked."""


#: What suits most.
USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a run did."""

    new: int
    """Articles fetched."""

    known: int
    """Articles that an earlier run had fetched."""

    skipped: tuple[str, ...]
    """A line for everything left out."""


def fetch(
    urls: Sequence[str],
    folder: Path,
    limits: Limits = USUAL,
    progress: Callable[[int], None] | None = None,
) -> Fetched:
    """Fetch articles, and those that feeds name, into a folder.

    Args:
        urls: Addresses of articles and of feeds.
        folder: Gets a file for each article, JSON Lines of one line.
        limits: What is taken at the most.
        progress: Told of the number of articles there are so far.

    Raises:
        OutputError: The folder cannot be written to.
    """
    task = _Task(folder, limits)
    for url in dict.fromkeys(urls):
        task.take(url)
        if progress:
            progress(task.new + task.known)
    return Fetched(task.new, task.known, tuple(task.skipped))


@dataclass(slots=True)
class _Task:
    folder: Path
    limits: Limits
    new: int = 0
    known: int = 0
    skipped: list[str] = field(default_factory=list)
    asked: dict[str, float] = field(default_factory=dict)
    """When each host was asked last."""

    seen: set[str] = field(default_factory=set)
    robots: Robots = field(init=False)
    web: Web = field(init=False)

    def __post_init__(self) -> None:
        limits = self.limits
        self.web = Web(largest=limits.largest, longest=limits.longest, inside=limits.inside)
        self.robots = Robots(lambda url: self._follow(url, robots=False)[0])

    def take(self, url: str, told: dict[str, Any] | None = None) -> None:
        """Fetch what an address leads to: an article, or those that a feed names."""
        try:
            url = checked_url(url)
            path = self._path(url)
            if url in self.seen:
                return
            self.seen.add(url)
            if path.exists():
                self.known += 1
                return
            answer, at = self._follow(url)
            if told is None and is_feed(answer):
                self._feed(answer, at)
                return
            record = article(answer, at, told)
            write_text(path, [json.dumps(record, ensure_ascii=False) + "\n"])
            self.new += 1
        except InputError as error:
            self.skipped.append(str(error))
        except OSError as error:
            private = isinstance(error, PrivateAddressError)
            fix = "To ask it, name its network with --inside" if private else "Try again later"
            problem = error.strerror or str(error)
            self.skipped.append(str(InputError(shown(url), problem[:1].lower() + problem[1:], fix)))

    def _feed(self, answer: Answer, url: str) -> None:
        for entry, _ in zip(feed_entries(answer, url), range(self.limits.entries), strict=False):
            self.take(urljoin(url, entry.url), entry.fields)

    def _path(self, url: str) -> Path:
        """Return the file of an address: nothing of the address but its hash is in the name."""
        return self.folder / f"{digest(url)}.jsonl"

    def _follow(self, url: str, *, robots: bool = True) -> tuple[Answer, str]:
        """Return the answer of an address and where it came from; every step is checked anew."""
        for _ in range(_MOST_REDIRECTS + 1):
            if robots and not self.robots.allow(url):
                raise InputError(url, "its robots.txt does not allow it", "Ask who runs the site")
            answer = self._ask(url)
            if answer.status not in _MOVED or not answer.location:
                break
            url = checked_url(urljoin(url, answer.location))
        if robots and answer.status != _OK:
            raise InputError(url, f"its server says {answer.status}", "Check the address")
        return answer, url

    def _ask(self, url: str) -> Answer:
        """Ask an address, not too soon after the last one of its host; once more if it is busy."""
        host = urlsplit(url).netloc
        pause = max(self.limits.pause, self.robots.pause(url))
        time.sleep(max(0.0, self.asked.get(host, float("-inf")) + pause - time.monotonic()))
        answer = self.web.ask(url)
        wait = answer.wait if answer.status in (_TOO_MANY, _BUSY) else None
        if wait and wait.isdecimal() and int(wait) <= LONGEST_PAUSE:
            time.sleep(int(wait))
            answer = self.web.ask(url)
        self.asked[host] = time.monotonic()
        return answer
