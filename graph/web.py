"""Asks a server over HTTP: again where it is busy, and with errors that a person can act on.

No proxy and no password file is read from the environment, and no redirect is
followed: what is sent may be confidential.
"""

import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx

from graph.errors import EndpointError

#: Seconds to wait before each new try.
WAITS = (0.5, 1.0, 2.0, 4.0)

#: Seconds after which a server that says nothing is given up.
PATIENCE = 600

#: The longest wait in seconds that a server may ask for.
_LONGEST = 60.0

#: Answers that may be others a moment later.
_PASSING = frozenset({408, 425, 429, 502, 503, 504})


class Web:
    """A server at an address."""

    #: How errors are raised: by whom, what is wrong, what to do.
    error: type[EndpointError] = EndpointError

    def __init__(
        self,
        address: str,
        sleep: Callable[[float], object] = time.sleep,
        *,
        auth: httpx.Auth | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare to talk to a server; nothing is sent yet.

        Args:
            address: It begins with http or https.
            sleep: Waits for some seconds.
            auth: What is sent before a server asks.
            headers: Those of every request.

        Raises:
            EndpointError: It is no web address, or holds a password.
        """
        self.endpoint = self.check(address)
        self.retries = 0
        self.sleep = sleep
        self.http = httpx.Client(
            trust_env=False,
            follow_redirects=False,
            timeout=PATIENCE,
            # Certificates are slow to load, and plain HTTP has none.
            verify=self.endpoint.startswith("https:"),
            auth=auth,
            headers=headers,
        )

    def close(self) -> None:
        """Let go of the connection."""
        self.http.close()

    def send(self, method: str, path: str, **body: Any) -> bytes:  # noqa: ANN401
        """Return what is answered to a request, tried again where that may help.

        Args:
            method: Of HTTP.
            path: What comes behind the address.
            body: What ``httpx`` sends.

        Raises:
            EndpointError: The server cannot be reached, or refuses.
        """
        for wait in (*WAITS, None):
            try:
                answer = self.once(method, path, **body)
            except httpx.HTTPError as error:
                if wait is None:
                    raise self.unreachable(error) from None
            else:
                if answer.is_success:
                    return answer.content
                if wait is None or answer.status_code not in _PASSING:
                    raise self.refused(answer)
                wait = self.asked_for(answer) or wait  # noqa: PLW2901
            self.retries += 1
            self.sleep(wait)
        raise AssertionError  # the last try returns or raises

    def once(self, method: str, path: str, **body: Any) -> httpx.Response:  # noqa: ANN401
        """Send one request."""
        return self.http.request(method, self.endpoint + path, **body)

    def rows(self, answer: bytes) -> list[dict[str, str]]:
        """Return the rows of a SPARQL result in JSON, each the values of its variables.

        Raises:
            EndpointError: It is no such result.
        """
        try:
            found = json.loads(answer)["results"]["bindings"]
            return [{name: value["value"] for name, value in row.items()} for row in found]
        except (ValueError, KeyError, TypeError) as error:
            fix = "Check that the address is that of a SPARQL endpoint"
            raise self.error(self.endpoint, "answered a query with no result", fix) from error

    def asked_for(self, answer: httpx.Response) -> float | None:
        """Return how many seconds a server asks to wait, if it says so."""
        asked = answer.headers.get("Retry-After", "")
        return min(float(asked), _LONGEST) if asked.isdigit() else None

    def refused(self, answer: httpx.Response) -> EndpointError:
        """Return the error that a server does not do what it is asked."""
        problem = f"answered {answer.status_code}: {self.said(answer)}"
        return self.error(self.endpoint, problem, "Check the address")

    @staticmethod
    def said(answer: httpx.Response) -> str:
        """Return the first line of what a server says."""
        return answer.text.strip().split("\n")[0][:200] or answer.reason_phrase

    def unreachable(self, error: Exception, tries: int = len(WAITS) + 1) -> EndpointError:
        """Return the error that a server does not answer."""
        often = f" after {tries} tries" if tries > 1 else ""
        problem = f"cannot be reached{often}: {error or type(error).__name__}"
        return self.error(self.endpoint, problem, "Check that the server is running")

    @classmethod
    def check(cls, address: str) -> str:
        """Return an address without a slash at its end.

        Raises:
            EndpointError: It is no web address, or holds a password.
        """
        parts = urlsplit(address)
        if parts.username or parts.password:
            place = f"{parts.scheme}://{parts.hostname}"
            raise cls.error(place, "the address holds a name or a password", "Leave it out")
        if parts.scheme not in ("http", "https") or not parts.hostname or not address.isascii():
            raise cls.error(
                repr(address), "is no web address", "Name one such as http://127.0.0.1:7878"
            )
        return address.rstrip("/")
