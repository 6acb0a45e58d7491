"""Making report text inert for display: no control code steers a terminal or turns a line round."""

from __future__ import annotations

CONTROL_PICTURES = 0x2400
"""First code point of the Unicode block that draws C0 controls (``␀`` to ``␟``)."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_KEPT = "\t\n"
_BIDI_STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _table() -> dict[int, str]:
    table = {code: chr(CONTROL_PICTURES + code) for code in range(0x20) if chr(code) not in _KEPT}
    table[0x7F] = "\N{SYMBOL FOR DELETE}"
    table |= dict.fromkeys(range(0x80, 0xA0), REPLACEMENT)
    table |= dict.fromkeys(map(ord, _BIDI_STEERING), REPLACEMENT)
    table |= dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
    return table


_INERT = _table()


def inert(text: str) -> str:
    r"""Replace every character that would steer a display instead of being seen.

    Control characters but tab and line feed become their pictures (``\x1b`` becomes ``␛``);
    bidirectional embeddings, overrides and isolates, C1 controls and lone surrogates become
    ``U+FFFD``. One code point stays one code point, so that every offset still holds. Marks that
    scripts need (U+200C to U+200F) stay.
    """
    return text.translate(_INERT)
