"""Articles for a run: each once, with a line for everything that is left out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from string import digits

from graph.errors import InputError
from graph.model import Article
from graph.read import read_articles
from graph.read.guard import UnreadableError
from graph.read.passed import PassedOver
from graph.store import content_hash

#: Most articles that are named in one line.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    articles: int
    """Articles dealt with."""

    done: int
    """Bytes of input dealt with."""

    total: int
    """Bytes of all input; 0 for standard input, which does not say."""


OnProgress = Callable[[Progress], None]


@dataclass(slots=True)
class Intake:
    """Reads articles, keeps those that can be used and notes the others."""

    inputs: Sequence[str]
    published: str | None
    lang: str | None
    progress: OnProgress | None = None
    skipped: list[str] = field(default_factory=list)
    """A line for everything left out."""

    notes: list[str] = field(default_factory=list)
    """A line for what is no article by its name, and for what had to be read again."""

    unreadable: bool = False
    """Whether a whole file could not be read, so that nobody knows what articles it holds."""

    seen: dict[str, str] = field(default_factory=dict)
    """By the ids of articles, a hash of the content and, in short, where it is."""

    files: list[str] = field(default_factory=list)
    """What stands before the number of a line, or is all there is, in each place of an article."""

    undated: set[str] = field(default_factory=set)
    """Ids of articles that do not say when they appeared."""

    where: str = ""
    """The file, and line if there is one, of what was read last."""

    place: tuple[int, int] = (0, 0)
    """Bytes read, and bytes of all input."""

    def tell(self, articles: int) -> None:
        """Say how many articles are dealt with."""
        if self.progress is not None:
            self.progress(Progress(articles, *self.place))

    def articles(self) -> Iterator[Article]:
        """Yield each article once."""
        for item in read_articles(
            self.inputs, published=self.published, lang=self.lang, watch=self._watch
        ):
            if isinstance(item, PassedOver):
                self.notes.append(str(item))
            elif isinstance(item, InputError):
                self.skipped.append(str(item))
                self.unreadable = self.unreadable or isinstance(item, UnreadableError)
            elif self._counts(item):
                if item.published is None:
                    self.undated.add(item.id)
                yield item

    def died(self, articles: Sequence[Article]) -> None:
        """Note that a process died at some articles, which are read again."""
        names = [article.id for article in articles]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        told = "A reading process died or was killed, and its articles were read again"
        self.notes.append(f"{told}: {', '.join(names[:_NAMED])}{more}.")

    def _watch(self, where: str, done: int, total: int) -> None:
        self.where, self.place = where, (done, total)

    def _counts(self, article: Article) -> bool:
        """Return whether to use an article; of two with one id the same, whichever comes first."""
        content = content_hash(article)
        known, _, short = self.seen.get(article.id, content).partition(" ")
        if content != known:
            both = (content, self.where), (known, self._place(short))
            (_, kept), (_, left_out) = sorted(both)
            problem = f"another text has the same id, {article.id}, in {kept}"
            self.skipped.append(str(InputError(left_out, problem, "Give each its own id")))
        counts = article.id not in self.seen or content < known
        if counts:
            self.seen[article.id] = f"{content} {self._short()}"
        return counts

    def _short(self) -> str:
        """Return where the reading is, in short: it is kept of every article of a run."""
        file = self.where.rstrip(digits)
        if self.files[-1:] != [file]:
            self.files.append(file)
        return f"{len(self.files) - 1} {self.where[len(file) :]}"

    def _place(self, short: str) -> str:
        """Return the place that was noted in short."""
        file, _, line = short.partition(" ")
        return self.files[int(file)] + line
