"""The plain word that a parser is shown in the place of a name."""

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from graph.actors.mention import Mention
from graph.extract.parsing.pieces import LAST_WORD, WORD

#: Ways of naming whose one word the parser knows well enough.
_PLAIN = ("name", "adjective", "demonym")


def start_of(text: str, mention: Mention, table: Mapping[str, Any]) -> int:
    """Return where a mention starts: a pronoun takes the place of the article too.

    So does what stands in for « l'Américain John Kerry », which has an article of its own.

    Args:
        text: The article's text.
        mention: A name in it.
        table: The language's ``parser.toml``.
    """
    word = text[mention.start : mention.end]
    person = mention.how == "person" and mention.how in table["stand_in"] and not word[0].islower()
    if not person and (mention.how != "pair" or word.lower() not in table["standing_alone"]):
        return mention.start
    before = LAST_WORD.search(text, max(0, mention.start - 20), mention.start)
    articles = table["plain_articles" if person else "articles"]
    articled = before is not None and before[1].lower() in articles
    return before.start() if before is not None and articled else mention.start


def stand_in(
    text: str,
    mention: Mention,
    start: int,
    table: Mapping[str, Any],
    turns: MutableMapping[str, int],
) -> str:
    """Return what stands for a mention.

    Args:
        text: The article's text.
        mention: A name in it.
        start: As ``start_of`` tells.
        table: The language's ``parser.toml``.
        turns: How often each kind of name had a turn in the sentence; it is counted on.
    """
    words: list[str] = WORD.findall(text, mention.start, mention.end)
    last = words[-1].lower() if words else ""
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return "".join(words)  # "U.N." would be an article and a letter
    if mention.how == "pair" and last in table["standing_alone"]:
        return str(table["standing_alone"][last])  # "the two fly" is no flight
    if mention.how == "adjective" and len(mention.actors) > 1:
        return words[-1]  # "the Russo-Turkish talks"
    if mention.how in ("pair", "description") or (len(words) == 1 and mention.how in _PLAIN):
        return text[mention.start : mention.end].replace("\n", " ")
    if mention.how in table["stand_in"] and not (words and words[0].islower()):
        return _name(text, mention.how, start, table, turns) or words[-1]
    return _noun(text[mention.start : mention.end], words, table)


def _name(
    text: str, how: str, start: int, table: Mapping[str, Any], turns: MutableMapping[str, int]
) -> str:
    """Return the name in the place of a person's or a capital's, or "" behind an article."""
    before = LAST_WORD.search(text, max(0, start - 20), start)
    if before and before[1].lower() in table["articles"] and how != "person":
        return ""
    pairs = table["stand_in"][how]
    bare, governed = pairs[turns[how] % len(pairs)]
    turns[how] += 1
    return str(governed if before and before[1] in table["after_preposition"] else bare)


def _noun(name: str, words: Sequence[str], table: Mapping[str, Any]) -> str:
    """Return the noun of a title or body, with an article where its owner is left out."""
    if table["head"] != "first":
        owned = any(sign in name for sign in table["owning"])
        return f"{table['owned']} {words[-1]}" if owned else words[-1]
    unfit = (*table["elided"], *table["before_head"])
    head = next((word for word in words if word.lower() not in unfit), words[0])
    shown: str = table["shown"].get(head, head)
    return shown
