"""Which addresses may be connected to: a pure rule over numbers, without a look-up.

An address from outside (a redirect, a name that its owner points elsewhere from one moment to the
next) must not lead to this machine or the newsroom's own network. Lists of ranges are those of IANA's
Special-Purpose Address Registries for IPv4 and IPv6, as of 2026; they stand here because those of
Python's ``ipaddress`` differ from release to release.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network

_OWN_IPV4 = tuple(
    map(
        IPv4Network,
        ("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"),
    )
)
"""Of this machine, its network, or its provider's network."""
_RESERVED_IPV4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
        ),
    )
)
"""Documentation, tests, relays that are no more, multicast, broadcast and the never used."""
_OWN_IPV6 = tuple(map(IPv6Network, ("::1/128", "fc00::/7", "fe80::/10", "fec0::/10")))
_GLOBAL_IPV6 = IPv6Network("2000::/3")
"""All that is given out; whatever lies beyond leads nowhere or near."""
_RESERVED_IPV6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
"""Protocol assignments (Teredo among them) and documentation."""
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")
_COMPATIBLE = IPv6Network("::/96")
_LOCAL_NAMES = frozenset(("localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback"))


def refusal_of(address: Address, allowed: Sequence[Network]) -> str:
    """Return why ``address`` must not be connected to, as a sentence; empty where it may.

    It may where it is a public unicast address, or lies within a network of ``allowed``. An
    IPv4-mapped address is judged as the IPv4 address that it is. NAT64 and 6to4 addresses must hold
    a public IPv4 address: a translator stands somewhere else, so that ``allowed`` says nothing of it.
    """
    real = _mapped(address)
    if any(real in network for network in allowed) or is_public(real):
        return ""
    kind = "private" if _is_own(real) else "reserved"
    return f"its address leads to {real}, a {kind} address that the configuration does not allow"


def is_public(address: Address) -> bool:
    """Tell whether ``address`` is one host somewhere in the internet."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _OWN_IPV4 + _RESERVED_IPV4)
    inner = _embedded(address)
    if inner is not None:
        return address not in _COMPATIBLE and is_public(inner)
    return address in _GLOBAL_IPV6 and not any(address in network for network in _RESERVED_IPV6)


def literal_of(host: str) -> Address | None:
    """Read ``host`` as an address written in numbers; None: it is a name.

    Octal, hexadecimal, shortened and whole-number spellings of IPv4 (``0177.1``, ``0x7f000001``) are
    read as the system's resolver reads them.
    """
    bare = host.strip("[]").removesuffix(".").replace("%25", "%")
    try:
        return ip_address(bare)
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(bare))
    except (OSError, ValueError):
        return None


def is_near(host: str) -> bool:
    """Tell whether ``host`` is by its spelling alone this machine or one of its network.

    No proxy is asked for those.
    """
    address = literal_of(host)
    if address is not None:
        return not is_public(_mapped(address))
    name = host.lower().removesuffix(".")
    return name in _LOCAL_NAMES or name.endswith(".localhost")


def _mapped(address: Address) -> Address:
    """Return the IPv4 address that the system connects to for an IPv4-mapped one."""
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return inner or address


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64 or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    if address in _SIX_TO_FOUR:
        return IPv4Address(int(address) >> 80 & 0xFFFF_FFFF)
    return None


def _is_own(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return any(address in network for network in _OWN_IPV4)
    inner = _embedded(address)
    own = any(address in network for network in _OWN_IPV6)
    return own or (inner is not None and _is_own(inner))
