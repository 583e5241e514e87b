"""Articles from files, folders and standard input, and every way they can be broken."""

import codecs
import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError, UnknownNameError
from graph.model import Article
from graph.read import FORMATS, read_articles

FRENCH = "Le ministre italien a reçu lundi son homologue grec à Rome. Ils ont parlé du gaz."
ENGLISH = "The Italian minister received his Greek counterpart in Rome. They talked about gas."
GERMAN = "Der Bundeskanzler hat am Montag in Berlin seinen Amtskollegen empfangen und beraten."


def read(*inputs: object, **options: Any) -> list[Article | InputError]:
    return list(read_articles([str(item) for item in inputs], **options))


def one(*inputs: object, **options: Any) -> Article:
    (article,) = read(*inputs, **options)
    assert isinstance(article, Article), article
    return article


def problem(*inputs: object, **options: Any) -> str:
    (error,) = read(*inputs, **options)
    assert isinstance(error, InputError)
    return str(error)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


Write = Callable[[str, str | bytes], Path]


def line(**fields: object) -> str:
    return json.dumps({"text": FRENCH} | fields) + "\n"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".TXT"])
def test_text_file_is_one_article(write: Write, suffix: str) -> None:
    article = one(write("a" + suffix, FRENCH))
    assert (article.text, article.lang, article.title) == (FRENCH, "fr", "")
    assert article.published is None


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"])
def test_json_lines_are_an_article_a_line(write: Write, suffix: str) -> None:
    content = (line(id="x") + "\n" + line(text=ENGLISH, extra=[1])).encode()
    path = write("a" + suffix, gzip.compress(content) if suffix.endswith("gz") else content)
    first, second = read(path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.lang) == ("x", "fr")
    assert (second.text, second.lang) == (ENGLISH, "en")


def test_all_fields_are_taken(write: Write) -> None:
    fields = {
        "id": 7,
        "text": ENGLISH,
        "title": "Talks",
        "published": "2023-10-13T08:30:00+02:00",
        "lang": "en-GB",
        "url": "https://news.example/1",
        "source": "The Example",
    }
    assert one(write("a.jsonl", line(**fields))) == Article(
        **(fields | {"id": "7", "published": "2023-10-13", "lang": "en"})  # type: ignore[arg-type]
    )


def test_empty_fields_are_absent(write: Write) -> None:
    fields = dict.fromkeys(("id", "title", "published", "lang", "url", "source"))
    article = one(write("a.jsonl", line(**fields)))
    blank = one(write("b.jsonl", line(**dict.fromkeys(fields, ""))))
    assert article.id != blank.id == one(write("c.jsonl", line(published=""))).id
    assert (article.url, article.source, article.title, article.lang) == (None, None, "", "fr")


def test_id_depends_on_content_alone(write: Write) -> None:
    ids = [one(write(name, FRENCH)).id for name in ("a.txt", "b.md")]
    assert ids[0] == ids[1] == one(tmp := write("c.txt", FRENCH), published="2020-01-01").id
    assert one(write("d.txt", FRENCH + " Oui.")).id != one(tmp).id


def test_overrides_win(write: Write) -> None:
    path = write("a.jsonl", line(lang="de", published="soon"))
    article = one(path, published="2023-10-13", lang="en")
    assert (article.published, article.lang) == ("2023-10-13", "en")


def test_overrides_are_checked(write: Write) -> None:
    path = write("a.txt", FRENCH)
    with pytest.raises(InputError, match="--published: date of publication 'soon' is not a day"):
        read(path, published="soon")
    with pytest.raises(UnknownNameError, match="No language named 'de'"):
        read(path, lang="de")


def test_date_and_title_of_a_text(write: Write) -> None:
    text = f"Rome et Athènes se parlent\n\nROME, 12 octobre 2023 (ANSA) – {FRENCH}"
    article = one(write("a.txt", text))
    assert (article.title, article.published) == ("Rome et Athènes se parlent", "2023-10-12")
    assert article.text == text
    assert one(write("b.md", f"# Rome et Athènes\n\n{FRENCH}")).title == "Rome et Athènes"
    assert one(write("c.txt", f"{FRENCH}\n\n{FRENCH}")).title == ""
    assert one(write("d.jsonl", line(text=text, published="2020-01-01"))).published == "2020-01-01"


def test_text_is_kept_but_for_the_byte_order_mark(write: Write) -> None:
    text = FRENCH.replace(". ", ".\r\n") + "\r\n"
    assert one(write("a.txt", codecs.BOM_UTF8 + text.encode())).text == text
    assert one(write("a.jsonl", codecs.BOM_UTF8 + line(text=text).encode())).text == text


def test_folder_is_read_in_the_order_of_paths(write: Write, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.jsonl", "c.png", ".git/d.txt", ".e.txt", "a/notes"):
        write(name, line() if name.endswith("jsonl") else f"{name}. {FRENCH}")
    articles = [item for item in read(tmp_path) if isinstance(item, Article)]
    assert [article.text.split(". ")[0] for article in articles] == [
        "Le ministre italien a reçu lundi son homologue grec à Rome",
        "a/z.md",
        "b.txt",
    ]


BROKEN: list[tuple[str, str | bytes, str]] = [
    ("a.txt", "", "a.txt: empty."),
    ("a.txt", " \n\r\n", "a.txt: empty."),
    ("a.jsonl", "\n", "a.jsonl: empty."),
    ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt: binary data, not text."),
    ("a.txt", FRENCH + "\x00", "a.txt: binary data, not text."),
    ("a b.txt", FRENCH.encode("latin1"), "latin1 -t utf-8 '{0}/a b.txt' > '{0}/a b.utf8.txt'."),
    (
        "a.txt",
        "L’été à Rome…".encode("cp1252"),
        "a.txt: not UTF-8. Convert it: iconv -f windows-1252",
    ),
    ("a.txt", FRENCH.encode("utf-16"), "a.txt: not UTF-8 but UTF-16. Convert it: iconv -f utf-16"),
    ("a.jsonl", line()[:33], "a.jsonl:1: a line that is not whole JSON (unterminated string"),
    ("a.jsonl", "[1]", "a.jsonl:1: not a JSON object."),
    ("a.jsonl", '"' + FRENCH + '"', "a.jsonl:1: not a JSON object."),
    ("a.jsonl", "[" * 100_000, "a.jsonl:1: a line that is not whole JSON (too deep or too long)."),
    ("a.jsonl", '{"id": ' + "9" * 5000 + "}", "not whole JSON (too deep or too long)."),
    ("a.jsonl", '{"text": "x", "text": "y"}', "a.jsonl:1: the field 'text' is there twice."),
    ("a.jsonl", '{"title": "x"}', "a.jsonl:1: no text."),
    ("a.jsonl", line(text=None), "a.jsonl:1: no text."),
    ("a.jsonl", line(text=" "), "a.jsonl:1: no text."),
    ("a.jsonl", line(text=["x"]), "a.jsonl:1: field 'text' is not a string."),
    ("a.jsonl", line(title=1), "a.jsonl:1: field 'title' is not a string."),
    ("a.jsonl", line(id=[1]), "a.jsonl:1: field 'id' is not a string."),
    ("a.jsonl", line(published="13/10/2023"), "date of publication '13/10/2023' is not a day."),
    ("a.jsonl", line(published="2023-02-30"), "date of publication '2023-02-30' is not a day."),
    (
        "a.jsonl",
        line(lang="es"),
        "English or French (its field 'lang' says 'es'). If it is, write en or fr there.",
    ),
    ("a.jsonl", line(text=GERMAN), "language not English or French (looks like German)."),
    (
        "a.txt",
        "Rome, Athènes : gaz",
        "a.txt: cannot tell whether it is English or French. If you can, say",
    ),
    ("a.txt", "OK", "a.txt: cannot tell which language it is in. If you can, say --lang"),
    ("a.jsonl", line(text=FRENCH + "\ud83d"), "half a character in the text (a lone surrogate)."),
    ("a.jsonl", line(id="\udc00"), "half a character in the text (a lone surrogate)."),
    ("a.jsonl", line(text=FRENCH + "\x00"), "binary data in the text (a NUL character)."),
    ("a.jsonl.gz", b"no gzip", "a.jsonl.gz: cannot be read: "),
    ("a.jsonl.gz", gzip.compress(line().encode())[:30], "a.jsonl.gz: cannot be read: cut off"),
    ("a.doc", "<p>x</p>", "a.doc: format not supported (.doc). Supported: .txt, .md, .html"),
    ("noname", FRENCH, "noname: format not supported (no suffix)."),
]


@pytest.mark.parametrize(("name", "content", "expected"), BROKEN)
def test_broken_input_is_named(
    write: Write, name: str, content: str | bytes, expected: str
) -> None:
    path = write(name, content)
    message = problem(path)
    assert expected.format(path.parent) in message
    assert message.startswith(str(path))
    assert "\n" not in message


@pytest.mark.parametrize(("name", "content"), [(name, content) for name, content, _ in BROKEN])
def test_a_broken_file_costs_no_other(write: Write, name: str, content: str | bytes) -> None:
    first, broken, last = write("0.txt", FRENCH), write(name, content), write("z.txt", ENGLISH)
    results = read(first, broken, last)
    assert [isinstance(item, Article) for item in results] == [True, False, True]


def test_a_broken_line_costs_no_other(write: Write) -> None:
    lines = [line(id="1"), line()[:30] + "\n", line(id="3"), "{}\n", line(id="5")]
    content = "".join(lines).encode() + FRENCH.encode("latin1") + b"\n" + line(id="7").encode()
    results = read(path := write("a.jsonl", content))
    assert [item.id for item in results if isinstance(item, Article)] == ["1", "3", "5", "7"]
    errors = [item for item in results if isinstance(item, InputError)]
    assert [error.where for error in errors] == [f"{path}:{number}" for number in (2, 4, 6)]


def test_a_cut_archive_gives_what_is_whole(write: Write) -> None:
    content = "".join(line(id=str(number), title=os.urandom(60).hex()) for number in range(2000))
    packed = gzip.compress(content.encode())
    *articles, error = read(write("a.jsonl.gz", packed[: len(packed) // 2]))
    assert len(articles) > 100
    assert all(isinstance(item, Article) for item in articles[:-1])
    assert isinstance(error, InputError)


def test_missing_path(tmp_path: Path) -> None:
    assert "no such file or folder" in problem(tmp_path / "none.txt")


def test_folder_without_articles(write: Write, tmp_path: Path) -> None:
    write("a.png", b"\x89PNG")
    assert "no articles in this folder" in problem(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="a file that root may not read either")
def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.symlink_to("/proc/self/mem")
    assert "a.txt: cannot be read: Input/output error" in problem(path)


def standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes) -> list[Article | InputError]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return read("-")


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (FRENCH, [FRENCH]),
        (line() + line(text=ENGLISH), [FRENCH, ENGLISH]),
        ("\n\n" + line(), [FRENCH]),
        ("{" + FRENCH + "}", ["{" + FRENCH + "}"]),
        ("\n" + FRENCH, ["\n" + FRENCH]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, texts: list[str]) -> None:
    results = standard_input(monkeypatch, content.encode())
    assert [item.text for item in results if isinstance(item, Article)] == texts


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "standard input: empty."),
        (line()[:50].encode(), "standard input:1: a line that is not whole JSON"),
        (b"\x89PNG\x00", "standard input: binary data"),
        (FRENCH.encode("latin1"), "Convert it: iconv -f latin1 -t utf-8"),
    ],
)
def test_broken_standard_input(
    monkeypatch: pytest.MonkeyPatch, content: bytes, expected: str
) -> None:
    (error,) = standard_input(monkeypatch, content)
    assert expected in str(error)


def test_json_lines_are_read_as_they_come() -> None:
    """The first article is out before the second is written."""
    program = (
        "from graph.read import read_articles\n"
        "for item in read_articles(['-']): print(item.id, flush=True)"
    )
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line(id="1", lang="fr") + " " * 9000 + "\n")
        process.stdin.flush()
        assert process.stdout.readline() == "1\n"
        process.stdin.close()


@pytest.mark.parametrize("name", ["many.jsonl", "many.jsonl.gz"])
def test_a_watcher_is_told_how_far_the_reading_is(tmp_path: Path, name: str) -> None:
    """Never back, never beyond the end, and at the end with the last article; packed or not."""
    lines = (line(id=str(number), lang="fr") for number in range(2000))
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    pack = gzip.compress if name.endswith(".gz") else bytes
    (tmp_path / name).write_bytes(pack("".join(lines).encode()))
    total = sum(path.stat().st_size for path in tmp_path.iterdir())
    told: list[tuple[int, int]] = []
    read(tmp_path, watch=lambda _, done, all_: told.append((done, all_)))
    places = [done for done, _ in told]
    assert len(told) == 2001
    assert places == sorted(places)
    assert told[0] == (len(ENGLISH), total)
    assert told[-1] == (total, total)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.binary(max_size=300), st.sampled_from(sorted(FORMATS)))
def test_no_bytes_raise(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(content)
    assert all(isinstance(item, (Article, InputError)) for item in read(path))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_offsets_are_true(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(text.encode())
    for item in read(path, lang="fr"):
        assert isinstance(item, InputError) or item.text == text.removeprefix("\ufeff")


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "title", "published", "lang", "url", "source", "x"]),
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers()),
    )
)
def test_no_record_raises(tmp_path: Path, fields: dict[str, object]) -> None:
    path = tmp_path / "any.jsonl"
    path.write_text(json.dumps(fields), encoding="utf-8")
    (item,) = read(path)
    assert isinstance(item, (Article, InputError))


def test_pipes_and_links_that_lead_nowhere_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("On Monday France condemned Iran in Paris.", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "none.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    article, passed = read_articles([str(tmp_path)], lang="en")
    assert isinstance(article, Article)
    assert "(2 leading nowhere by a link, 1 that is no file)" in str(passed)
