"""A SPARQL endpoint of Wikidata, asked politely: one question at a time, with pauses."""

import time
from collections.abc import Callable

import httpx

from graph import __version__
from graph.update.queries import Row
from graph.web import Web

#: Wikidata's own.
ADDRESS = "https://query.wikidata.org/sparql"

#: Seconds between two questions.
PAUSE = 1.0

#: The longest wait in seconds that an endpoint may ask for, before it is left in peace.
_LONGEST = 300

_HEADERS = {
    "User-Agent": f"diplograph/{__version__} (https://w3id.org/diplograph)",
    "Accept": "application/sparql-results+json",
}


class Endpoint(Web):
    """Answers queries."""

    def __init__(self, address: str, sleep: Callable[[float], object] = time.sleep) -> None:
        """Prepare to ask; nothing is sent yet.

        Raises:
            EndpointError: It is no web address, or holds a password.
        """
        super().__init__(address, sleep, headers=_HEADERS)
        self._asked = False

    def ask(self, query: str) -> list[Row]:
        """Return the rows of a query.

        Raises:
            EndpointError: The endpoint cannot be reached, or refuses.
        """
        if self._asked:
            self.sleep(PAUSE)
        self._asked = True
        return self.rows(self.send("GET", "", params={"query": query}))

    def asked_for(self, answer: httpx.Response) -> float | None:
        """Return how many seconds the endpoint asks to wait, however long; too long ends it.

        Raises:
            DiplographError: It asks for longer than anybody would wait, as ``error`` says it.
        """
        asked = answer.headers.get("Retry-After", "")
        if asked.isdigit() and int(asked) > _LONGEST:
            fix = "Run the command again then: it goes on where it ended"
            raise self.error(self.endpoint, f"asks to come back in {asked} seconds", fix)
        return float(asked) if asked.isdigit() else None
