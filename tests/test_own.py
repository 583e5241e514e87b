"""A user's own names: what they add, what they override, and what is wrong in them."""

from pathlib import Path

import pytest

from graph import languages
from graph.actors.gazetteer import load_gazetteer
from graph.actors.link import Linker
from graph.actors.records import Gazetteer
from graph.errors import DataFileError
from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article, Sentence

DOCS = Path(__file__).parent.parent / "docs" / "gazetteer.md"


def own(folder: Path, text: str) -> Gazetteer:
    path = folder / "names.toml"
    path.write_text(text, encoding="utf-8")
    return load_gazetteer(path)


def actors(gazetteer: Gazetteer, lang: str, text: str) -> list[str]:
    linker = Linker(gazetteer, languages.load(lang))
    cast = linker.cast(text, [Sentence(0, len(text))], "2024-01-15")
    return [actor.label for mention in cast.mentions for actor in mention.actors]


def test_a_name_is_added_to_a_state(tmp_path: Path) -> None:
    found = own(tmp_path, '[countries.FR]\nfr.names = ["Hexagone"]')
    assert actors(found, "fr", "L'Hexagone proteste, la France aussi.") == ["France", "France"]


def test_a_label_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    found = own(tmp_path, '[countries.TW]\nen.label = "Formosa"')
    assert actors(found, "fr", "Taïwan et la Chine.") == ["Formosa", "China"]


@pytest.mark.parametrize(
    ("text", "lang", "sentence", "label"),
    [
        ('[countries.TW]\nen.label = "Chinese Taipei"', "en", "Taiwan spoke.", "Chinese Taipei"),
        ('[countries.TW]\nen.label = "Chinese Taipei"', "fr", "Taïwan parle.", "Chinese Taipei"),
        ('[organisations.nato]\nfr.label = "Alliance"', "fr", "L'OTAN proteste.", "NATO"),
        ('[people.emmanuel-macron]\nen = "M. X"', "en", "Emmanuel Macron spoke.", "M. X"),
    ],
)
def test_a_label_that_is_replaced_stays_a_name(
    tmp_path: Path, text: str, lang: str, sentence: str, label: str
) -> None:
    assert actors(own(tmp_path, text), lang, sentence) == [label]


def test_a_label_that_another_takes_is_no_name_any_more(tmp_path: Path) -> None:
    text = '[countries.TW]\nen.label = "Formosa"\n[countries.CN]\nen.names = ["Taiwan"]'
    assert actors(own(tmp_path, text), "en", "Taiwan spoke to Formosa.") == ["China", "Formosa"]


def test_a_name_is_taken_from_whom_it_meant(tmp_path: Path) -> None:
    text = '[organisations.club]\nkind = "group"\nen.label = "The Club"\nen.names = ["Washington"]'
    assert actors(own(tmp_path, text), "en", "Washington protested.") == ["The Club"]
    assert actors(load_gazetteer(), "en", "Washington protested.") == ["United States"]


def test_a_person_leads_a_body_of_the_file(tmp_path: Path) -> None:
    text = (
        '[organisations.club]\nkind = "group"\nen.label = "The Club"\n'
        '[people.jane-example]\nen = "Jane Example"\nfamily = ["Example"]\n'
        'offices = [["leads", "club", "2020", ""]]'
    )
    found = own(tmp_path, text)
    assert found.people["jane-example"].offices[0].of == "club"
    assert actors(found, "en", "Reporters saw Example in Paris.") == ["Jane Example", "France"]


def test_a_masked_name_is_nobody(tmp_path: Path) -> None:
    found = own(tmp_path, '[masks]\nen = ["Georgia Power"]')
    assert actors(found, "en", "They sued Georgia Power in Georgia.") == ["Georgia"]


@pytest.mark.parametrize(("last", "found"), [("2024-01-20", ["France"]), ("2024-01-12", [])])
def test_a_capital_of_some_years_is_added(tmp_path: Path, last: str, found: list[str]) -> None:
    years = f'from = "2024-01-10"\nto = "{last}"'
    text = f'[eras.vichy]\nmeans = "FR"\n{years}\nfr.capitals = ["Vichy"]'
    assert actors(own(tmp_path, text), "fr", "Vichy proteste.") == found


@pytest.mark.parametrize(("last", "found"), [("2024-01-20", ["Hezbollah"]), ("2024-01-12", [])])
def test_a_name_of_a_body_in_some_years_is_added(
    tmp_path: Path, last: str, found: list[str]
) -> None:
    years = f'from = "2024-01-10"\nto = "{last}"'
    text = f'[eras.fighters]\nmeans = "hezbollah"\n{years}\nen.names = ["the Southern Fighters"]'
    assert actors(own(tmp_path, text), "en", "Then the Southern Fighters struck.") == found


def test_two_may_share_a_family_name(tmp_path: Path) -> None:
    text = (
        '[people.a]\nen = "Ann Poe"\nfamily = ["Poe"]\n[people.b]\nen = "Bob Poe"\nfamily = ["Poe"]'
    )
    assert actors(own(tmp_path, text), "en", "They saw Bob Poe; later Poe left.") == [
        "Bob Poe",
        "Bob Poe",
    ]


def test_the_example_of_the_documentation_works(tmp_path: Path) -> None:
    example = DOCS.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    found = own(tmp_path, example)
    assert found.people["jane-example"].actor.country == "GB"
    assert found.countries["TW"].label == "Chinese Taipei"


def test_a_state_of_ones_own_says_that_it_is_new(tmp_path: Path) -> None:
    found = own(tmp_path, '[countries.XQ]\nnew = true\nen.label = "Xanadu"')
    assert actors(found, "fr", "Xanadu proteste.") == ["Xanadu"]


def test_dates_may_be_as_exact_as_they_are(tmp_path: Path) -> None:
    text = '[people.a]\nen = "A B"\noffices = [["leads", "FR", "2020-02-29", "2020"]]'
    assert own(tmp_path, text).people["a"].offices[0].end == "2020"


def test_capitals_alone_make_a_word_a_name(tmp_path: Path) -> None:
    """As in "WHO"."""
    assert "OR" in own(tmp_path, '[countries.FR]\nen.names = ["OR"]').countries["FR"].names


def test_items_may_change_hands(tmp_path: Path) -> None:
    text = '[countries.FR]\nwikidata = "Q183"\n[countries.DE]\nwikidata = "Q142"'
    assert own(tmp_path, text).countries["FR"].id.endswith("/Q183")


def test_a_changed_file_makes_builds_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    versions = {load_knowledge().version}
    for text in ('[masks]\nen = ["One Thing"]', '[masks]\nen = ["Other Thing"]'):
        path.write_text(text, encoding="utf-8")
        load_knowledge.cache_clear()
        versions.add(load_knowledge(path).version)
    load_knowledge.cache_clear()
    assert len(versions) == 3


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("nonsense", "the file", "is not TOML"),
        ("[contries.FR]", "[contries]", "Did you mean 'countries'?"),
        ("countries = 3", "countries", "Write [countries.KEY]"),
        ("[people]\njane = 3", "[people.jane]", "is no table of fields"),
        ("[countries.france]", "[countries.france]", "two capitals, as FR"),
        ("[people.Jane]", "[people.Jane]", "a slug, as jane-doe"),
        ('[countries.FR]\nfr.name = ["A"]', "[countries.FR] fr", "Did you mean 'names'?"),
        ('[countries.FR]\nfr.names = "A"', "[countries.FR] fr", "a list in brackets"),
        ("[countries.FR]\nfr.names = [3]", "[countries.FR] fr", "is no name"),
        ('[countries.FR]\nfr.names = [" A"]', "[countries.FR] fr", "without blanks"),
        ('[countries.FR]\nfr.names = ["!"]', "[countries.FR] fr", "is no name"),
        ("[countries.FR]\nwikidata = 142", "[countries.FR]", "text in quotes"),
        ('[countries.FR]\nwikidata = "142"', "[countries.FR]", "Write it as Q142"),
        ('[people.a]\nen = ""', "[people.a]", "a name is empty. Write the name"),
        ('[countries.FR]\nen.names = ["and"]', "[countries.FR]", "'and' is a word of any text"),
        ('[people.a]\nen = "A"\nfamily = ["Le"]', "[people.a]", "'Le' is a word of any text"),
        ('[masks]\nfr = ["dans"]', "[masks]", "'dans' is a word of any text. Write a longer name"),
        ('[organisations.a]\nen.label = "A"', "[organisations.a]", "needs kind"),
        ('[organisations.a]\nkind = "group"', "[organisations.a]", "needs en.label"),
        ('[organisations.a]\nkind = "x"\nen.label = "A"', "[organisations.a]", "kind 'x'"),
        ('[people.a]\ncountry = "FR"', "[people.a]", "needs en"),
        ('[people.a]\nen = "A"\ncountry = "ZZ"', "[people.a]", "country 'ZZ' is not known"),
        ('[people.a]\nen = "A"\noffices = [["leads", "FR"]]', "[people.a]", "has 2 parts, not"),
        ('[people.a]\nen = "A"\noffices = [["leads"]]', "[people.a]", "has 1 part, not 4 or 5"),
        ('[people.a]\nen = "A"\noffices = ["leads"]', "[people.a]", "is no list of texts"),
        (
            '[people.a]\nen = "A"\noffices = [["rules", "FR", "2020", ""]]',
            "[people.a]",
            "there is no relation 'rules'. Write 'leads' or 'holdsOfficeIn' first.",
        ),
        (
            '[people.a]\nen = "A"\noffices = [["holdsOfficeIn", "FR", "2020", "", "envoy"]]',
            "[people.a]",
            "'envoy' is no office. Leave the last part out, or write 'foreign-minister' there.",
        ),
        ('[people.a]\nen = "A"\noffices = [["leads", "x", "2020", ""]]', "[people.a]", "'x' is no"),
        ('[people.a]\nen = "A"\noffices = [["leads", "FR", "May", ""]]', "[people.a]", "no date"),
        ('[people.a]\nen = "A B"\n[people.b]\nen = "A B"', "[people.b]", "of [people.a] too"),
        ('[eras.x]\nmeans = "DE"\nfrom = "1944-02-30"\nto = ""', "[eras.x]", "'1944-02-30' is no"),
        (
            '[eras.x]\nmeans = "DE"\nfrom = "1944-02-20"\nto = "1940-01"',
            "[eras.x]",
            "it ends (1940-01) before it begins (1944-02-20). Write the first",
        ),
        (
            '[people.a]\nen = "A"\noffices = [["leads", "FR", "2020-05", "2019"]]',
            "[people.a]",
            "it ends (2019) before it begins (2020-05)",
        ),
        ('[countries.XQ]\nen.label = "Xanadu"', "[countries.XQ]", "add new = true"),
        ('[countries.XQ]\nnew = "yes"', "[countries.XQ]", "Write new as true or false"),
        (
            '[countries.FR]\nwikidata = "Q183"',
            "[countries.FR]",
            "wikidata 'Q183' is the item of [countries.DE]. Write the item of this one",
        ),
        (
            "[countries.IT]\nen.names = ['A']\n[organisations.b-c]\nkind = 'group'\nen.label = 'A'",
            "[organisations.b-c]",
            "'A' is a name of [countries.IT] too",
        ),
        ("name,code\nHexagone,FR", "the file", "Write the names in TOML"),
        ('[organisations.nato]\npart_of = "nato"', "[organisations.nato]", "part_of 'nato' is not"),
        ('[organisations.nato]\npart_of = "atlantis"', "[organisations.nato]", "not known"),
        ('[eras.x]\nmeans = "DE"\nto = "1990"', "[eras.x]", "needs from"),
        ('[eras.x]\nmeans = "ZZ"\nfrom = "1990"\nto = ""', "[eras.x]", "means 'ZZ' is not known"),
        ('[eras.x]\nmeans = "DE"\nfrom = "May"\nto = ""', "[eras.x]", "'May' is no date"),
        ('[eras.x]\nmeans = "DE"\nfrom = "1990-13"\nto = ""', "[eras.x]", "is no date"),
        ('[masks]\nde = ["A"]', "[masks]", "there is no field 'de'"),
    ],
)
def test_a_mistake_is_one_line_that_says_where_and_how(
    tmp_path: Path, text: str, where: str, says: str
) -> None:
    with pytest.raises(DataFileError) as caught:
        own(tmp_path, text)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'names.toml'}, {where}: ")
    assert says in message
    assert "\n" not in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"none\.toml, the file: cannot be read"):
        load_gazetteer(tmp_path / "none.toml")


def own_rows(folder: Path, text: str) -> Gazetteer:
    path = folder / "names.csv"
    path.write_text(text, encoding="utf-8")
    return load_gazetteer(path)


def test_a_table_says_what_toml_says(tmp_path: Path) -> None:
    rows = (
        "entry;kind;en.label;fr.names;en;fr;family;offices\n"
        "countries.FR;;;Hexagone | Pays des trois frontières;;;;\n"
        "organisations.club;group;The Club;;;;;\n"
        "people.jane-example;;;;Jane Example;;Example;leads club 2020\n"
        "masks;;;;Georgia Power;;;\n"
    )
    toml = (
        '[countries.FR]\nfr.names = ["Hexagone", "Pays des trois frontières"]\n'
        '[organisations.club]\nkind = "group"\nen.label = "The Club"\n'
        '[people.jane-example]\nen = "Jane Example"\nfamily = ["Example"]\n'
        'offices = [["leads", "club", "2020", ""]]\n[masks]\nen = ["Georgia Power"]\n'
    )
    table, told = own_rows(tmp_path, rows), own(tmp_path, toml)
    assert table.people["jane-example"] == told.people["jane-example"]
    assert table.names == told.names
    assert table.organisations == told.organisations


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("", "the first line: does not begin with the column entry"),
        ("key,en\nmasks,x\n", "the first line: does not begin with the column entry"),
        ("entry,en\nstates.FR,x\n", "[states.FR]: there is no table 'states'"),
        ("entry,fr.nams\ncountries.FR,x\n", "there is no field 'fr.nams'"),
        ("entry,fr.names\ncountries.FR,x\ncountries.FR,y\n", "[countries.FR]: stands twice"),
        ("entry,fr\ncountries.FR,x\n", "there is no field 'fr'"),
        ('entry,en\nmasks,"x\n', "is not CSV"),
        ("entry,en,offices\npeople.j-x,J X,leads FR\n", "has 2 parts, not 4 or 5"),
        ("entry,en,offices\npeople.j-x,J X,leads FR 2021-13\n", "'2021-13' is no date"),
        ("entry,kind,en.label\norganisations.x,club,X\n", "kind 'club' is not known"),
    ],
)
def test_a_mistake_in_a_table_is_one_line(tmp_path: Path, rows: str, told: str) -> None:
    """It names the file, the entry, what is wrong and what to write."""
    with pytest.raises(DataFileError) as caught:
        own_rows(tmp_path, rows)
    message = str(caught.value)
    assert told in message
    assert "names.csv" in message
    assert "\n" not in message


def test_the_table_in_the_docs_is_one(tmp_path: Path) -> None:
    block = DOCS.read_text(encoding="utf-8").split("```csv\n")[1].split("```")[0]
    found = own_rows(tmp_path, block)
    assert [office.of for office in found.people["jon-example"].offices] == ["harbour-league", "GB"]


@pytest.mark.parametrize("name", ["names.csv", "names.toml"])
@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252"])
def test_another_encoding_has_a_remedy(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_text("entry,en\nmasks,l’été\n", encoding=encoding)
    with pytest.raises(DataFileError, match=f"iconv -f {encoding} -t utf-8 .*{name}"):
        load_gazetteer(path)


def test_whom_ones_own_file_lists_is_no_stranger(tmp_path: Path) -> None:
    """A text about one state leaves unknown persons at home; he is known, of no state."""
    text = "Niger votes. Niger waits. Niger is poor.\n\nNiger met Mr John Miller on Monday."
    path = tmp_path / "names.toml"
    path.write_text('[people.john-miller]\nen = "John Miller"\n')
    article = Article("a", text, published="2024-06-12", lang="en")
    [(_, found)] = extract([article], load_knowledge(path))
    assert [each.relation for each in found] == ["meets"]
