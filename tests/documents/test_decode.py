"""Encodings: found by mark, strictly, by declaration, by a guess, and recorded as such."""

from __future__ import annotations

import pytest

from twosource.documents.decode import decode

RUSSIAN = "Начальник порта сообщил вечером, что паром вышел вовремя. Он не назвал причину задержки."
FRENCH = (
    "Le chef du port a déclaré à la presse que le bac était parti à l’heure, malgré la tempête."
)
CURLY = "The master said: “It left — I saw it.” The café’s owner disagreed."


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8 (byte-order mark)"),
        (RUSSIAN, "utf-16", "utf-16 (byte-order mark)"),
        (CURLY + "😀", "utf-32", "utf-32 (byte-order mark)"),
        (RUSSIAN, "cp1251", "cp1251 (guessed)"),
        (FRENCH, "cp1252", "cp1252 (guessed)"),
        (CURLY, "cp1252", "cp1252 (guessed)"),
        ("The café was shut.", "latin-1", "cp1252 (guessed)"),
    ],
)
def test_text_survives_its_encoding(text, codec, encoding):
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert decoded.text == text
    assert decoded.encoding == encoding


def test_valid_utf8_stands_before_a_declaration():
    decoded = decode(FRENCH.encode(), "windows-1251")
    assert decoded is not None
    assert decoded.encoding == "utf-8"


def test_a_declaration_stands_before_a_guess():
    decoded = decode("Fähre ü".encode("cp1252"), "ISO-8859-1")
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == ("Fähre ü", "cp1252 (declared)")


@pytest.mark.parametrize("declared", ["unicode_escape", "rot13", "nonsense", "idna"])
def test_a_declaration_that_is_no_encoding_of_pages_is_passed_over(declared):
    decoded = decode("La fête à l’heure, dit-il à la presse.".encode("cp1252"), declared)
    assert decoded is not None
    assert "guessed" in decoded.encoding


@pytest.mark.parametrize("data", [b"a\x00b", b"\x01\x02\x03", bytes(range(1, 256)) * 9])
def test_what_is_no_text_gives_none(data):
    assert decode(data) is None
