"""Every export is valid, and every planted error is found and named."""

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.export import Layout, export
from graph.model import Graph
from graph.rdf.formats import FORMATS
from graph.rdf.profiles import PROFILES
from graph.rdf.validate import validate
from tests.samples import GRAPH, MEETS, WORLD, told

#: A layout for each profile and for each format.
LAYOUTS = [
    ("standard", "ttl"),
    ("quads", "trig"),
    ("rdf12", "ttl"),
    ("wikidata", "nt"),
    ("standard", "rdf"),
    ("quads", "jsonld"),
    ("quads", "nq"),
]


@pytest.mark.parametrize(("profile", "format_"), LAYOUTS)
def test_an_export_is_valid(tmp_path: Path, profile: str, format_: str) -> None:
    path = tmp_path / f"graph.{format_}"
    export(WORLD, path, format_, Layout(profile))
    assert validate(path) == []


def test_every_profile_and_format_is_validated() -> None:
    assert {profile for profile, _ in LAYOUTS} == set(PROFILES)
    assert {format_ for _, format_ in LAYOUTS} == set(FORMATS)


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("valid") / "graph.ttl"
    export(GRAPH, path, "ttl", Layout("rdf12"))
    return path.read_text(encoding="utf-8")


#: What is in a valid file, what is put in its place, and what must be said of it.
PLANTED = {
    "no modality": ("    dg:modality dg:possible ;\n", "", "dg:modality must be one of"),
    "two modalities": ("dg:modality dg:possible", "dg:modality dg:possible , dg:denied", "one of"),
    "unknown modality": ("dg:modality dg:possible", "dg:modality dg:probable", "dg:probable"),
    "unknown relation": ("dg:relation dg:sanctions", "dg:relation dg:bombs", "dg:relation must be"),
    "unknown subject": ("dg:subject wd:Q142", "dg:subject wd:Q1", "one actor that the file"),
    "a name for an actor": ("dg:object wd:Q794", 'dg:object "Iran"', "dg:object must be one actor"),
    "no EDTF": ('"2023-10"^^edtf:EDTF', '"October"^^edtf:EDTF', "such as 2023-10"),
    "a date as text": (
        'dg:begin "2023-10"^^xsd:gYearMonth',
        'dg:begin "2023-10"',
        "dg:begin must be",
    ),
    "an end that is no date": ('dg:end "2023-10"^^xsd:gYearMonth', "dg:end 2023", "dg:end must be"),
    "days that are turned": (
        'dg:latest "2023-10-31"',
        'dg:latest "2023-09-30"',
        "not after dg:latest",
    ),
    "a day as text": (
        'dg:latest "2023-10-31"^^xsd:date',
        'dg:latest "2023-10-31"',
        "dg:latest must",
    ),
    "an empty speaker": ('dg:saidBy "a diplomat"', 'dg:saidBy ""', "dg:saidBy must be"),
    "an unknown speaker": ("prov:wasAttributedTo dgv:", "prov:wasAttributedTo dgx:", "one speaker"),
    "too sure": ("dg:confidence 0.8", "dg:confidence 1.5", "from 0 to 1"),
    "a double": ("dg:confidence 0.8", "dg:confidence 8e-1", "xsd:decimal"),
    "no rule": ('    dg:rule "en.meets.1" ;\n', "", "dg:rule must be"),
    "no article": (
        "    prov:wasDerivedFrom ",
        "    prov:wasInfluencedBy ",
        "must name the article",
    ),
    "an unknown sentence": ("dg:evidence dgq:", "dg:evidence dgx:", "one sentence that the file"),
    "no label in French": (', "France"@fr', "", "once in English and once in French"),
    "two labels": ('"France"@en ,', '"France"@en , "Gaul"@en ,', "once in English"),
    "a part of nobody": (
        'dg:countryCode "FR" ;',
        'dg:countryCode "FR" ; dg:partOf wd:Q1 ;',
        "dg:partOf must be one actor",
    ),
    "a long code": ('dg:countryCode "FR"', 'dg:countryCode "FRA"', "two capital letters"),
    "a place as a list": (
        'dg:rule "en.meets.1"',
        'dg:place "a" , "b" ; dg:rule "en.meets.1"',
        "dg:place",
    ),
    "no identifier": ('dcterms:identifier "a-1" ;', "", "one dcterms:identifier"),
    "no language": ('dcterms:language "en" ;', "", "dcterms:language must be"),
    "a vague day": (
        'dcterms:date "2023-10-13"^^xsd:date',
        'dcterms:date "Friday"',
        "dcterms:date must",
    ),
    "an address as text": ("<https://example.org/1>", '"https://example.org/1"', "one web address"),
    "no article of a sentence": ("    oa:hasSource ", "    oa:hasBody ", "oa:hasSource must be"),
    "no quote": ('oa:exact "France met', 'oa:prefix "France met', "with its text, oa:exact"),
    "no place": ('oa:start "10"', 'oa:value "10"', "with its place"),
    "a place that is turned": ('oa:start "10"', 'oa:start "99"', "not after oa:end"),
    "an end in words": ('oa:end "36"^^xsd:nonNegativeInteger', 'oa:end "far"', "oa:end must be"),
    "a nameless speaker": ('rdfs:label "a diplomat"@en', 'rdfs:comment "x"', "a speaker must have"),
    "an invented fact": (
        "    dg:meets wd:Q794 .",
        "    dg:meets wd:Q794 ; dg:sanctions wd:Q794 .",
        "a direct triple",
    ),
    "a lost fact": (
        "    dg:meets wd:Q794 .",
        "    dg:none wd:Q794 .",
        "must also be a direct triple",
    ),
    "another triple": ("<<( wd:Q142 dg:sanctions", "<<( wd:Q142 dg:meets", "rdf:reifies must hold"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_error_is_found(tmp_path: Path, turtle: str, name: str) -> None:
    """The message says what is expected, and of which node."""
    old, new, message = PLANTED[name]
    assert old in turtle
    broken = turtle.replace(old, new).replace("dgx:", "dga:x-")
    (tmp_path / "graph.ttl").write_text(broken, encoding="utf-8")
    found = [str(problem) for problem in validate(tmp_path / "graph.ttl")]
    assert any(message in line for line in found), found
    assert all("\n" not in line for line in found)


def test_offices_are_validated(tmp_path: Path) -> None:
    export(WORLD, tmp_path / "graph.ttl", "ttl")
    text = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    start = text.index(" a dg:Office")
    for old, new, message in (
        ("dg:relation dg:leads", "dg:relation dg:meets", "of an office must be dg:leads"),
        ("dg:object wd:", "dg:object dga:x-", "of an office must be one actor"),
        ("dg:begin ", "dg:none ", "must have one dg:begin"),
    ):
        broken = text[:start] + text[start:].replace(old, new, 1)
        (tmp_path / "graph.ttl").write_text(broken, encoding="utf-8")
        assert any(message in str(problem) for problem in validate(tmp_path / "graph.ttl"))


#: A visit to a town, which a ministry says did not take place.
CONTESTED = Graph.of(
    [
        told("2024-06-20", "kim-jong-un", "visits", "RU", date="2024-06-19", place="Vladivostok"),
        told("2024-06-20", "kim-jong-un", "visits", "RU", modality="denied", said_by="Seoul"),
    ]
)


def test_places_and_contests_are_validated(tmp_path: Path) -> None:
    export(CONTESTED, tmp_path / "graph.ttl", "ttl")
    assert validate(tmp_path / "graph.ttl") == []
    text = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert "dg:location <https://sws.geonames.org/2013348/>" in text
    assert text.count("dg:contests dgs:") == len(CONTESTED.statements)
    for old, new, message in (
        ("dg:location <https://sws.geonames.org/2013348/>", 'dg:location "there"', "one town or"),
        ('rdfs:label "Vladivostok" ;', "", "a place must have one rdfs:label"),
        ('"Vladivostok" ;\n    dg:country wd:Q159', '"Vladivostok"', "one country that the file"),
        ("dg:contests dgs:", "dg:contests dgx:", "a statement that the file describes"),
        ("dg:contests dgs:", "dg:rule dgs:", "dg:contests must go both ways"),
        ("dg:modality dg:denied", "dg:modality dg:possible", "to what is dg:denied"),
    ):
        assert old in text, old
        (tmp_path / "graph.ttl").write_text(
            text.replace(old, new, 1).replace("dgx:", "dga:x-"), encoding="utf-8"
        )
        found = [str(problem) for problem in validate(tmp_path / "graph.ttl")]
        assert any(message in line for line in found), (message, found)


def test_a_problem_names_its_node(tmp_path: Path, turtle: str) -> None:
    broken = turtle.replace("dg:confidence 0.8", "dg:confidence 1.5")
    (tmp_path / "graph.ttl").write_text(broken, encoding="utf-8")
    (problem,) = validate(tmp_path / "graph.ttl")
    message = "dg:confidence must be one xsd:decimal from 0 to 1"
    assert (
        str(problem) == f"https://w3id.org/diplograph/statement/{MEETS.id}: {message} (found '1.5')"
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.ttl", "<a> <b> .", "is not valid"),
        ("graph.nt", "<http://a b> <http://b> <http://c> .", "is not valid"),
        ("graph.jsonld", "{", "is not valid"),
        ("graph.txt", "", "is in no format of RDF"),
    ],
)
def test_what_is_no_rdf_is_one_line(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        validate(tmp_path / name)
    with pytest.raises(InputError, match=r"cannot be read|no format"):
        validate(tmp_path / f"none-{name}")
