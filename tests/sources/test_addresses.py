"""The guard of fetching: what is refused as written, and what is refused as it resolves."""

from __future__ import annotations

import pytest

from twosource.errors import MaterialError
from twosource.sources.addresses import Guard, not_public

REFUSED_AS_WRITTEN = [
    # numbers in every notation
    *("http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://127.1/"),
    *("http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://127.0.0.0x1/", "http://127.0.1/"),
    *("http://127.0.0.1./", "http://010.0.0.1/", "http://0/", "http://1.1/", "http://256.1.1.1/"),
    *("http://１２７.0.0.1/", "http://127。0。0。1/", "http://①②⑦.0.0.1/", "http://0xA9FEA9FE/"),
    *("http://%31%32%37.0.0.1/", "http://8.8.8.08/", "http://0x08.0x08.0x08.0x08/"),
    # hosts that are none, or none of the open net
    *("http://localhost/", "http://LOCALHOST/", "http://router/", "http://ⓛocalhost/", "http:///a"),
    *("http://[fe80::1%25eth0]/", "http://[::1/", "http://[v1.a]/", "http://-a.example/"),
    # other schemes, users, ports, characters
    *("file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "javascript:alert(1)"),
    *("data:text/html,a", "//a.example/", "a.example", "http:a.example", "unix:///run/a.sock"),
    *("http://user@a.example/", "http://user:word@a.example/", "http://a.example@127.0.0.1/"),
    *("http://a.example:22/", "http://a.example:6379/", "https://a.example:0/"),
    *("http://a.example:99999/", "http://a.example\\@127.0.0.1/", "http://a.example /"),
    *("http://a.example/\r\nHost: b", "http://a.exam\tple/", "http://a.example/\x00"),
    "http://a.example/" + "a" * 3000,
    # something beside the brackets of a number, which readers of addresses take for different hosts
    *("http://[2606:4700::1]a.example/", "http://a.example[2606:4700::1]/"),
    *("http://[2606:4700::1]]/", "http://[2606:4700::1].a.example:80/", "http://[8.8.8.8]/"),
    *("http://[[2606:4700::1]]/", "http://[2606:4700::1]:80:90/", "http://[]/"),
]
REFUSED_BY_NUMBER = [
    *("127.0.0.1", "127.255.0.9", "0.0.0.7", "10.0.0.1", "172.16.0.1", "172.31.255.255"),
    *("192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "224.0.0.1"),
    *("239.255.255.250", "255.255.255.255", "240.0.0.1", "192.0.0.170", "192.0.2.1"),
    *("198.18.0.1", "198.51.100.7", "203.0.113.7", "192.88.99.1", "168.63.129.16"),
    *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8"),
    *("::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::a00:1"),
    *("2002:7f00:1::", "2002:808:808::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"),
    *("fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "100::1"),
    *("2001:10::1", "3fff::1", "5f00::1", "2606:4700::5efe:7f00:1", "2606:4700::200:5efe:a00:1"),
]
PUBLIC_NUMBERS = ["8.8.8.8", "93.184.216.34", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1"]
PUBLIC_NUMBERS += ["2606:4700::6810:84e5", "2a00:1450:4001:82a::200e", "2001:4860:4860::8888"]


def resolving(*addresses: str) -> Guard:
    return Guard(resolve=lambda host, port: list(addresses))


def asked(guard: Guard, url: str) -> list[str]:
    place = guard.place(url)
    return guard.addresses(place.url, place.host, place.port)


@pytest.mark.parametrize("url", REFUSED_AS_WRITTEN)
def test_an_address_written_in_a_dubious_way_is_refused_before_it_is_resolved(url):
    def never(host: str, port: int) -> list[str]:
        raise AssertionError(f"{host} was resolved")

    with pytest.raises(MaterialError) as caught:
        Guard(resolve=never).place(url)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("number", REFUSED_BY_NUMBER)
def test_a_number_that_is_not_public_is_refused_named_or_written(number):
    assert not_public(number)
    with pytest.raises(MaterialError, match="leads to"):
        resolving(number).addresses("http://a.example/", "a.example", 80)
    shown = f"[{number}]" if ":" in number else number
    guard = resolving("8.8.8.8")
    with pytest.raises(MaterialError):
        asked(guard, f"http://{shown}/")


def test_a_name_with_one_address_that_is_not_public_is_refused():
    guard = resolving("8.8.8.8", "10.0.0.1")
    with pytest.raises(MaterialError, match=r"leads to 10\.0\.0\.1, which is private"):
        guard.addresses("http://a.example/", "a.example", 80)


@pytest.mark.parametrize("number", PUBLIC_NUMBERS)
def test_a_public_number_is_allowed_named_or_written(number):
    assert not_public(number) is None
    guard = resolving(number)
    assert guard.addresses("http://a.example/", "a.example", 80) == [number]
    shown = f"[{number}]" if ":" in number else number
    assert asked(guard, f"https://{shown}/") == [number]


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("http://a.example", "http://a.example/"),
        ("HTTPS://WWW.A.Example:443/B?c=d", "https://www.a.example/B?c=d"),
        ("http://a.example:80/b", "http://a.example/b"),
        ("https://a.example:80/b", "https://a.example:80/b"),
        ("https://bücher.example/ä?q=é", "https://xn--bcher-kva.example/%C3%A4?q=%C3%A9"),
        ("https://a.example/%20b|c", "https://a.example/%20b%7Cc"),
        ("https://a.example./b", "https://a.example/b"),
        ("https://my_site.a-b.example/", "https://my_site.a-b.example/"),
        ("https://1.example/", "https://1.example/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700::6810:84e5]/", "http://[2606:4700::6810:84e5]/"),
        ("http://[2606:4700::6810:84E5]:80/", "http://[2606:4700::6810:84e5]/"),
        ("https://[2606:4700::6810:84e5]:443/a", "https://[2606:4700::6810:84e5]/a"),
    ],
)
def test_a_plain_address_is_asked_for_as_it_is_meant(url, meant):
    assert Guard().place(url).url == meant


def test_a_host_that_is_not_found_is_one_line():
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(MaterialError, match=r"its host a\.example is not found; check the address"):
        Guard(resolve=nowhere).addresses("http://a.example/", "a.example", 80)


def test_the_attack_list_is_as_long_as_it_should_be():
    assert len({*REFUSED_AS_WRITTEN, *REFUSED_BY_NUMBER}) >= 60
