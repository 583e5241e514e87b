"""Fetching, against a server on this machine: what is taken, and what is never asked."""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.fetch import Fetched, Limits, fetch
from graph.fetch.address import allowed, checked_url, shown
from graph.model import Article
from graph.read import read_articles

DATA = Path(__file__).parent / "data" / "read"
PAGE = (DATA / "page.html").read_bytes().replace(b'<link rel="canonical"', b'<link rel="x"')
HERE = (ip_network("127.0.0.1/32"),)

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A web site; what is not named is not found."""

    address: str = ""
    pages: dict[str, Reply | Callable[[], Reply]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def page(  # noqa: D102
        self,
        path: str,
        data: bytes = PAGE,
        kind: str = "text/html",
        status: int = 200,
        **headers: str,
    ) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": kind, **named}, data)
        return self.address + path


@pytest.fixture
def site() -> Iterator[Site]:
    known = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append(self.path)
            known.times.append(time.monotonic())
            reply = known.pages.get(self.path, (404, {}, b""))
            status, headers, data = reply if isinstance(reply, tuple) else reply()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        known.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield known
        server.shutdown()


def get(folder: Path, *urls: str, **limits: object) -> Fetched:
    return fetch(urls, folder, Limits(**({"pause": 0.0, "inside": HERE} | limits)))  # type: ignore[arg-type]


def refusal(folder: Path, url: str, **limits: object) -> str:
    done = get(folder, url, **limits)
    assert done.new == 0
    (line,) = done.skipped
    assert "\n" not in line
    assert not list(folder.glob("*"))
    return line


def test_a_page_becomes_an_article(site: Site, tmp_path: Path) -> None:
    site.page("/a?b=%C3%A9")
    assert get(tmp_path, f"{site.address}/a?b=é") == Fetched(1, 0, ())
    (article,) = read_articles([str(tmp_path)])
    assert isinstance(article, Article)
    assert article.title == "Lisbonne et Rabat signent un accord"
    assert article.url == f"{site.address}/a?b=%C3%A9"
    assert (article.published, article.lang) == ("2021-05-18", "fr")
    assert site.asked == ["/robots.txt", "/a?b=%C3%A9"]


def test_a_feed_gives_its_articles_and_a_second_run_the_rest(site: Site, tmp_path: Path) -> None:
    links = "".join(
        f"<item><title>T{n}</title><link>/news/{n}</link>"
        "<pubDate>Sat, 05 Mar 2022 10:00:00 GMT</pubDate></item>"
        for n in range(3)
    )
    feed = (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>F</title>{links}</channel></rss>"
    )
    url = site.page("/feed", feed.encode(), "application/rss+xml")
    for number in (0, 2):
        site.page(f"/news/{number}", PAGE.replace(b"2021-05-18T09:12:00+01:00", b""))
    first = get(tmp_path, url)
    assert (first.new, first.known) == (2, 0)
    assert "/news/1: its server says 404" in first.skipped[0]
    site.page("/news/1")
    assert get(tmp_path, url) == Fetched(1, 2, ())
    assert site.asked.count("/news/0") == 1
    records = [json.loads(path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()]
    assert sorted(record["published"] for record in records) == [
        "2021-05-18",
        "2022-03-05",
        "2022-03-05",
    ]
    assert get(tmp_path / "b", url, entries=2).new == 2


def test_robots_are_minded(site: Site, tmp_path: Path) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private\nCrawl-delay: 0.2\n", "text/plain")
    private, one, two = (site.page(path) for path in ("/private/x", "/1", "/2"))
    done = get(tmp_path, private, one, two)
    assert done.new == 2
    assert "/private/x: its robots.txt does not allow it" in done.skipped[0]
    assert "/private/x" not in site.asked
    assert site.times[-1] - site.times[-2] >= 0.2
    site.page("/robots.txt", b"", status=500)
    assert "robots.txt does not allow it" in refusal(tmp_path / "b", one)


def test_a_pause_is_made_between_requests(site: Site, tmp_path: Path) -> None:
    get(tmp_path, site.page("/1"), site.page("/2"), pause=0.15)
    gaps = [later - sooner for sooner, later in zip(site.times, site.times[1:], strict=False)]
    assert min(gaps) >= 0.15


def test_a_busy_server_is_asked_once_more(site: Site, tmp_path: Path) -> None:
    url = site.page("/1")
    replies: list[Reply] = [
        (429, {"Retry-After": "0"}, b""),
        (200, {"Content-Type": "text/html"}, PAGE),
    ]
    site.pages["/1"] = lambda: replies.pop(0)
    assert get(tmp_path, url).new == 1


def test_what_is_packed_is_unpacked_within_bounds(site: Site, tmp_path: Path) -> None:
    url = site.page("/1", gzip.compress(PAGE), Content_Encoding="gzip")
    assert get(tmp_path, url).new == 1
    bomb = site.page("/2", gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")
    assert "larger than 10 MB" in refusal(tmp_path / "b", bomb)
    assert "larger than 0 MB" in refusal(tmp_path / "b", url, largest=100)
    assert "its answer is broken" in refusal(
        tmp_path / "b", site.page("/3", b"no gzip", Content_Encoding="gzip")
    )


def test_a_slow_answer_is_left(site: Site, tmp_path: Path) -> None:
    def reply() -> Reply:
        time.sleep(0.3)
        return (200, {"Content-Type": "text/html"}, PAGE)

    url = site.page("/slow")
    site.pages["/slow"] = reply
    assert "takes longer than 0.1 seconds" in refusal(tmp_path, url, longest=0.1)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:{port}/secret",
        "http://[::1]:{port}/secret",
        "http://2130706434:{port}/secret",
        "http://169.254.169.254/latest/meta-data/",
        "//localhost.localdomain:1/",
    ],
)
def test_a_redirection_inside_is_not_followed(site: Site, tmp_path: Path, target: str) -> None:
    port = site.address.rpartition(":")[2]
    url = site.page("/1", b"", status=302, Location=target.format(port=port))
    told = refusal(tmp_path, url)
    assert "private address" in told or "localhost" in target
    assert "/secret" not in site.asked


def test_this_machine_is_not_asked_unless_named(site: Site, tmp_path: Path) -> None:
    url = site.page("/1")
    told = refusal(tmp_path, url, inside=())
    assert "it leads to a private address. To ask it, name its network with --inside." in told
    assert "private address" in refusal(tmp_path, url.replace("127.0.0.1", "localhost"), inside=())
    assert site.asked == []


def test_redirections_are_followed_and_counted(site: Site, tmp_path: Path) -> None:
    site.page("/end")
    url = site.page("/1", b"", status=301, Location="/end")
    assert get(tmp_path, url).new == 1
    loop = site.page("/loop", b"", status=302, Location="/loop")
    assert "its server says 302" in refusal(tmp_path / "b", loop)
    file = site.page("/file", b"", status=302, Location="file:///etc/passwd")
    assert "no address of the web" in refusal(tmp_path / "b", file)


def test_what_is_no_article_is_named(site: Site, tmp_path: Path) -> None:
    assert "no article (image/png)" in refusal(tmp_path, site.page("/1", b"\x89PNG", "image/png"))
    assert "no article found" in refusal(tmp_path, site.page("/2", b"<html></html>"))
    assert "neither RSS nor Atom" in refusal(tmp_path, site.page("/3", b"<x/>", "text/xml"))


def test_no_file_is_written_outside_the_folder(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    get(folder, site.page("/..%2f..%2fup"), site.page("/a/../../x"))
    assert {path.parent for path in tmp_path.rglob("*.jsonl")} == {folder}


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("file:///etc/passwd", "no address of the web"),
        ("ftp://example.org/", "no address of the web"),
        ("gopher://example.org/", "no address of the web"),
        ("example.org", "no address of the web"),
        ("http://", "no address of the web"),
        ("http://[::1", "no address"),
        ("http://example.org:99999/", "no address"),
        ("http://user:geheim@example.org/", "it holds a user or a password"),
        ("http://" + "x" * 100 + ".org/", "no name of a host"),
    ],
)
def test_what_may_be_asked(url: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as found:
        checked_url(url)
    assert "geheim" not in str(found.value)


def test_an_address_has_one_form() -> None:
    assert checked_url("HTTP://Example.ORG:80/é?q=ü#x") == "http://example.org/%C3%A9?q=%C3%BC"
    assert checked_url("https://bücher.example") == "https://xn--bcher-kva.example/"
    assert (
        checked_url("https://[2001:DB8::1]:8443/a%20b c") == "https://[2001:db8::1]:8443/a%20b%20c"
    )
    assert shown("https://a:b@c.example/x@y") == "https://c.example/x@y"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False),
        ("2002:c0a8:101::", False),
    ],
)
def test_private_addresses(address: str, expected: bool) -> None:
    assert allowed(ip_address(address)) is expected
    assert allowed(ip_address(address), [ip_network(address)]) is (
        expected or not address.startswith("::ffff")
    )
