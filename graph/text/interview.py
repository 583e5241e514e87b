"""Interviews: whose answers the paragraphs below a question are.

An article counts as one where at least two paragraphs are a question and no more, and what comes
before the first of them says who is asked, in the words of ``text.toml``.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from graph.languages import load
from graph.model import Sentence

#: Questions that make an interview, and the longest of them in code points.
_FEWEST, _LONGEST = 2, 200


@cache
def _introductions(lang: str) -> tuple[re.Pattern[str], ...]:
    patterns = load(lang).tables["text"]["interview"]["introductions"]
    source = r"(?P<source>[^,;:.!?\n]{2,80})"
    return tuple(
        re.compile(pattern.replace(" ", r"\s").replace("{source}", source)) for pattern in patterns
    )


def answers(text: str, sentences: Sequence[Sentence], lang: str) -> Mapping[int, str]:
    """Return whose words sentences are, by where a sentence starts.

    Args:
        text: The article's text.
        sentences: Of all kinds, in order.
        lang: ISO 639-1 code.
    """
    asked = [at for at, sentence in enumerate(sentences) if _is_question(text, sentences, at)]
    if len(asked) < _FEWEST:
        return {}
    before = text[: sentences[asked[0]].start]
    found = (pattern.search(before) for pattern in _introductions(lang))
    source = next((" ".join(match["source"].split()) for match in found if match), None)
    if source is None:
        return {}
    questions = set(asked)
    rest = range(asked[0], len(sentences))
    return {sentences[at].start: source for at in rest if at not in questions}


def _is_question(text: str, sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence is a paragraph of its own that asks."""
    start, end = sentences[at].start, sentences[at].end
    alone = "\n" in text[end : sentences[at + 1].start] if at + 1 < len(sentences) else False
    opens = at == 0 or "\n" in text[sentences[at - 1].end : start]
    return alone and opens and end - start <= _LONGEST and text[start:end].rstrip().endswith("?")
