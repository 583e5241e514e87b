"""Which addresses may be asked: none inside this machine or its network, by whatever name.

What counts is where a name leads once it is resolved, and the connection goes
to just that address: a name that leads elsewhere the second time gains nothing.
"""

import socket
from collections.abc import Collection, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from graph.errors import InputError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

#: Networks of version 6 that stand for addresses of version 4, with the bit those begin at.
_CARRIERS = ((ip_network("64:ff9b::/96"), 0), (ip_network("2002::/16"), 80))

#: Longest address that is asked.
_LONGEST = 4096


def checked_url(url: str) -> str:
    """Return an address that may be asked, in the one form of it, without its fragment.

    Raises:
        InputError: It is no address of the web, or holds a password.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InputError(shown(url), "no address", "Write it as https://example.org/news") from None
    if parts.scheme not in ("http", "https") or not host or len(url) > _LONGEST:
        fix = "Give an address that starts with http:// or https://"
        raise InputError(shown(url), "no address of the web", fix)
    if parts.username is not None or parts.password is not None:
        raise InputError(shown(url), "it holds a user or a password", "Give it without")
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise InputError(shown(url), "no name of a host", "Check it") from None
    place = f"[{name}]" if ":" in name else name
    place += f":{port}" if port not in (None, 80 if parts.scheme == "http" else 443) else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{place}{_ascii(parts.path) or '/'}{_ascii(query)}"


def _ascii(text: str) -> str:
    """Escape what may not stand in a request; what is escaped already stays."""
    return "".join(
        c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace"))
        for c in text
    )


def shown(url: str) -> str:
    """Return an address for a message: without the user and password that it may hold."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}"[:200]


def allowed(address: Address, inside: Collection[Network] = ()) -> bool:
    """Return whether an address may be asked.

    Args:
        address: Where a name leads.
        inside: Networks that may be asked though they are private.
    """
    if isinstance(address, IPv6Address) and (mapped := address.ipv4_mapped):
        return allowed(mapped, inside)
    if any(address.version == network.version and address in network for network in inside):
        return True
    for network, shift in _CARRIERS:
        if address.version == network.version and address in network:
            return allowed(IPv4Address(int(address) >> shift & 0xFFFFFFFF), inside)
    return address.is_global and not address.is_multicast


def networks(names: Iterable[str]) -> tuple[Network, ...]:
    """Return the networks of some names, such as 10.1.0.0/16 or 127.0.0.1.

    Raises:
        InputError: One is no network.
    """
    found = []
    for name in names:
        try:
            found.append(ip_network(name))
        except ValueError:
            raise InputError(name, "no network", "Write it as 10.1.0.0/16") from None
    return tuple(found)


def resolved(host: str, port: int, inside: Collection[Network] = ()) -> list[str]:
    """Return the addresses that a name leads to and that may be asked.

    Args:
        host: A name, or an address.
        port: Where it is to be asked.
        inside: Networks of the user's that may be asked, besides the public ones.

    Raises:
        OSError: The name leads nowhere, or to where nothing may be asked.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    # One address inside is enough to refuse: a name of the web has none.
    if not all(allowed(ip_address(address), inside) for address in addresses):
        raise PrivateAddressError
    return addresses


class PrivateAddressError(OSError):
    """A name leads to this machine or its network."""

    def __init__(self) -> None:
        """Say it as the operating system says what is wrong with a connection."""
        super().__init__(0, "it leads to a private address")
