"""Which addresses may be fetched from: public ones over http and https, and no other.

A report may name any address, and a fetch goes out from inside the user's network. So every host
is looked at twice: as it is written, where unusual ways to write a number are refused before
anybody resolves them, and as what it resolves to, at the moment of connecting.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from string import ascii_letters, digits
from urllib.parse import urlsplit

from twosource.errors import MaterialError


class PassingError(MaterialError):
    """An address that could not be asked now and may answer later."""


IpAddress = IPv4Address | IPv6Address
Resolve = Callable[[str, int], list[str]]
"""Gives the numeric addresses of a host and a port."""

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))+\.?")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_QUAD = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})")

_REFUSED: tuple[tuple[IPv4Network | IPv6Network, str], ...] = tuple(
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", "of this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a carrier"),
        ("127.0.0.0/8", "of this machine"),
        ("168.63.129.16/32", "of a cloud's own service"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/96", "of this machine, or an IPv4 address in another dress"),
        ("::ffff:0:0/96", "an IPv4 address in another dress"),
        ("::ffff:0:0:0/96", "an IPv4 address in another dress"),
        ("64:ff9b::/96", "translated to IPv4 (NAT64)"),
        ("64:ff9b:1::/48", "translated to IPv4 (NAT64)"),
        ("100::/64", "discarded"),
        ("2001::/32", "tunnelled (Teredo)"),
        ("2001:10::/28", "reserved"),
        ("2001:20::/28", "reserved"),
        ("2001:db8::/32", "for documentation"),
        ("2002::/16", "tunnelled (6to4)"),
        ("3fff::/20", "for documentation"),
        ("5f00::/16", "reserved"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
"""From the IANA registries of special-purpose addresses, with the one cloud service that answers on
a public address from inside alone. Spelled out, because ``is_global`` lets some of them pass."""


_ISATAP = frozenset({"0000:5efe", "0200:5efe"})
"""Groups five and six of an IPv6 address that carries an IPv4 address (RFC 5214)."""
_BRACKETED = re.compile(r"\[[^\[\]]*\](?::[0-9]*)?")
"""What stands around an IPv6 address (RFC 3986, section 3.2.2): nothing but a port, behind it. The
library that takes addresses apart passes over whatever else stands there."""
_UNQUOTED = frozenset(ascii_letters + digits + "-._~:/?#[]@!$&'()*+,;=%")
"""What may stand in an address as it is (RFC 3986, section 2)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request goes.

    Attributes:
        scheme: ``http`` or ``https``.
        host: The host in ASCII, in lower case; an IPv6 address without brackets.
        port: The port.
        target: Path and query, in ASCII, never empty.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        """The address as it is asked for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def system_addresses(host: str, port: int) -> list[str]:
    """Numeric addresses of a host, as the system resolves it; each once, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be fetched from.

    Attributes:
        allowed: Addresses that may be connected to although they are not public.
        ports: Ports that may be connected to beside 80 and 443.
        resolve: Gives the numeric addresses of a host.
    """

    allowed: frozenset[str] = frozenset()
    ports: frozenset[int] = frozenset()
    resolve: Resolve = system_addresses

    def place(self, url: str) -> Place:
        """Take an address apart, if it may be asked for as it is written.

        Raises:
            MaterialError: If it may not.
        """
        what = _fault(url)
        if what is not None:
            raise refused(url, what)
        parts = urlsplit(url)
        scheme = parts.scheme.lower()
        host = (parts.hostname or "").rstrip(".")
        port = parts.port or _PORTS[scheme]
        if port not in {*_PORTS.values(), *self.ports}:
            raise refused(url, f"names the port {port}; only 80 and 443 are connected to")
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
        return Place(scheme, ascii_host, port, _ascii(target))

    def addresses(self, url: str, host: str, port: int) -> list[str]:
        """The numeric addresses to connect to.

        Args:
            url: What was asked for, for the message.
            host: Its host.
            port: Its port.

        Raises:
            MaterialError: If it cannot be resolved, or if one of its addresses is not public.
        """
        try:
            found = [host] if _numeric(host) else self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise passing(url, f"its host {host} is not found", "check the address") from error
        if not found:
            raise passing(url, f"its host {host} has no address", "check the address")
        for address in found:
            what = None if address in self.allowed else not_public(address)
            if what is not None:
                raise refused(url, f"leads to {address}, which is {what}")
        return found


PUBLIC = Guard()


def not_public(address: str) -> str | None:
    """What an address is, where it is not a public one."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "no address"
    for network, what in _REFUSED:
        if ip.version == network.version and ip in network:
            return what
    if isinstance(ip, IPv6Address) and ip.exploded[20:29] in _ISATAP:
        return "tunnelled (ISATAP)"
    return None if ip.is_global else "not public"


def refused(
    url: str, what: str, remedy: str = "save the page yourself and add the file"
) -> MaterialError:
    """The refusal of an address, which is shown cut to a length that a line can hold."""
    return MaterialError(shown(url), what, remedy)


def passing(url: str, what: str, remedy: str) -> PassingError:
    """The word on an address that may answer later."""
    return PassingError(shown(url), what, remedy)


def shown(url: str) -> str:
    """An address cut to a length that a line can hold, with what cannot be printed left out."""
    return "".join(c if c.isprintable() else "?" for c in url[:200])


def _fault(url: str) -> str | None:
    """What about the writing of an address speaks against asking for it, or ``None``."""
    if len(url) > _LONGEST:
        return f"has {len(url):,} characters, more than {_LONGEST:,}"
    if any(c.isspace() or not c.isprintable() or c in '\\<>"' for c in url):
        return "holds characters that no address has"
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
    except ValueError:
        return "cannot be taken apart"
    if parts.scheme.lower() not in _PORTS:
        return "is no http or https address"
    if "@" in parts.netloc:
        return "names a user"
    if set("[]") & set(parts.netloc) and not _BRACKETED.fullmatch(parts.netloc):
        return "names a host in brackets with something beside them"
    if port == 0 or not host:
        return "names no host"
    return _host_fault(host, bracketed="[" in parts.netloc)


def _host_fault(host: str, *, bracketed: bool) -> str | None:
    if bracketed:
        try:
            return None if IPv6Address(host).scope_id is None else "names a network interface"
        except ValueError:
            return "names no host"
    try:
        plain = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return "names a host that cannot be written in ASCII"
    last = plain.rstrip(".").rsplit(".", 1)[-1]
    if _NUMBER.fullmatch(last):
        # A host whose last part is a number is an IPv4 address to every client (URL Standard, 3.5).
        usual = host == plain and _QUAD.fullmatch(plain) and _numeric(plain)
        return None if usual else "writes a number in an unusual way"
    if not _NAME.fullmatch(plain):
        return "names a host without a domain" if "." not in plain else "names no host"
    return None


def _numeric(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _ascii(target: str) -> str:
    """Path and query with everything that may not stand in an address in percent signs."""
    return "".join(
        c if c in _UNQUOTED else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace"))
        for c in target
    )
