"""The brief and the page of a comparison: complete, and safe whatever the articles hold."""

import re
import tomllib
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from graph.actors.gazetteer import load_gazetteer
from graph.analysis import KnowledgeGraph
from graph.analysis.blocks import Link, Paragraph, Strong
from graph.analysis.hypertext import to_markup
from graph.analysis.markdown import to_markdown
from graph.analysis.markup import Safe, document, tag, text
from graph.analysis.plots import Bar, history, history_lines, partner_lines, partners
from graph.analysis.sidebyside import ACTORS, side_by_side
from graph.analysis.standing import states
from graph.analysis.words import PATH, words
from graph.errors import InputError, UnknownNameError
from graph.model import Graph
from tests.samples import DISPUTED, WORLD, told
from tests.strategies import corpora

HOSTILE = (
    '</title><script>alert(1)</script><img src=x onerror="a()"> '
    "[x](javascript:a) `~~~` **b** | www.e.org"
)
ACTS = {"2022-03-01": "attacks", "2023-06-01": "aids", "2023-07-01": "meets"}

#: What may be in a document of ours, but for text.
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol", "li"),
    *("a", "b", "div", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg"),
    *(
        "rect",
        "line",
        "circle",
        "polygon",
        "text",
        "span",
        "details",
        "summary",
        "section",
        "caption",
    ),
}


class Page(HTMLParser):
    """The elements, links and visible text of a document."""

    def __init__(self, page: str) -> None:
        """Read a document."""
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.shown: list[str] = []
        self.meta: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and check that no attribute acts."""
        self.tags.append(tag)
        for key, value in attrs:
            assert not key.startswith("on")
            assert key not in {"style", "src", "xlink:href"}
            if key == "href":
                self.links.append(value or "")
        named = dict(attrs)
        if tag == "meta":
            key = named.get("http-equiv") or named.get("name") or ""
            self.meta[key] = named.get("content") or ""

    def handle_data(self, data: str) -> None:
        """Note what is shown."""
        self.shown.append(data)


def hostile() -> KnowledgeGraph:
    """Return a graph in which everything that an article can choose is hostile."""
    known = []
    for day, relation in ACTS.items():
        each = told(day, "RU", relation, "UA", date=day[:7], said_by=HOSTILE, place=HOSTILE)
        source = replace(
            each.evidence.source, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)//"
        )
        evil = replace(each.object, id="https://example.org/evil", label=HOSTILE, kind="group")
        evidence = replace(each.evidence, source=source, sentence=HOSTILE)
        known += [replace(each, evidence=evidence), replace(each, object=evil, evidence=evidence)]
    return KnowledgeGraph(known)


def documents(known: KnowledgeGraph, actor: str) -> list[str]:
    return [known.report(actor).to_html(), side_by_side(known.compare("2022", "2023"))]


@pytest.mark.parametrize("page", documents(hostile(), "RU"))
def test_nothing_of_an_article_becomes_markup(page: str) -> None:
    found = Page(page)
    assert set(found.tags) <= TAGS
    assert all(re.fullmatch(r"#e\d+", link) for link in found.links)
    assert "<script>alert(1)</script>" in "".join(found.shown)


@pytest.mark.parametrize("page", documents(hostile(), "RU"))
def test_the_policy_allows_our_style_and_nothing_else(page: str) -> None:
    policy = Page(page).meta["Content-Security-Policy"]
    style = page.split("<style>")[1].split("</style>", maxsplit=1)[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "http" not in style


def test_markdown_of_hostile_text_is_text() -> None:
    told = hostile().report("RU").to_markdown()
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(told)
    inline = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in [*tokens, *inline]}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "hr"}
    assert "<script>alert(1)</script>" in "".join(token.content for token in inline)


@given(st.text(max_size=60) | st.sampled_from([HOSTILE, "1. a", "- a", "# a", "a_b", "---", "> a"]))
def test_a_run_is_read_as_it_was_written(run: str) -> None:
    """Markdown shows the letters of a run, and nothing else happens."""
    tokens = MarkdownIt("commonmark", {"html": True}).parse(to_markdown([Paragraph(("x ", run))]))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}


@settings(max_examples=10)
@given(corpora())
def test_any_graph_can_be_told(graph: Graph) -> None:
    """Whatever names, sentences and titles hold, the documents are whole and well-formed."""
    known = KnowledgeGraph(graph.statements)
    for actor in sorted({each.subject.id for each in known})[:2]:
        report = known.report(actor)
        assert set(Page(report.to_html()).tags) <= TAGS
        report.to_markdown().encode()
    page = side_by_side(known.compare("2022", "2023"))
    assert set(Page(page).tags) <= TAGS
    page.encode()


def test_a_brief_tells_who_what_when_and_on_what_evidence() -> None:
    told = KnowledgeGraph(DISPUTED.statements).report("Russie").to_markdown()
    for part in (
        "# Russia: a brief",
        "**Vladimir Putin**, leader (told 2023-09-14)",
        "**sanctions**: United States → Russia",
        "Russia attacks Ukraine",
        "denied",
        "## Contested",
        "News of 2022-02-25",
    ):
        assert part in re.sub(r"\\(.)", r"\1", told)


def test_every_citation_leads_to_its_sentence() -> None:
    html = KnowledgeGraph(WORLD.statements).report("RU").to_html()
    page, entries = Page(html), re.findall(r'<li id="(e\d+)"', html)
    assert {link.removeprefix("#") for link in page.links if link[0] == "#"} == set(entries)
    assert any(link.startswith("https://example.org/") for link in page.links)


def test_a_brief_is_the_same_whatever_the_order() -> None:
    one = KnowledgeGraph(WORLD.statements).report("RU")
    other = KnowledgeGraph(sorted(WORLD.statements, key=lambda each: each.id)).report("RU")
    assert one.to_html() == other.to_html()
    assert one.to_markdown() == other.to_markdown()


def test_a_brief_of_a_period_tells_of_that_period() -> None:
    told = KnowledgeGraph(WORLD.statements).report("RU", during="2022").to_markdown()
    assert told.startswith("# Russia: a brief\n\n2022\\. 8 statements in 2 articles")
    assert "2024-06" not in re.sub(r"\\(.)", r"\1", told)


@pytest.mark.parametrize("asked", [{"during": "2022"}, {"as_of": "2022-06"}, {}])
def test_a_brief_weighs_as_the_ties_do(asked: dict[str, str]) -> None:
    lasting = told("2022-12-30", "RU", "attacks", "UA", date="2021/2024")
    known = KnowledgeGraph([*WORLD.statements, lasting])
    known, during = (
        known.as_of(date) if (date := asked.get("as_of")) else known,
        asked.get("during"),
    )
    ties = known.ties("RU", during=during)
    assert ties
    assert list(known.report("RU", during=during).brief.partners) == list(ties)


def test_a_brief_says_which_ties_one_article_alone_tells_of() -> None:
    acts = [("01", "meets", "FR"), ("02", "supports", "FR"), ("01", "meets", "CN")]
    known = [told(f"2022-03-{day}", "RU", act, state, confidence=0.9) for day, act, state in acts]
    text = KnowledgeGraph(known).report("RU").to_markdown()
    assert "**Closest to**: France; by one article alone, China." in text


def test_what_is_new_only_because_nothing_is_told_of_before_is_no_change() -> None:
    text = KnowledgeGraph(WORLD.statements).report("RU", during="2022").to_markdown()
    assert "**new**" not in text


def test_all_languages_of_reports_have_the_same_words() -> None:
    tables = tomllib.loads(PATH.read_text(encoding="utf-8"))
    places = re.compile(r"\{\w+\}")
    english = tables["en"]
    assert len(tables) > 1
    for table in tables.values():
        assert table.keys() == english.keys()
        for key, wording in table.items():
            assert sorted(places.findall(str(wording))) == sorted(places.findall(str(english[key])))
    assert all(state.label_fr for state in states().values())


def test_french_words_are_set_as_french_is() -> None:
    """An apostrophe is a curved one, and no line breaks before a high sign or inside of quotes."""
    table = tomllib.loads(PATH.read_text(encoding="utf-8"))["fr"]
    wrong = re.compile(r"'|[^\u00a0\u202f](?=[:;?!%»])|«(?!\u00a0)")
    assert not [wording for wording in map(str, table.values()) if wrong.search(wording)]
    assert words("fr").number(-1.25) == "−1,2"


def test_a_brief_in_french() -> None:
    told = KnowledgeGraph(WORLD.statements).report("RU", lang="fr")
    text, page = told.to_markdown(), told.to_html()
    assert text.startswith("# Russie\u00a0: note de synthèse\n")
    assert "## Ce qui s’est passé" in text
    assert "États-Unis – impose des sanctions à – Russie" in text
    assert "| Ukraine | 0,0 ± 0,0 |" in text
    assert '<html lang="fr">' in page
    assert not re.search(
        r"\b(What|With whom|Evidence|denied|articles? tell)\b", text.partition("## Sources")[0]
    )
    with pytest.raises(UnknownNameError, match="language of reports"):
        KnowledgeGraph(WORLD.statements).report("RU", lang="xx")


def test_a_brief_on_nobody_names_who_may_be_meant() -> None:
    with pytest.raises(InputError, match="'Russia' is meant"):
        KnowledgeGraph(WORLD.statements).report("Russai")


def test_a_page_of_many_actors_says_how_many_are_left_out() -> None:
    states = sorted(load_gazetteer().countries)[: ACTORS + 10]
    known = [told("2022-03-01", "FR", "meets", state) for state in states if state != "FR"]
    page = side_by_side(KnowledgeGraph(known).compare("2022", "2023"))
    assert f"{len(known) + 1 - ACTORS} actors with weaker ties are left out" in page
    assert page.count("<circle") == 2 * ACTORS


def test_both_maps_have_one_layout() -> None:
    page = side_by_side(KnowledgeGraph(WORLD.statements).compare("2022", "2023/2024"))
    first, second = page.split("</svg>")[:2]
    places = [re.findall(r'c[xy]="(-?\d+)"', each) for each in (first, second)]
    assert places[0] == places[1] != []


def test_a_flip_is_marked_on_both_maps() -> None:
    days = [
        (f"{year}-0{month}-01", act)
        for year, act in ((2022, "meets"), (2023, "attacks"))
        for month in range(1, 6)
    ]
    known = KnowledgeGraph([told(day, "FR", act, "ML", date=day) for day, act in days])
    page = side_by_side(known.compare("2022", "2023"))
    assert page.count('class="flip"') == 2
    assert "◆ flipped" in page


@settings(max_examples=30)
@given(st.lists(st.builds(Bar, st.text(max_size=5), *[st.floats(0, 1e6)] * 4), max_size=9))
def test_plots_are_well_formed(bars: list[Bar]) -> None:
    """As XML, which is stricter than HTML."""
    for plot in (history(bars), partners(bars)):
        ElementTree.fromstring(plot)  # noqa: S314 - it is ours
    assert len(history_lines(bars)) == (2 if bars else 0)
    assert len(partner_lines(bars)) == len(bars)


def test_only_what_is_safe_is_markup() -> None:
    assert tag("b", "<i>", class_='"') == '<b class="&quot;">&lt;i&gt;</b>'
    assert text(Safe("<i>")) == "<i>"
    assert to_markup([Paragraph((Link("x", "javascript:a"), Strong("<")))]) == "<p>x<b>&lt;</b></p>"
    assert "<title>&lt;/title&gt;</title>" in document("</title>", "", "x")
    with pytest.raises(ValueError, match="a b"):
        tag("a b")
