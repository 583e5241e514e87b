"""What is known of an article where one of its sentences is read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.actors.mention import Mention
from graph.extract.attribution.who import SpeaksAt, nobody
from graph.extract.grammar.scope import Tense
from graph.extract.reference.memory import Memory
from graph.extract.setting.lastdates import LastDates
from graph.extract.watch import NOBODY, Watcher
from graph.model import Article, Sentence, Statement
from graph.text.datesetting import Setting


@dataclass(slots=True)
class Context:
    """What a sentence needs to know of those before it; updated as they are read."""

    article: Article
    mentions: Sequence[Mention]
    memory: Memory
    settings: Mapping[int, Setting]
    """Dates that headings set, by where a sentence starts."""

    answers: Mapping[int, str]
    """Whose words the sentences of an interview are, by where they start."""

    named: LastDates = field(default_factory=LastDates)
    """What day and month the text named last."""

    opening: tuple[str, Tense] | None = None
    """The date that opens the last sentence read, and the tense of its clause."""

    speaker: Callable[[], str | None] = nobody
    """Tells who spoke in the last sentence read."""

    speaks_at: SpeaksAt = nobody
    """Tells who is named where a quotation closes."""

    end: int = 0
    """Where that sentence ends."""

    last: bool = False
    """Whether no sentence is read after the one that is read, so that nobody looks back at it."""

    dated: bool = True
    """Whether a sentence is read after it that has a date, and may count from another."""

    bare: list[Statement] = field(default_factory=list)
    """Statements without a date that may tell again what is told elsewhere."""

    watcher: Watcher = NOBODY
    """Hears of every step."""

    def heard(self, sentence: Sentence) -> Callable[[], str | None]:
        """Return what tells who spoke just before a sentence, in the same paragraph."""
        between = self.article.text[self.end : sentence.start]
        return self.speaker if not between.strip(" ") else nobody
