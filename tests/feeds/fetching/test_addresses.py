"""Which addresses may be connected to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.fetching.addresses import is_near, is_public, literal_of, refusal_of

LOOPBACK = (ip_network("127.0.0.0/8"),)
ADDRESSES = st.one_of(
    st.ip_addresses(),
    st.integers(0, 2**32 - 1).map(IPv6Address),
    st.integers(0, 2**32 - 1).map(lambda number: IPv6Address((0xFFFF << 32) + number)),
    st.integers(0, 2**32 - 1).map(lambda number: IPv6Address((0x0064_FF9B << 96) + number)),
    st.integers(0, 2**32 - 1).map(lambda number: IPv6Address((0x2002 << 112) + (number << 80))),
)


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
    ],
)
def test_public_addresses_may_be_asked(address: str) -> None:
    assert refusal_of(ip_address(address), ()) == ""


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.255",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2002:c0a8:1::1",
    ],
)
def test_private_addresses_may_not(address: str) -> None:
    said = refusal_of(ip_address(address), ())
    assert said.endswith(", a private address that the configuration does not allow")


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104 - it must be refused
        "0.1.2.3",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "192.88.99.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::8.8.8.8",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "3fff::1",
        "4000::1",
        "64:ff9b:1::1",
        "ff02::1",
    ],
)
def test_addresses_of_nobody_may_not(address: str) -> None:
    said = refusal_of(ip_address(address), ())
    assert said.endswith(", a reserved address that the configuration does not allow")


def test_the_sentence_names_the_address() -> None:
    said = "its address leads to 127.0.0.1, a private address that the configuration does not allow"
    assert refusal_of(ip_address("127.0.0.1"), ()) == said
    assert refusal_of(ip_address("::ffff:127.0.0.1"), ()) == said


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::ffff:127.0.0.1"])
def test_what_the_configuration_allows_may_be_asked(address: str) -> None:
    assert refusal_of(ip_address(address), LOOPBACK) == ""


@pytest.mark.parametrize("address", ["10.0.0.1", "::1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1"])
def test_nothing_beside_it(address: str) -> None:
    assert refusal_of(ip_address(address), LOOPBACK)


@given(ADDRESSES)
def test_what_python_holds_for_private_is_never_public(address: IPv4Address | IPv6Address) -> None:
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    real = mapped or address
    if is_public(address):
        assert real.is_global
        assert not real.is_multicast


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_in_any_dress_is_no_more_public_than_bare(bare: IPv4Address) -> None:
    number = int(bare)
    dresses = (
        number,
        (0xFFFF << 32) + number,
        (0x0064_FF9B << 96) + number,
        (0x2002 << 112) + (number << 80),
    )
    if not is_public(bare):
        assert not any(is_public(IPv6Address(dress)) for dress in dresses)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("0", "0.0.0.0"),  # noqa: S104 - it must be recognised
        ("[::1]", "::1"),
        ("::ffff:127.0.0.1", "::ffff:127.0.0.1"),
        ("fe80::1%25eth0", "fe80::1%eth0"),
    ],
)
def test_numbers_are_read_in_every_spelling(host: str, address: str) -> None:
    assert literal_of(host) == ip_address(address)


@pytest.mark.parametrize("host", ["example.com", "127.0.0.1.example.com", "", "1.2.3.4.5", "0x7g", "::g"])
def test_names_are_no_numbers(host: str) -> None:
    assert literal_of(host) is None


@given(st.text(max_size=40))
def test_any_host_is_read_without_an_error(host: str) -> None:
    assert is_near(host) in {True, False}


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "x.localhost", "127.1", "10.0.0.1", "[::1]"])
def test_some_hosts_are_near_by_their_spelling(host: str) -> None:
    assert is_near(host)


@pytest.mark.parametrize("host", ["example.com", "localhost.example.com", "8.8.8.8", "[::ffff:8.8.8.8]"])
def test_others_are_not(host: str) -> None:
    assert not is_near(host)
