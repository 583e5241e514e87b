"""Where an extracted statement says that its actors and its relation are named."""

import pytest

from graph.extract import extract
from graph.knowledge import load_knowledge
from graph.model import Article, Marks, Spans


@pytest.mark.parametrize(
    ("lang", "text", "relation", "marks"),
    [
        (
            "en",
            "On Friday, France and Mali signed a treaty in Geneva.",
            "signsAgreementWith",
            "France · Mali · signed treaty",
        ),
        ("en", "Moscow accused the French of lying.", "accuses", "Moscow · French · accused lying"),
        (
            "fr",
            "Le président russe Vladimir Poutine s'est rendu au Mali.",
            "leads",
            "Vladimir Poutine · russe · président",
        ),
        (
            "fr",
            "La Pologne a rappelé mardi son ambassadeur à Moscou.",
            "recallsAmbassadorFrom",
            "Pologne · Moscou · rappelé ambassadeur",
        ),
        (
            "en",
            "Italy met Kenya. It then accused Kenya of lying.",
            "accuses",
            " · Kenya · accused",
        ),
        (
            "en",
            "Vladimir Putin met the pope. The Russian leader accused Poland of lying.",
            "accuses",
            "Russian leader · Poland · accused",
        ),
    ],
)
def test_marks(lang: str, text: str, relation: str, marks: str) -> None:
    """The narrowest name, a description where there is none, nothing for a pronoun."""
    article = Article("a", "\N{GRINNING FACE}\n\n" + text, lang=lang, published="2024-05-01")
    ((_, statements),) = extract([article], load_knowledge())
    found = {s.relation: s.evidence.marks for s in statements}[relation]
    assert _shown(article.text, found) == marks


def _shown(text: str, marks: Marks) -> str:
    def words(spans: Spans) -> str:
        return " ".join(text[start:end] for start, end in spans)

    return " · ".join(map(words, (marks.subject, marks.object, marks.trigger)))
