"""Beyond precision and recall: what kind of error it is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.evaluate.claims import Claim, Sheet, Triple
from graph.evaluate.figures import Figure, compare, triples
from graph.evaluate.gold import GoldArticle
from graph.text.sentences import split

#: Bins of confidence, of a tenth each.
_BINS = 10


@dataclass(frozen=True, slots=True)
class Share:
    """Some of a number."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """From 0 to 1; 0 of nothing."""
        return self.right / self.of if self.of else 0.0


def attributes(sheets: Iterable[Sheet]) -> dict[str, Share]:
    """Return, of the statements whose actors and relation are right, how much else is."""
    hits = list(_hits(sheets))
    return {
        "date": _share(any(c.date == w.date for w in wanted) for c, wanted in hits),
        "modality": _share(any(c.modality == w.modality for w in wanted) for c, wanted in hits),
        "said_by": _share(any(c.sourced == w.sourced for w in wanted) for c, wanted in hits),
        "all": _share(any(c.full == w.full for w in wanted) for c, wanted in hits),
    }


def false_facts(sheets: Iterable[Sheet]) -> Share:
    """Return, of what is found that has not happened, how much is given as happened."""
    return _share(
        claim.modality == "actual"
        for claim, wanted in _hits(sheets)
        if all(item.modality != "actual" for item in wanted)
    )


def _share(flags: Iterable[bool]) -> Share:
    known = list(flags)
    return Share(sum(known), len(known))


def _hits(sheets: Iterable[Sheet]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Yield what is found with what is wanted of the same triple; each reading once."""
    for sheet in sheets:
        for claim in {claim.full: claim for claim in sheet.found}.values():
            if wanted := [item for item in sheet.wanted if item.triple == claim.triple]:
                yield claim, wanted


def reliability(sheets: Iterable[Sheet]) -> dict[str, Share]:
    """Return the share of triples that are right, by confidence in tenths."""
    rated = []
    for sheet in sheets:
        wanted, _ = triples(sheet)
        best: dict[Triple, float] = {}
        for claim in sheet.found:
            best[claim.triple] = max(claim.confidence, best.get(claim.triple, 0.0))
        rated += [(sure, triple in wanted) for triple, sure in best.items()]
    return by_tenths(rated)


def by_tenths(rated: Iterable[tuple[float, bool]]) -> dict[str, Share]:
    """Return how many are right, by tenths of confidence, the surest first.

    Args:
        rated: Confidence from 0 to 1, and whether it is right.
    """
    bins: dict[str, Share] = {}
    for sure, right in rated:
        low = min(int(sure * _BINS + 1e-9), _BINS - 1)  # 0.29 * 10 is a little less than 2.9
        name = f"{low / _BINS:.1f}-{(low + 1) / _BINS:.1f}"
        known = bins.get(name, Share())
        bins[name] = Share(known.right + right, known.of + 1)
    return dict(sorted(bins.items(), reverse=True))


def confusion(sheets: Iterable[Sheet]) -> list[tuple[str, str, int]]:
    """Return how often one relation is found in place of another, for a pair in an article."""
    counts: Counter[tuple[str, str]] = Counter()
    for sheet in sheets:
        wanted, found = triples(sheet)
        counts.update(
            (missed[1], spurious[1])
            for missed in wanted - found
            for spurious in found - wanted
            if {missed[0], missed[2]} == {spurious[0], spurious[2]} and missed[1] != spurious[1]
        )
    return sorted(
        ((*pair, count) for pair, count in counts.items()), key=lambda row: (-row[2], row)
    )


def actors(sheets: Iterable[Sheet]) -> dict[str, Figure]:
    """Return how the actors agree that statements name, by kind of actor."""
    return _by_kind((sheet, _ends(sheet.wanted), _ends(sheet.found)) for sheet in sheets)


def linked(sheets: Iterable[Sheet]) -> dict[str, Share]:
    """Return how many of the actors that gold statements name are linked at all, by kind.

    Of states those count that the text names: "the prime minister" alone names none.
    """
    known = (
        (sheet, _ends(sheet.wanted) - _unnamed(sheet), sheet.linked)
        for sheet in sheets
        if sheet.linked
    )
    return {kind: Share(figure.hit, figure.gold) for kind, figure in _by_kind(known).items()}


def _unnamed(sheet: Sheet) -> frozenset[str]:
    states = (key for key in _ends(sheet.wanted) if sheet.kinds.get(key) == "country")
    return frozenset(states) - sheet.named


def _by_kind(sides: Iterable[tuple[Sheet, frozenset[str], frozenset[str]]]) -> dict[str, Figure]:
    found = dict.fromkeys(("country", "person", "organisation"), Figure())
    for sheet, *both in sides:
        for kind in found:
            of_kind = ([key for key in side if sheet.kinds.get(key) == kind] for side in both)
            found[kind] += compare(*of_kind)
    return found


def _ends(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(key for claim in claims for key in claim.pair)


def false_alarms(sheets: Iterable[Sheet]) -> Share:
    """Return how many of the sentences without a gold statement give one that is wrong."""
    flags = []
    for sheet in sheets:
        article = sheet.gold.article
        places = _places(sheet.gold)
        wanted, _ = triples(sheet)
        wrong = {claim.start for claim in sheet.found if claim.triple not in wanted}
        for span in split(article.text, article.lang or ""):
            silent = not any(start < span.end and span.start < end for start, end in places)
            if silent and span.is_read:
                flags.append(not wrong.isdisjoint(range(span.start, span.end)))
    return _share(flags)


def _places(gold: GoldArticle) -> set[tuple[int, int]]:
    """Return where the sentences of gold statements stand, however their white space is."""
    sentences = {item.sentence for item in gold.statements if item.sentence.strip()}
    patterns = (r"\s+".join(map(re.escape, sentence.split())) for sentence in sentences)
    return {
        match.span() for pattern in patterns for match in re.finditer(pattern, gold.article.text)
    }
