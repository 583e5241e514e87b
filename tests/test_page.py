"""The relationship map: complete, self-contained, and safe with hostile text."""

import json
import re
import subprocess
import sys
import tomllib
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import OutputError
from graph.merge import ties as ties_of
from graph.model import Actor, Evidence, Graph, Kind, Marks, Source, Statement
from graph.page import render_page, write_page
from graph.page.cast import cast_of
from graph.page.data import safe_link
from graph.page.layout import ROOM, Body, Links, place
from graph.page.lines import lines_of
from graph.page.marks import marks_of
from graph.page.palette import DARK, FLOORS, LIGHT, SHAPES, dash_of, sign_of
from graph.page.plain import LONGEST, plain
from graph.page.render import ASSETS, VIS, embed_json, interface
from graph.relations import relations

ROOT = Path(__file__).parent.parent

HOSTILE = '</script><img src=x onerror="window.PWN=1"><!--<b>\'&\u2028'


def actor(name: str, kind: Kind = "country", country: str | None = None, label: str = "") -> Actor:
    return Actor(f"https://w3id.org/diplograph/actor/{name}", label or name.title(), kind, country)


FRANCE = Actor("http://www.wikidata.org/entity/Q142", "France", "country", "FR")
MALI = Actor("http://www.wikidata.org/entity/Q912", "Mali", "country", "ML")
RUSSIA = Actor("http://www.wikidata.org/entity/Q159", "Russia", "country", "RU", (), "Russie")


def statement(
    subject: Actor, relation: str, object_: Actor, sentence: str = "", source: Source | None = None
) -> Statement:
    text = sentence or f"{subject.label} {relation} {object_.label}."
    evidence = Evidence(source or Source("a-1", "en", "Title"), text, 0, len(text), "en.rule.1")
    return Statement(subject, relation, object_, evidence, "2023-05-04")


SAMPLE = Graph.of(
    [
        statement(FRANCE, "criticizes", MALI),
        replace(statement(FRANCE, "aids", MALI), date="2022"),
        statement(MALI, "expelsDiplomatsOf", FRANCE),
        statement(FRANCE, "meets", MALI),
        replace(statement(MALI, "meets", RUSSIA), modality="planned"),
        statement(RUSSIA, "supports", MALI),
    ]
)


class Page(HTMLParser):
    """The tags of a page, and the text of its scripts by id."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[str | None, str]] = []
        self.styles: list[str] = []
        self._open = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        self._open = "" if tag == self._open else self._open

    def handle_data(self, data: str) -> None:
        """Keep what scripts and styles hold."""
        if self._open == "script":
            self.scripts.append((self.tags[-1][1].get("id"), data))
        elif self._open == "style":
            self.styles.append(data)

    def data(self, name: str) -> Any:
        """Return one of the page's blocks of JSON."""
        return json.loads(dict(self.scripts)[f"{name}-json"])


def test_page_fetches_nothing() -> None:
    """No element of the page points anywhere but into the page itself."""
    tags = Page(render_page(SAMPLE)).tags
    assert {"script", "style"} <= {tag for tag, _ in tags}
    for tag, attributes in tags:
        for name in ("src", "href", "action", "data", "poster", "srcset"):
            target = attributes.get(name) or ""
            assert not target or target.startswith(("data:", "#")), (tag, target)


def test_policy_names_every_script_and_style() -> None:
    """The content policy allows what the page holds, and nothing from elsewhere."""
    page = Page(render_page(SAMPLE))
    metas = [attributes for tag, attributes in page.tags if tag == "meta"]
    policy = next(m["content"] or "" for m in metas if "http-equiv" in m)
    runs = [text for name, text in page.scripts if name is None]
    assert len(runs) == 2
    assert len(page.styles) == 1
    for text in runs + page.styles:
        assert b64encode(sha256(text.encode()).digest()).decode() in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_hostile_text_stays_text() -> None:
    """Nothing of an article can end its element, open a tag, or become a link."""
    bad = actor("bad", label=HOSTILE)
    source = Source("a", "fr", HOSTILE, "2023", "javascript:alert(1)", HOSTILE)
    graph = Graph.of([statement(bad, "accuses", FRANCE, HOSTILE, source)])
    html = render_page(graph, title=HOSTILE)
    page = Page(html)
    assert "<img" not in html.replace(render_page(Graph()), "")
    assert "javascript:" not in html
    assert not any(tag in {"img", "b"} for tag, _ in page.tags)
    assert page.data("data")["sentences"] == [HOSTILE]
    assert html.count("</script") == len(page.scripts)


@given(st.text())
@settings(max_examples=60)
def test_embedded_json_is_inert_and_lossless(text: str) -> None:
    """Any string survives, and none of its characters can leave the element."""
    embedded = embed_json({"text": text})
    assert not re.search("[<>&\u2028\u2029]", embedded)
    embedded.encode("utf-8")
    assert json.loads(embedded) == {"text": text}


def test_lone_surrogates_can_be_written(tmp_path: Path) -> None:
    """A text with half a character, as broken feeds have, does not stop the run."""
    write_page(Graph.of([statement(FRANCE, "aids", MALI, "\ud800")]), tmp_path / "g.html")
    assert Page((tmp_path / "g.html").read_text(encoding="utf-8")).data("data")["sentences"]


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    """Order of statements and of runs leaves no trace."""
    write_page(SAMPLE, tmp_path / "a.html")
    write_page(Graph.of(sorted(SAMPLE.statements, key=lambda s: s.id)), tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert b"\r" not in (tmp_path / "a.html").read_bytes()


def lines() -> dict[tuple[str, str], Any]:
    """Return the lines of the first picture of the sample, by the names of their ends."""
    network = Page(render_page(SAMPLE)).data("network")
    label = {node["id"]: node["label"] for node in network["nodes"]}
    return {(label[edge["from"]], label[edge["to"]]): edge for edge in network["edges"]}


def test_parallel_ties_are_one_line() -> None:
    """However many relations two actors have, in whatever direction, they have one line."""
    drawn = lines()
    assert set(drawn) == {("France", "Mali"), ("Russia", "Mali")}
    assert drawn["France", "Mali"]["arrows"] == "to;from"
    assert drawn["Russia", "Mali"]["arrows"] == "to"
    assert drawn["France", "Mali"]["width"] > drawn["Russia", "Mali"]["width"]


def test_every_tie_is_in_one_line() -> None:
    """No tie of something that happened is lost between the lines."""
    ties = ties_of(SAMPLE)
    cast = cast_of(ties)
    found = lines_of(ties, cast, cast.homes, relations(), range(len(cast.actors)))
    happened = {i for i, tie in enumerate(ties) if tie.statements[0].modality == "actual"}
    carried = [tie for line in found for tie in line.ties]
    assert sorted(carried) == sorted(happened)
    assert len(happened) == 5


def test_lines_show_sign_direction_and_modality() -> None:
    """Conflict is dashed and red, cooperation blue; a plan alone is no line at first."""
    war = Graph.of([statement(RUSSIA, "attacks", MALI), statement(FRANCE, "meets", MALI)])
    network = Page(render_page(war)).data("network")
    attacks, meets = sorted(network["edges"], key=lambda edge: edge["sign"], reverse=True)
    assert attacks["color"]["color"] == LIGHT["strong-conflict"]
    assert attacks["dashes"]
    assert attacks["arrows"] == "to"
    assert meets["color"]["color"] == LIGHT["cooperation"]
    assert meets["dashes"] is False
    assert meets["arrows"] == ""
    assert network["options"]["physics"]["enabled"] is False
    plan = Graph.of([replace(statement(MALI, "meets", RUSSIA), modality="planned")])
    assert Page(render_page(plan)).data("network")["edges"] == []


def test_people_are_inside_their_country() -> None:
    """At first a minister is part of the country, which need not act itself."""
    minister = actor("minister", "person", "FR")
    page = Page(render_page(Graph.of([statement(minister, "visits", MALI)])))
    network, data = page.data("network"), page.data("data")
    assert {node["label"] for node in network["nodes"]} == {"France", "Mali"}
    names = data["actors"]["all"]["en"]
    homes = {names[int(at)]: names[home] for at, home in data["actors"]["some"]["home"].items()}
    assert homes == {"Minister": "France"}
    assert len(data["levels"]["actors"]["order"]) == 3
    assert len(data["levels"]["countries"]["order"]) == 2


@pytest.mark.parametrize(
    ("scores", "sign"),
    [
        ([], "standing"),
        ([10.0], "strong-cooperation"),
        ([2.5], "cooperation"),
        ([5.0, -5.0], "mixed"),
        ([0.0], "mixed"),
        ([-2.0], "conflict"),
        ([-9.0, -6.0], "strong-conflict"),
    ],
)
def test_sign_is_the_class_of_the_mean(scores: list[float], sign: str) -> None:
    assert sign_of(scores) == sign


def test_every_score_of_the_vocabulary_has_its_side() -> None:
    """No relation of conflict is drawn as cooperation, nor the reverse."""
    for relation in relations().values():
        sign = sign_of([] if relation.score is None else [relation.score])
        side = "standing" if relation.score is None else sign.removeprefix("strong-")
        want = relation.quad.rpartition("-")[2] or "standing"
        assert side == ("mixed" if relation.score == 0 else want), relation.name


def test_colours_differ_in_both_themes() -> None:
    """Each class has a colour of its own, and the scale covers every score."""
    for colours in (LIGHT, DARK):
        assert len(set(colours.values())) == len(colours) == len(FLOORS) + 1
    assert [floor for _, floor in FLOORS] == sorted((f for _, f in FLOORS), reverse=True)
    assert len({tuple(dash_of("cooperation", m)) for m in ("actual", "planned", "denied")}) == 3
    assert len({tuple(dash_of(s, "actual")) for s in ("cooperation", "mixed", "conflict")}) == 3
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_legend_and_table_are_there() -> None:
    """What reads the map without seeing it, and what explains it."""
    page = Page(render_page(SAMPLE))
    ids = {attributes.get("id") for _, attributes in page.tags}
    assert {
        "legend",
        "signs",
        "modalities",
        "table-view",
        "world",
        "timeline",
        "search",
        "status",
        "panel",
    } <= ids
    assert "table" in {tag for tag, _ in page.tags}


def test_labels_in_both_languages() -> None:
    """Actors and relations carry an English and a French label."""
    data = Page(render_page(SAMPLE)).data("data")
    assert data["actors"]["all"]["en"][1] == "Russia"
    assert data["actors"]["some"]["fr"] == {"1": "Russie"}
    labels = {(r["name"], r["en"], r["fr"]) for r in data["relations"]}
    want = relations()["supports"]
    assert (want.name, want.label_en, want.label_fr) in labels


def test_interface_speaks_both_languages() -> None:
    """Every word has a translation, and every key that the page names exists."""
    words = interface()
    assert words["en"].keys() == words["fr"].keys()
    assert all(text.strip() for table in words.values() for text in table.values())
    holes = {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in words["en"].items()}
    assert holes == {k: sorted(re.findall(r"\{\w+\}", text)) for k, text in words["fr"].items()}
    template = (ASSETS / "page.html").read_text(encoding="utf-8")
    scripts = "".join(path.read_text(encoding="utf-8") for path in (ASSETS / "js").glob("*.js"))
    named = re.findall(r'data-t(?:-\w+)?="([\w-]+)"', template)
    named += re.findall(r'\bt\("([\w-]+)"', scripts)
    known = set(words["en"]) | {key.removesuffix(".one") for key in words["en"]}
    assert set(named) <= known
    assert len(named) > 60


def test_script_never_writes_markup() -> None:
    """Text reaches the page as text nodes alone."""
    scripts = sorted((ASSETS / "js").glob("*.js"))
    assert scripts
    for path in scripts:
        script = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script
        )


def test_library_is_the_published_one() -> None:
    """The vendored file is what its note says, with its licences beside it."""
    note = tomllib.loads((VIS / "VERSION.toml").read_text(encoding="utf-8"))
    library = (VIS / note["file"]).read_bytes()
    assert sha256(library).hexdigest() == note["sha256"]
    assert f"@version {note['version']}".encode() in library
    assert b"</script" not in library.lower()
    assert "Apache License" in (VIS / "LICENSE-APACHE-2.0").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in (VIS / "LICENSE-MIT").read_text(encoding="utf-8")


def test_active_characters_are_not_shown() -> None:
    """What would turn the text around it is replaced; everything else stays in its place."""
    text = "A\u202eB\u0007C\u2066D\ttab\nline é"
    assert plain(text) == "A\ufffdB\ufffdC\ufffdD\ttab\nline é"
    assert len(plain("word " * 3_000_000)) <= LONGEST + 1
    bad = actor("bad", label="\u202eevil")
    data = Page(render_page(Graph.of([statement(bad, "accuses", FRANCE, "\u202e" * 9)]))).data(
        "data"
    )
    assert "\u202e" not in json.dumps(data, ensure_ascii=False)


def test_a_sentence_of_ten_megabytes_makes_no_page_of_ten() -> None:
    html = render_page(Graph.of([statement(FRANCE, "aids", MALI, "France " * 1_500_000)]))
    assert len(html) < 2_000_000


def test_marks_are_shown_in_order_and_none_over_another() -> None:
    """Whoever wrote the statement may have put them anywhere."""
    sentence = "Mali and France met."
    marks = Marks(
        ((509, 515), (500, 504)), ((500, 508), (-9, 4)), ((516, 519), (519, 600), (517, 517))
    )
    told = statement(MALI, "meets", FRANCE, sentence)
    evidence = replace(told.evidence, start=500, end=520, marks=marks)
    found = [(sentence[start : start + long], role) for start, long, role in marks_of(evidence)]
    assert found == [("Mali and", 1), ("France", 0), ("met", 2)]


def test_a_page_is_made_without_the_parser() -> None:
    program = (
        "import sys; from graph.page import render_page; from tests.test_page import SAMPLE; "
        "render_page(SAMPLE); print('spacy' in sys.modules)"
    )
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert ran.stdout.strip() == "False"


def test_empty_graph_has_a_page() -> None:
    data = Page(render_page(Graph())).data("data")
    assert data["levels"]["countries"]["order"] == []
    for table in ("actors", "sources", "ties", "statements"):
        assert not any(data[table]["all"].values())


def test_title_is_shown_as_written() -> None:
    html = render_page(Graph(), title="Mali & <Niger>")
    assert "<h1>Mali &amp; &lt;Niger&gt;</h1>" in html


def test_a_path_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=re.escape(str(tmp_path))):
        write_page(Graph(), tmp_path)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a?b=1", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//news.example/a", False),
        ("https://[broken", False),
        ("https://", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, *, kept: bool) -> None:
    assert safe_link(url) == (url if kept else None)


def test_many_actors_are_not_all_drawn_at_first() -> None:
    """The page starts with the most connected, and has a place for everyone."""
    others = [actor(f"state-{n}") for n in range(90)]
    page = Page(render_page(Graph.of(statement(FRANCE, "aids", o) for o in others)))
    level = page.data("data")["levels"]["countries"]
    assert level["first"] == len(page.data("network")["nodes"]) == len(level["near"]) // 2 == 60
    far = level["far"]
    assert len(set(zip(far[::2], far[1::2], strict=True))) == len(level["order"]) == 91
    assert sorted(level["order"]) == list(range(91))


bodies = st.lists(st.text(min_size=1, max_size=4), unique=True, min_size=1, max_size=12).map(
    lambda names: [Body(name, 12.0) for name in names]
)


@given(bodies, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_symbols_do_not_overlap(some: list[Body], chance: Any) -> None:
    """Whatever is tied to whatever, no two symbols share a place."""
    ends = [(a, b) for a in range(len(some)) for b in range(a + 1, len(some))]
    links = Links.of({pair: 1.0 for pair in ends if chance.random() < 0.3})
    places = place(some, links)
    assert places == place(some, links)
    for a, b in ends:
        (ax, ay), (bx, by) = places[a], places[b]
        assert max(abs(ax - bx), abs(ay - by)) >= 24


def test_people_are_near_their_country() -> None:
    """A minister of France is drawn nearer to France than the average actor is."""
    minister = actor("minister", "person", "FR")
    ring = [actor(f"state-{n}") for n in range(30)]
    told = [statement(ring[n], "aids", ring[(n + 7) % 30]) for n in range(30)]
    graph = Graph.of(
        [*told, statement(FRANCE, "aids", ring[0]), statement(minister, "visits", ring[15])]
    )
    data = Page(render_page(graph)).data("data")
    level = data["levels"]["actors"]
    places = list(zip(level["near"][::2], level["near"][1::2], strict=True))
    ids = data["actors"]["all"]["id"]
    spots = {ids[i]: place for i, place in zip(level["order"], places, strict=True)}
    (fx, fy), (mx, my) = spots[FRANCE.id], spots[minister.id]
    distances = sorted(((x - fx) ** 2 + (y - fy) ** 2) ** 0.5 for x, y in spots.values())
    assert ((mx - fx) ** 2 + (my - fy) ** 2) ** 0.5 < distances[len(distances) // 2]
    assert distances[-1] < ROOM * 12
