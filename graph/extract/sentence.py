"""One parsed sentence to statements: its matches, then whether, when, where and who."""

from functools import cached_property

from graph.extract.attribution.firsthand import Firsthand
from graph.extract.attribution.who import Around, Who
from graph.extract.confidence import FLOOR, confidence, of_match
from graph.extract.context import Context
from graph.extract.contrast import contrasted
from graph.extract.dating import Dating
from graph.extract.evidence import evidence_of
from graph.extract.factuality.announced import Announced
from graph.extract.factuality.happened import Happened
from graph.extract.factuality.whether import Whether
from graph.extract.frames.match import Match
from graph.extract.grammar.scope import Tense
from graph.extract.journeys import journey
from graph.extract.looked import Looked
from graph.extract.matching import matches
from graph.extract.once import frozen
from graph.extract.parsing.tree import Word
from graph.extract.parsing.word import NOUNS, VERBS
from graph.extract.selection.topic import Worded, has_any
from graph.extract.setting.days import Days
from graph.extract.setting.retold import looks_back
from graph.extract.setting.when import When
from graph.extract.setting.where import Where
from graph.extract.stopped import is_stopped
from graph.extract.tools import Tools
from graph.model import Modality, Sentence, Statement
from graph.text.dates import find_dates
from graph.traits import has, is_unpolitic


def read_sentence(
    tools: Tools, context: Context, spans: tuple[Sentence, Sentence], looked: Looked
) -> list[Statement]:
    """Return what a sentence says, and remember of whom and when it spoke.

    Args:
        tools: Of the article's language.
        context: What the sentences before have left.
        spans: Where it stands in the article: as it is cited, and the part that was parsed.
        looked: The sentence, with the patterns that may fit.
    """
    reading = Reading(tools, context, spans, looked)
    watcher = context.watcher
    watcher.sentence(spans[0], reading)
    found: dict[tuple[str, str, str], Statement] = {}
    implied: list[Statement] = []
    for match in reading.matches():
        statement = reading.statement(match)
        watcher.read(match, statement)
        if statement is not None:
            key = _triple(statement)
            found[key] = reading.surer(found.get(key), statement, match.predicate)
            reading.claimed(statement, match.predicate)
            implied += contrasted(
                match, statement, reading.clauses, reading.reference, tools.gazetteer.civil
            )
            if reading.looks_back(statement, match):
                context.bare.append(statement)
            visit = None if match.pattern.among else journey(statement)
            if visit is not None:
                implied.append(visit)
    said = [*found.values(), *(visit for visit in implied if _triple(visit) not in found)]
    said = [each for each in said if not is_stopped(each, said)]
    watcher.said(said)
    if not context.last:
        reading.remember()
    return said


def _triple(statement: Statement) -> tuple[str, str, str]:
    return (statement.subject.id, statement.relation, statement.object.id)


class Reading:
    """A parsed sentence, and all that can be asked about it."""

    def __init__(
        self, tools: Tools, context: Context, spans: tuple[Sentence, Sentence], looked: Looked
    ) -> None:
        """Look at a sentence; arguments as ``read_sentence`` takes them."""
        self.tools, self._context = tools, context
        self._sentence, sentence = spans
        self.start = sentence.start
        tables, text = tools.pack.tables, context.article.text
        self._sport = tables["nouns"]["sport"]["words"]
        self._text = text[sentence.start : sentence.end]
        self._goes_on = sentence.end < self._sentence.end  # behind a semicolon
        self.looked, self.clauses, self.reference = looked, looked.clauses, looked.reference
        around = Around(context.heard(sentence), context.speaks_at)
        self.who = Who(self.clauses, tables["cues"], text, sentence, around)
        if context.end != self._sentence.end:
            context.memory.claimants = ()
            context.opening = None
        setting = context.settings.get(self._sentence.start)
        past = setting.end - self.start if setting else 0
        found = find_dates(self._text, tools.dates)
        self.dates = [span for span in found if span.start >= past]
        self._found = found
        self.is_dated = bool(self.dates or setting or context.opening)
        """Whether anything can date what it says."""

        self.when = When(self.clauses, self.dates, text, self.start, tables["cues"])
        self.days = Days(self.when, self.dates, context.article.published, setting, context.named)

    @cached_property
    def whether(self) -> Whether:
        """Whether what its predicates say happened."""
        return Whether(self.clauses, self.tools.pack.tables["cues"])

    @cached_property
    def happened(self) -> Happened:
        """Whether what its matches say happened."""
        cues = self.tools.pack.tables["cues"]
        return Happened(self.clauses, self.reference, self.whether, cues)

    @cached_property
    def announced(self) -> Announced:
        """What is done by saying that one is going to."""
        return Announced(self.clauses, self.reference, self.whether)

    @cached_property
    def _firsthand(self) -> Firsthand:
        text = self._context.article.text
        return Firsthand(self.who, self.whether, self.reference, text, self._sentence)

    @property
    def opening(self) -> tuple[str, Tense] | None:
        """Date and tense that the sentence which it goes on with opens with, if with any."""
        return self._context.opening

    @cached_property
    def where(self) -> Where:
        """Where it happens."""
        timed = [range(span.start + self.start, span.end + self.start) for span in self._found]
        text, table = self._context.article.text, self.tools.pack.tables["parser"]
        return Where(self.clauses, self.reference, text, timed, table)

    @property
    def is_sport(self) -> bool:
        """Whether it has a word of sport."""
        return has_any(Worded.of(self._text), self._sport)

    def matches(self) -> list[Match]:
        """Return the frames that fit; none in sport, whose words are those of war and diplomacy."""
        if not self.looked.tried or self.is_sport:
            return []
        found = matches(self.looked, self._judge, self._context.watcher)
        return [match for match in found if self._is_politic(match)]

    def _is_politic(self, match: Match) -> bool:
        """Whether a match is between sides that do such things: states say them, no charity."""
        civil = self.tools.gazetteer.civil
        if not is_unpolitic(match.frame.relation, civil, match.subject, match.object):
            return True
        self._context.watcher.dropped(match, "civil")
        return False

    def surer(self, known: Statement | None, other: Statement, predicate: Word) -> Statement:
        """Return the more guarded of two readings: "offered to mediate", not "mediated".

        What was done is told, though, behind a denial of its own: "had sworn not to attack A,
        invaded it"; and by a verb before whatever is planned or denied: "raided A, may raid it".

        Args:
            known: What was read at the predicate before; None for nothing.
            other: What was read now.
            predicate: The word of the second.
        """
        if known is None:
            return other
        if known.modality == "denied" and other.modality == "actual":
            ends = {end for _, end in known.evidence.marks.trigger}
            above = {word.end for word in self.clauses.tree.ancestors(predicate)}
            own = max(ends, default=0) <= predicate.start and ends.isdisjoint(above)
            return other if own else known
        guarded = known.modality == "actual" and other.modality != "actual"
        return other if guarded and not self._is_apart(known, predicate) else known

    def _is_apart(self, known: Statement, predicate: Word) -> bool:
        """Whether a verb tells something that is told again elsewhere: "raided A, may raid it"."""
        ends = {end for _, end in known.evidence.marks.trigger}
        verbs = [w for w in self.clauses.tree.words if w.end in ends and w.pos in VERBS]
        above = self._above(predicate)
        return bool(verbs) and not any(
            verb in above or predicate in self._above(verb) for verb in verbs
        )

    def _above(self, word: Word) -> list[Word]:
        """Return what a word stands beneath; not beneath the first of those in one row with it."""
        found: list[Word] = []
        while (head := self.clauses.tree.head(word)) is not None:
            if word.role != "conjunct":
                found.append(head)
            word = head
        return found

    def _judge(self, predicate: Word) -> Modality | None:
        return self.whether.modality(predicate)

    def statement(self, match: Match) -> Statement | None:
        """Return what a match says, or None where it cannot be."""
        modality = self.happened.modality(match)
        if (done := self.announced.of(match, modality)) is not None:
            return self.statement(done)
        if match.frame.refused and modality is not None:
            modality = "actual"  # "would not accept the ruling"
        deniable = match.frame.deniable and not has(match.frame.relation, "affirmed")
        if modality is None or (modality == "denied" and not deniable):
            return None
        return self._told(match, *Dating(self).of(match, modality))

    def _told(self, match: Match, modality: Modality, date: str | None) -> Statement | None:
        """Return the statement of a match with who says it and where it is, if sure enough."""
        own = (
            match.pattern.said or self._is_avowed(match, modality) or self.happened.is_charge(match)
        )
        said_by = None if own else self.source(match.predicate, modality)
        speaking = None
        if said_by is not None:
            if self._firsthand.is_of_another(match, said_by):
                return None
            speaking = self._firsthand.speaker(match, modality, said_by)
            said_by = None if speaking else said_by
        relation = match.frame.relation
        sure = confidence(of_match(self, match, modality, said_by), relation)
        if sure < FLOOR:
            return None
        return Statement(
            speaking or match.subject,
            relation,
            match.object,
            evidence_of(self._context.article, self._sentence, match.frame.id, match.trigger),
            date=date,
            place=self.where.place(match) if has(relation, "located") else None,
            modality=modality,
            said_by=said_by,
            confidence=sure,
        )

    def _is_avowed(self, match: Match, modality: Modality) -> bool:
        """Whether saying it is doing it, and whoever does it says it: "A said it regretted"."""
        if modality != "actual" or not has(match.frame.relation, "avowed"):
            return False
        verb = self.who.teller(match.predicate, modality)
        if verb is None or not self.reference.speech.says(verb) or self.clauses.is_passive(verb):
            return False
        return match.subject in self.reference.acting(self.clauses, verb)

    def source(self, word: Word, modality: Modality) -> str | None:
        """Return to whom the text ascribes what a predicate says, or None."""
        unreal = modality != "actual" and self.whether.is_unreal(word)
        own = self.who.source(word, modality, unreal=unreal)
        if own is not None and self.reference.is_first_person(own):
            own = None  # "we", in a quotation, is no name of anybody
        return own or self._context.answers.get(self._sentence.start)

    def claimed(self, statement: Statement, word: Word) -> None:
        """Remember who says that somebody did something, for who denies it later."""
        said_by, text = statement.said_by, self._context.article.text
        if not said_by or statement.modality != "actual":
            return
        if text.find(said_by, self._sentence.start) >= 0:
            for speaker in self._firsthand.speakers(said_by):
                self._context.memory.claim(speaker, statement.subject, word.start)

    def looks_back(self, statement: Statement, match: Match) -> bool:
        """Return whether a statement may tell again what is told, with its day, elsewhere."""
        again = frozen(self.tools.pack.tables["cues"]["tense"]["again"])
        named = match.predicate.pos in NOUNS  # "the visit" that others speak of on Monday
        return (named or not self._found) and looks_back(statement, match, self.clauses, again)

    def remember(self) -> None:
        """Leave what later sentences look back at."""
        self.reference.remember()
        if self._goes_on:
            self.reference.claim(self.clauses)
            self._context.opening = self._context.opening or self.days.opening
        self.reference.strike(self.clauses)
        self._context.speaker, self._context.end = self.who.speaks(), self._sentence.end
        if self._context.dated:
            self._context.named = self.days.left
