"""The RDF holds what the graph holds, in every profile and format, whatever an article says."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from graph.actors.gazetteer import load_gazetteer
from graph.errors import InputError, OutputError, UnknownNameError
from graph.export import Layout, export
from graph.export.jsonl import Saved, in_order, write_jsonl
from graph.model import MODALITIES, Graph, Modality, Statement
from graph.rdf.document import document
from graph.rdf.formats import FORMATS, check_layout
from graph.rdf.names import ONTOLOGY, Names, dg
from graph.rdf.ontology import ontology
from graph.rdf.profiles import PROFILES
from graph.rdf.shape import STANDARD
from graph.rdf.terms import iri, plain
from graph.rdf.view import to_rdflib
from tests.rdf_reader import Triples, expected, quads, read_back
from tests.samples import FRANCE, GRAPH, IRAN, MEETS, THREAT, WORLD, told
from tests.strategies import HOSTILE, corpora, graphs

quietly = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=5,
    deadline=None,
)


DOCS = (Path(__file__).parent.parent / "docs" / "rdf.md").read_text(encoding="utf-8")


def can_hold(profile: str, format_: str) -> bool:
    needs, has = PROFILES[profile], FORMATS[format_]
    return needs.graphs <= has.graphs and needs.triple_terms <= has.triple_terms


LAYOUTS = [(name, form) for name in PROFILES for form in FORMATS if can_hold(name, form)]


def written(graph: Graph, folder: Path, profile: str, format_: str) -> list[ox.Quad]:
    path = folder / f"{profile}.{format_}"
    export(graph, path, format_, Layout(profile))
    return quads(path, format_)


@quietly
@given(corpora())
def test_every_layout_gives_back_the_statements(tmp_path: Path, graph: Graph) -> None:
    """Nothing is lost, added or changed, hostile text included, and no triple is written twice."""
    wanted = {statement.id: expected(statement) for statement in graph.statements}
    seen: dict[str, list[ox.Quad]] = {}
    for profile, format_ in LAYOUTS:
        found = written(graph, tmp_path, profile, format_)
        assert read_back(found) == wanted, (profile, format_)
        assert len(found) == len(set(found)), (profile, format_)
        assert set(seen.setdefault(profile, found)) == set(found), (profile, format_)


@quietly
@given(corpora())
def test_rdflib_reads_the_same(tmp_path: Path, graph: Graph) -> None:
    """The Turtle is one graph for two libraries, and the view for rdflib is that graph."""
    export(graph, tmp_path / "graph.ttl", "ttl")
    parsed = rdflib.Graph().parse(tmp_path / "graph.ttl", format="turtle")
    assert set(parsed) == set(to_rdflib(graph))
    assert len(parsed) == len(set(quads(tmp_path / "graph.ttl", "ttl")))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
@pytest.mark.parametrize(
    ("profile", "format_", "name"),
    [
        ("standard", "jsonld", "json-ld"),
        ("standard", "rdf", "xml"),
        ("wikidata", "rdf", "xml"),
        ("quads", "trig", "trig"),
        ("quads", "nq", "nquads"),
        ("quads", "jsonld", "json-ld"),
    ],
)
def test_a_second_library_reads_every_format(
    tmp_path: Path, profile: str, format_: str, name: str
) -> None:
    """What rdflib finds in a file is as much as Oxigraph finds, and in as many graphs."""
    found = written(WORLD, tmp_path, profile, format_)
    data = (tmp_path / f"{profile}.{format_}").read_bytes()
    read = rdflib.Dataset().parse(data=data, format=name)
    graphs = {str(quad.graph_name) for quad in found if quad.graph_name != ox.DefaultGraph()}
    assert len(list(read.quads())) == len(found)
    assert len([one for one in read.graphs() if len(one)]) == max(1, len(graphs))


@quietly
@given(graphs)
def test_articles_that_disagree_break_nothing(tmp_path: Path, graph: Graph) -> None:
    """Actors spelled in two ways and articles cited in two ways still give valid files."""
    for profile, format_ in LAYOUTS:
        found = written(graph, tmp_path, profile, format_)
        assert read_ids(found) == {one.id for one in graph.statements}


def read_ids(found: list[ox.Quad]) -> set[str]:
    kind = ox.NamedNode(dg("Statement"))
    nodes = [str(quad.subject)[1:-1] for quad in found if quad.object == kind]
    return {node.rsplit("/", 1)[1] for node in nodes if "/statement/" in node}


@pytest.mark.parametrize("profile", PROFILES)
def test_only_what_happened_is_asserted(tmp_path: Path, profile: str) -> None:
    """A triple says what an article itself says to have happened, not what is claimed or denied."""
    told = {
        said: Graph.of([_meeting(modality, said) for modality in MODALITIES])
        for said in (None, "a diplomat")
    }
    asserted = {
        (said, str(quad.subject))
        for said, graph in told.items()
        for quad in written(graph, tmp_path, profile, "nq" if profile == "quads" else "nt")
        if quad.predicate == ox.NamedNode(dg("meets"))
    }
    # Both ways round: a plain query does not know that the relation is symmetric.
    assert asserted == {(None, f"<{FRANCE.id}>"), (None, f"<{IRAN.id}>")}


def _meeting(modality: Modality, said_by: str | None) -> Statement:
    return replace(MEETS, modality=modality, said_by=said_by)


def test_what_profiles_add(tmp_path: Path) -> None:
    """Each holds all of the standard, and its own."""
    plain = set(written(GRAPH, tmp_path, "standard", "nt"))
    wikidata = set(written(GRAPH, tmp_path, "wikidata", "nt"))
    reified = set(written(GRAPH, tmp_path, "rdf12", "nt"))
    assert plain < wikidata
    assert plain < reified
    terms = {quad.object for quad in reified - plain}
    relation = ox.NamedNode(dg("sanctions"))
    assert ox.Triple(ox.NamedNode(FRANCE.id), relation, ox.NamedNode(IRAN.id)) in terms
    ranks = {str(quad.object).rsplit("#")[-1] for quad in wikidata if "#rank" in str(quad)}
    assert ranks == {"NormalRank>", "DeprecatedRank>"}


def test_an_article_is_a_graph_in_quads(tmp_path: Path) -> None:
    """Whatever was read from an article can be dropped with it."""
    found = written(GRAPH, tmp_path, "quads", "nq")
    by_graph = {quad.graph_name for quad in found if "statement/" in str(quad.subject)}
    assert len(by_graph) == 1
    assert all(isinstance(quad.graph_name, ox.NamedNode) for quad in found)


def test_minted_iris_can_be_moved(tmp_path: Path) -> None:
    """The base is for data; the vocabulary and Wikidata's items stay where they are."""
    export(GRAPH, tmp_path / "g.nt", "nt", Layout(None, "https://example.org/news/"))
    nodes = {str(quad.subject) for quad in quads(tmp_path / "g.nt", "nt")}
    assert f"<https://example.org/news/statement/{MEETS.id}>" in nodes
    assert not any("w3id.org" in node and "/ontology" not in node for node in nodes)


@pytest.mark.parametrize(
    "base", ["", "news/", "https://x/ y/", "https://x", "a:b/", "https://x/#/#"]
)
def test_a_base_that_cannot_start_an_iri_is_refused(base: str) -> None:
    with pytest.raises(InputError, match=r"https://example\.org/news/"):
        Names.under(base)


@pytest.mark.parametrize(
    ("profile", "format_", "able"),
    [("quads", "ttl", "trig"), ("rdf12", "jsonld", "ttl"), ("rdf12", "rdf", "nq")],
)
def test_a_format_that_cannot_hold_a_profile_says_which_can(
    profile: str, format_: str, able: str
) -> None:
    with pytest.raises(OutputError, match=able):
        check_layout(format_, profile, None)


def test_an_unknown_profile_names_the_closest() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'quads'"):
        check_layout("nq", "quad", None)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "javascript:alert(1)", "http://", "http://a:b/", "é", ""]
)
def test_an_iri_is_valid_or_not_made(text: str) -> None:
    """An independent library checks what we made."""
    for address in (text, f"https://example.org/{text}", f"https://example.org/?{text}#a#{text}"):
        made = iri(address)
        assert made is None or ox.NamedNode(made).value == made
        assert made is None or made.isascii()
    assert ox.NamedNode(Names().actor(text)).value.startswith("https://w3id.org/diplograph/actor/")


def test_minted_names_need_no_escape() -> None:
    """Virtuoso keeps Turtle's escapes: what we mint ends in signs that have none."""
    for block in plain(document(in_order(GRAPH.statements), STANDARD)):
        ours = block.subject.startswith("https://w3id.org/") and ONTOLOGY not in block.subject
        ending = block.subject.rsplit("/", 1)[1].replace("-", "").replace("_", "")
        assert not ours or ending.isalnum()


def test_a_stream_out_of_order_gives_the_same(tmp_path: Path) -> None:
    """Files that were put together by hand are sorted first."""
    write_jsonl(GRAPH, tmp_path / "s.jsonl")
    lines = (tmp_path / "s.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "t.jsonl").write_text("".join(reversed(lines)) + lines[0], encoding="utf-8")
    export(GRAPH, tmp_path / "1.ttl", "ttl")
    export(Saved(tmp_path / "s.jsonl"), tmp_path / "2.ttl", "ttl")
    export(Saved(tmp_path / "t.jsonl"), tmp_path / "3.ttl", "ttl")
    first = (tmp_path / "1.ttl").read_bytes()
    assert first == (tmp_path / "2.ttl").read_bytes() == (tmp_path / "3.ttl").read_bytes()


def test_an_organ_is_a_part_of_a_whole_that_has_a_name(tmp_path: Path) -> None:
    """However far away: the Martyrs' Brigades are Fatah's, and Fatah is in the PLO."""
    graph = Graph.of([told("2002-03-01", "al-aqsa-martyrs", "attacks", "IL")])
    triples = Triples(written(graph, tmp_path, "standard", "ttl"))
    known = load_gazetteer()
    for part, whole in (("al-aqsa-martyrs", "fatah"), ("fatah", "plo")):
        (found,) = triples.all(known.actor(part).id, "dg:partOf")
        assert found.value == known.actor(whole).id
        assert triples.one(found.value, "dg:countryCode") == "PS"
    assert triples.all(known.actor("plo").id, "dg:partOf") == []


def test_countries_have_names_in_languages_that_are_not_read(tmp_path: Path) -> None:
    names = Triples(written(GRAPH, tmp_path, "standard", "ttl")).all(FRANCE.id, "skos:altLabel")
    assert ox.Literal("Франция", language="ru") in names
    assert {name.language for name in names} >= {"ar", "de", "es", "it", "nl", "pt", "ru", "zh"}


def test_the_example_of_the_docs_is_what_is_written(tmp_path: Path) -> None:
    example = DOCS.split("```turtle\n")[1].split("```")[0]
    prefixes = "".join(f"PREFIX {name}: <{space}>\n" for name, space in STANDARD.prefixes().items())
    shown = set(ox.parse(prefixes + example, format=ox.RdfFormat.TURTLE))
    found = {quad.triple for quad in written(GRAPH, tmp_path, "standard", "nt")}
    assert {quad.triple for quad in shown} <= found


def test_the_query_of_the_docs_runs(tmp_path: Path) -> None:
    """The example in docs/rdf.md finds what it says it finds."""
    query = DOCS.split("```sparql\n")[1].split("```")[0]
    export(GRAPH, tmp_path / "graph.ttl", "ttl")
    rows = list(rdflib.Graph().parse(tmp_path / "graph.ttl").query(query))
    assert [str(row[2]) for row in rows if isinstance(row, rdflib.query.ResultRow)] == [
        THREAT.said_by
    ]


def test_the_ontology_is_labelled_in_both_languages() -> None:
    for block in ontology():
        names = {value.lang for name, value in block.pairs if name.endswith("#label")}  # type: ignore[union-attr]
        assert names == {"en", "fr"} or "/ontology#" not in block.subject, block.subject
