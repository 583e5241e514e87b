"""Every format of articles: what is read from it, and what in it is left alone."""

import bz2
import gzip
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pytest
from pyarrow import parquet

from graph.errors import InputError
from graph.model import Article
from graph.read import read_articles
from graph.read.bounded import LARGEST
from graph.read.charset import page_text
from graph.read.fragment import text_of
from graph.read.passed import PassedOver
from graph.read.record import LONGEST

DATA = Path(__file__).parent / "data" / "read"
FRENCH = "Le ministre italien a reçu lundi son homologue grec à Rome. Ils ont parlé du gaz."
ENGLISH = "The Italian minister received his Greek counterpart in Rome. They talked about gas."


def read(*inputs: object, **options: Any) -> list[Article | InputError]:
    return list(read_articles([str(item) for item in inputs], **options))


def articles(*inputs: object, **options: Any) -> list[Article]:
    found = read(*inputs, **options)
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def problem(path: Path) -> str:
    (error,) = read(path)
    assert isinstance(error, InputError), error
    assert "\n" not in str(error)
    return str(error)


def test_page() -> None:
    """The article, its title, day, address and publisher; no menu, no script, no related links."""
    (article,) = articles(DATA / "page.html")
    assert article.title == "Lisbonne et Rabat signent un accord"
    assert (article.published, article.lang) == ("2021-05-18", "fr")
    assert article.url == "https://courrier.example/monde/lisbonne-rabat"
    assert article.source == "Le Courrier du Tage"
    assert "Le Portugal et le Maroc ont signé mardi à Lisbonne un accord" in article.text
    assert "\n\nLe ministre marocain" in article.text
    for word in ("attaqué", "météo", "droits", "Accueil"):
        assert word not in article.text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("été".encode(), "été"),
        (b"\xef\xbb\xbf" + "été".encode(), "été"),
        (b"\xff\xfe" + "été".encode("utf-16-le"), "été"),
        ('<meta charset="latin1">L’été'.encode("cp1252"), '<meta charset="latin1">L’été'),
        ("<p>L’été".encode("cp1252"), "<p>L’été"),
        (b'<meta charset="utf-7">+ADw-\xe9', '<meta charset="utf-7">+ADw-é'),
        (b'<meta charset="zip">\xe9', '<meta charset="zip">é'),
        (b'<meta charset="nonsense">\xe9', '<meta charset="nonsense">é'),
    ],
)
def test_letters_of_a_page(data: bytes, expected: str) -> None:
    assert page_text(data) == expected


def test_table() -> None:
    first, second = articles(DATA / "table.csv")
    assert (first.id, first.title, first.published) == ("row-1", "Talks in Oslo", "2022-03-04")
    assert first.source == "The Fjord"
    assert 'Oslo.\nThey talked about "the north", and' in first.text
    assert (second.text, second.lang, second.published) == (FRENCH, "fr", None)


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_table_with_other_signs(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id{mark}text\n1{mark}{FRENCH}\n\n2{mark}{ENGLISH}\n", encoding="utf-8-sig")
    assert [article.id for article in articles(path)] == ["1", "2"]


def test_a_broken_row_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [b"id,text", f"1,{ENGLISH}".encode(), f"2,{FRENCH}".encode("latin1"), b"3,", b""]
    path.write_bytes(b"\n".join([*rows, f"5,{ENGLISH}".encode()]))
    first, second, third, last = read(path)
    assert [item.id for item in (first, last) if isinstance(item, Article)] == ["1", "5"]
    assert f"{path}:3: not UTF-8" in str(second)
    assert f"{path}:4: no text" in str(third)


def test_feeds() -> None:
    first, second = articles(DATA / "rss.xml")
    assert first.text == (
        "The Norwegian minister received her Swedish counterpart in Oslo on Friday.\n\n"
        "They talked about fish & gas."
    )
    assert (first.id, first.title) == ("fjord-17", "Oslo & Stockholm talk")
    assert (first.published, first.source) == ("2022-03-05", "The Fjord")
    assert first.url == "https://fjord.example/talks"
    assert second.text.startswith("The Danish prime minister")
    (entry,) = articles(DATA / "atom.atom")
    assert (entry.id, entry.lang, entry.published) == ("urn:courrier:1", "fr", "2021-05-18")


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    rows = {
        "id": [1, 2],
        "text": [FRENCH, ENGLISH],
        "published": [date(2021, 5, 18), None],
        "x": [0, 0],
    }
    parquet.write_table(arrow.table(rows), path)
    first, second = articles(path)
    assert (first.id, first.published, first.lang) == ("1", "2021-05-18", "fr")
    assert (second.id, second.published, second.text) == ("2", None, ENGLISH)


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page that has these lines."""
    words = "".join(f"({line}) Tj T* " for line in lines)
    content = f"BT /F1 12 Tf 14 TL 72 720 Td {words}ET".encode("latin1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


def test_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf(
            "The Italian minister received his Greek counterpart", "in Rome. They talked about gas."
        )
    )
    (article,) = articles(path)
    assert article.text.split() == ENGLISH.split()
    assert article.lang == "en"


FILES = {
    "a.txt": FRENCH.encode(),
    "sub/page.html": (DATA / "page.html").read_bytes(),
    "sub/b.jsonl": b'{"id": "x", "text": "%s"}\n' % ENGLISH.encode(),
    "rss.xml": (DATA / "rss.xml").read_bytes(),
    "picture.png": b"\x89PNG",
    ".hidden.txt": FRENCH.encode(),
    "__MACOSX/a.txt": b"\x00",
}


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


ARCHIVES: list[tuple[str, Callable[[dict[str, bytes]], bytes]]] = [
    ("a.zip", zipped),
    ("a.tar", tarred),
    ("a.tar.gz", lambda files: gzip.compress(tarred(files))),
    ("a.tgz", lambda files: gzip.compress(tarred(files))),
    ("a.tar.bz2", lambda files: bz2.compress(tarred(files))),
]


@pytest.mark.parametrize(("name", "pack"), ARCHIVES)
def test_archives(tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    """Each file is read as it would be outside; what is no article is said in one line."""
    path = tmp_path / name
    path.write_bytes(pack(FILES))
    *found, note = read(path)
    assert [type(item) for item in found] == [Article] * 5
    assert isinstance(note, PassedOver)
    assert str(note) == f"{path}: 1 file passed over (1 .png). They are no articles."


@pytest.mark.parametrize(("name", "pack"), ARCHIVES)
def test_a_broken_file_in_an_archive_costs_no_other(
    tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(
        pack(
            {
                "0.txt": FRENCH.encode(),
                "1.pdf": b"%PDF",
                "2.parquet": b"PAR1",
                "3.txt": ENGLISH.encode(),
            }
        )
    )
    kinds = [isinstance(item, Article) for item in read(path)]
    assert kinds == [True, False, False, True]


def test_names_in_an_archive_are_no_paths(tmp_path: Path) -> None:
    """Nothing is unpacked: not above, not by an absolute name, not through a link."""
    inside = tmp_path / "inside"
    inside.mkdir()
    names = {"../up.txt": FRENCH.encode(), f"{tmp_path}/absolute.txt": ENGLISH.encode()}
    (inside / "a.zip").write_bytes(zipped(names))
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    (inside / "b.tar").write_bytes(out.getvalue())
    found = read(inside)
    assert [isinstance(item, Article) for item in found] == [True, True, False]
    assert "no articles in this archive" in str(found[-1])
    assert {path.name for path in tmp_path.rglob("*")} == {"inside", "a.zip", "b.tar"}


def test_locked_archive(tmp_path: Path) -> None:
    """A password is never asked for."""
    path = tmp_path / "a.zip"
    data = bytearray(zipped({"a.txt": FRENCH.encode()}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data[at] |= 1
    path.write_bytes(bytes(data))
    assert "a.zip:a.txt: locked with a password" in problem(path)


BROKEN: list[tuple[str, bytes, str]] = [
    ("a.html", b"", "no article found on this page"),
    ("a.html", b"<p>x</p>", "no article found on this page"),
    ("a.html", b"<html><body></body></html>", "no article found on this page"),
    ("a.csv", b"", "a.csv: empty"),
    ("a.csv", b"id\rtext\nx,y\n", "a.csv: not CSV ("),
    ("a.csv", b"title,body\nx,y\n", "a.csv: no column 'text'. Name the columns in the first row"),
    ("a.xml", b"", "a.xml: XML, but neither RSS nor Atom"),
    ("a.xml", b"<html/>", "a.xml: XML, but neither RSS nor Atom"),
    ("a.xml", b"<rss version='2.0'><channel></channel></rss>", "a feed without entries"),
    ("a.parquet", b"PAR1", "a.parquet: cut off, or no Parquet"),
    ("a.pdf", b"%PDF-1.4", "a.pdf: cut off, or no PDF"),
    ("a.pdf", pdf(), "a.pdf: no text in this PDF, pictures only"),
    ("a.zip", b"PK", "a.zip: cannot be read"),
    ("a.zip", zipped({}), "no articles in this archive. Articles end in .txt"),
    ("a.tar", b"x" * 2000, "a.tar: cannot be read"),
    ("a.tar.gz", gzip.compress(tarred(FILES))[:200], "a.tar.gz: cannot be read"),
]


@pytest.mark.parametrize(("name", "content", "expected"), BROKEN)
def test_broken_files_are_named(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert expected in problem(path)


def test_what_is_too_long_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mot " * (LONGEST // 4 + 1), encoding="utf-8")
    assert "1,000,004 characters are too long for one article" in problem(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"x" * (LARGEST + 1))
    assert "more than 64 MB for one article" in problem(tmp_path / "b.txt")


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.tar.gz", "a.zip"])
def test_a_bomb_is_named_and_not_unpacked(tmp_path: Path, name: str) -> None:
    """A quarter of a gigabyte of nothing in a quarter of a megabyte."""
    path, nothing = tmp_path / name, bytes(1 << 20)
    if name == "a.zip":
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open("a.txt", "w") as out,
        ):
            out.writelines([nothing] * 256)
    else:
        with gzip.open(path, "wb", 1) as packed:
            if "tar" in name:
                info = tarfile.TarInfo("a.txt")
                info.size = 256 << 20
                packed.write(info.tobuf())
            packed.writelines([nothing] * 256)
    told = str(read(path)[0])
    assert "it unpacks to more than 100 times its size" in told or "more than 64 MB" in told


def test_a_bomb_of_entities_is_defused(tmp_path: Path) -> None:
    """No entity grows, and none reads a file."""
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{lines}'
        f'<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
        "<rss version='2.0'><channel><title>t</title><item><title>&s;</title>"
        f"<description>&l11; &s; {ENGLISH}</description></item></channel></rss>"
    )
    (tmp_path / "a.xml").write_text(feed, encoding="utf-8")
    (item,) = read(tmp_path / "a.xml")
    assert "geheim" not in repr(item)
    assert len(repr(item)) < 10_000


def test_deep_markup_ends(tmp_path: Path) -> None:
    for name, deep in (
        ("a.html", "<div>" * 200_000 + ENGLISH),
        ("b.html", "<p>" + "<b>" * 50_000 + ENGLISH),
    ):
        (tmp_path / name).write_text(f"<html><body>{deep}", encoding="utf-8")
    assert len(read(tmp_path / "a.html", tmp_path / "b.html")) == 2
    assert text_of("<i>" * 100_000 + "x") in ("", "x")


def test_folder_says_in_one_line_what_is_passed_over(tmp_path: Path) -> None:
    for name in ("a.png", "b.png", "c.docx", "notes"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a.txt").write_text(FRENCH, encoding="utf-8")
    article, note = read(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(note, PassedOver)
    assert "4 files passed over (2 .png, 1 without suffix, 1 .docx)" in str(note)


@pytest.mark.parametrize("module", ["pyarrow", "pypdf"])
def test_an_extra_that_is_missing_is_named(tmp_path: Path, module: str) -> None:
    path = tmp_path / ("a.parquet" if module == "pyarrow" else "a.pdf")
    path.write_bytes(b"x")
    program = (
        f"import sys; sys.modules['{module}'] = None\n"
        f"from graph.read import read_articles\nprint(*read_articles([{str(path)!r}]))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert f"needs {module}, which is not installed. Install it: pip install" in done.stdout
