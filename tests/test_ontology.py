"""The vocabulary is whole: every relation, in both languages, tied to other vocabularies."""

import json
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.model import KINDS, MODALITIES
from graph.rdf.alignment import FOLDER, alignments
from graph.rdf.formats import write_ontology
from graph.rdf.jsonld import context
from graph.rdf.names import NAMESPACES, ONTOLOGY, WIKIDATA, dg, term
from graph.relations import relations

FILE = FOLDER / "diplograph.ttl"


@pytest.fixture(scope="module")
def said() -> dict[str, dict[str, set[str]]]:
    """What the shipped file says: values by subject and property, labels with their language."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for triple in ox.parse(path=FILE, format=ox.RdfFormat.TURTLE):
        value = triple.object
        shown = value.language if isinstance(value, ox.Literal) and value.language else value.value
        found[triple.subject.value][triple.predicate.value].add(shown)
    return found


Said = dict[str, dict[str, set[str]]]


def test_the_shipped_file_is_what_the_data_says(tmp_path: Path) -> None:
    """A failure means: run ``make ontology``, and read the diff."""
    write_ontology(tmp_path / "o.ttl")
    assert FILE.read_text(encoding="utf-8") == (tmp_path / "o.ttl").read_text(encoding="utf-8")


def test_every_term_speaks_both_languages(said: Said) -> None:
    for node, values in said.items():
        labels = values[term("rdfs:label")] or values[term("dcterms:title")]
        assert labels == {"en", "fr"}, node
        for name in ("rdfs:comment", "skos:definition"):
            assert values[term(name)] in (set(), {"en", "fr"}), node


@pytest.mark.parametrize("name", relations())
def test_a_relation_has_its_place(said: Said, name: str) -> None:
    """Below its event type, symmetric or with a property for the other direction, and defined."""
    relation, aligned, values = relations()[name], alignments()[name], said[dg(name)]
    assert values[term("rdfs:subPropertyOf")] == {dg(relation.parent)}
    assert values[term("skos:definition")] == {"en", "fr"}, "add a row to alignment.csv"
    assert (term("owl:SymmetricProperty") in values[term("rdf:type")]) == relation.symmetric
    assert bool(aligned.inverse) != relation.symmetric
    if aligned.inverse:
        assert said[dg(aligned.inverse)][term("owl:inverseOf")] == {dg(name)}
        assert aligned.inverse not in relations()


def test_every_row_of_the_alignment_is_a_relation() -> None:
    text = (FOLDER / "alignment.csv").read_text(encoding="utf-8")
    assert {line.split(",")[0] for line in text.splitlines()[1:]} == set(relations())


def test_inverses_are_distinct() -> None:
    names = [one.inverse for one in alignments().values() if one.inverse]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", [*MODALITIES, *(kind.capitalize() for kind in KINDS)])
def test_the_words_of_the_model_are_terms(said: Said, name: str) -> None:
    assert dg(name) in said


@pytest.mark.parametrize(
    "prefix", ["prov", "oa", "skos", "edtf", "time", "sem", "schema", "org", "foaf", "wdt"]
)
def test_it_is_aligned_with(said: Said, prefix: str) -> None:
    """Somebody who knows another vocabulary finds a way in."""
    values = {value for pairs in said.values() for found in pairs.values() for value in found}
    assert any(value.startswith(NAMESPACES[prefix]) for value in values)


@pytest.mark.parametrize("name", ["P35", "P6", "P463", "P530", "P39"])
def test_state_relations_are_tied_to_wikidata(said: Said, name: str) -> None:
    matches = {
        value
        for pairs in said.values()
        for kind in ("skos:exactMatch", "skos:closeMatch", "skos:relatedMatch")
        for value in pairs[term(kind)]
    }
    assert term(f"wdt:{name}") in matches


def test_every_term_that_is_spoken_of_is_defined(said: Said) -> None:
    values = {value for pairs in said.values() for found in pairs.values() for value in found}
    spoken = {value for value in values if value.startswith(ONTOLOGY) and value != ONTOLOGY}
    assert spoken <= set(said)


def test_the_context_names_terms_that_exist(said: Said) -> None:
    json.dumps(context())
    for word, entry in context().items():
        iri = term(entry["@id"])
        assert not iri.startswith(ONTOLOGY) or iri in said, word


def test_no_prefix_stands_for_two_namespaces() -> None:
    both = NAMESPACES | WIKIDATA
    assert len(both) == len(NAMESPACES) + len(WIKIDATA) == len(set(both.values()))
