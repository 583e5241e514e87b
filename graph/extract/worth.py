"""Which sentences are worth a parse, which is most of what reading costs.

A statement takes two actors. A sentence that names but one can hold it only if a word of it
looks back at another, and what that word looks back at stands in the sentences just before;
or if it answers the sentence before it: "Iran denied the charge", "Oslo applauded".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from graph.actors.link import Mention
from graph.extract.topic import is_about
from graph.languages import LanguagePack

#: How many sentences back one looks for whom its pronouns mean.
_BACK = 3

#: How many sentences back one looks for the day that it counts from, or for who was speaking.
_CONTEXT = 2

#: A statement has a subject and an object.
_PAIR = 2

#: A word without the apostrophe or hyphen that joins it to another.
_WORD = re.compile(r"[^\W\d_]+")

#: Lists of anaphora that may stand for another than the one named, and where nobody is named.
_ANOTHER = ("person", "country", "any", "latter", "plural")
_ALONE = ("person", "country", "plural", "possessive_plural", "events")


def worth_parsing(
    sentences: Sequence[str],
    named: Sequence[Sequence[Mention]],
    pack: LanguagePack,
    title: str = "",
) -> list[bool]:
    """Return of each sentence of an article whether to parse it.

    Args:
        sentences: Their text, in order.
        named: Whom each mentions.
        pack: The language.
        title: Of the article.
    """
    lonely = len(_ids(mention for mentions in named for mention in mentions)) < _PAIR
    if lonely or is_about(sentences, tuple(pack.tables["nouns"]["sport"]["words"]), title):
        return [False] * len(sentences)
    ids = [_ids(mentions) for mentions in named]
    holding = [
        len(own) > 1
        or (looks and len(own.union(*ids[max(0, at - _BACK) : at])) > 1)
        or (len(own) == 1 and len(own.union(*ids[max(0, at - 1) : at])) > 1)
        for at, (own, looks) in enumerate(zip(ids, _look_back(sentences, ids, pack), strict=True))
    ]
    going_on = [*(_goes_on(text, pack) for text in sentences), False]
    return [
        holds
        or (bool(ids[at]) and any(holding[at : at + _CONTEXT + 1]))
        or (any(holding[at + 1 : at + 2]) and going_on[at + 1])
        for at, holds in enumerate(holding)
    ]


def _goes_on(text: str, pack: LanguagePack) -> bool:
    """Return whether a sentence may go on with somebody's words: quoted, or in the conditional."""
    cues = pack.tables["cues"]
    words, endings = cues["tense"]["conditional_auxiliaries"], cues["tense"]["conditional_endings"]
    unreal = any(word in words or word.endswith(tuple(endings)) for word in text.split())
    return unreal or text.startswith(tuple(cues["speech"]["opening"]))


def _ids(mentions: Iterable[Mention]) -> frozenset[str]:
    actors = (actor for mention in mentions for actor in (*mention.actors, mention.post))
    return frozenset(actor.id for actor in actors if actor is not None)


def _look_back(
    sentences: Iterable[str], ids: Iterable[frozenset[str]], pack: LanguagePack
) -> Iterator[bool]:
    """Yield of each sentence whether a word of it may mean somebody named before."""
    another, alone = _looking_back(pack)
    for text, own in zip(sentences, ids, strict=True):
        yield not (another if own else alone).isdisjoint(_WORD.findall(text.lower()))


@lru_cache(maxsize=8)
def _looking_back(pack: LanguagePack) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that look back beside one actor, and those that do where none is named."""
    anaphora, parser = pack.tables["mentions"]["anaphora"], pack.tables["parser"]
    barred = {*parser["object_clitics"], *parser["reflexive"]}
    another, alone = (
        frozenset(part for name in names for word in anaphora[name] for part in _WORD.findall(word))
        for names in (_ANOTHER, _ALONE)
    )
    return another - barred, alone - barred
