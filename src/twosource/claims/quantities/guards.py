"""Numbers that count nothing: ages, years, clock times, identifiers, addresses, scores."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.claims.quantities.numbers import Number
from twosource.language.interface import Token
from twosource.reference.numbers import LETTERS_OF_CURRENCIES
from twosource.reference.statuses import PERSONS, TOLLS
from twosource.reference.units import IDENTIFIED, STREETS, TIME_UNITS, UNITS_OF_MEASURE

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. "
    "nov. dec.".split()
)
_CLOCK_WORDS = frozenset("am pm a.m. p.m. a.m p.m hrs o'clock o’clock gmt utc ist est".split())
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DASHES = frozenset("-–—")
_SCALE_OF_YEARS = frozenset({"in", "since", "by", "of", "until", "from", "during", "to", "and"})


def counts_nothing(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number is an age, a date, a clock time, an identifier, an address or a score.

    Args:
        tokens: The tokens of its sentence.
        number: The number.
    """
    return (
        _is_age(tokens, number)
        or _is_date_or_clock(tokens, number)
        or _is_identifier(tokens, number)
        or _is_address(tokens, number)
        or _is_score(tokens, number)
        or _is_adjective(tokens, number)
    )


def _is_adjective(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a hyphen ties it to a noun that describes another: "two-storey", "one-block"."""
    at = number.last
    if at + 1 >= len(tokens) or tokens[at].text not in _DASHES:
        return False
    glued = tokens[at].start == tokens[at - 1].end and tokens[at + 1].start == tokens[at].end
    return (
        glued
        and tokens[at + 1].upos == "NOUN"
        and tokens[at + 1].text.isalpha()
        and (tokens[at + 1].lemma.lower() not in UNITS_OF_MEASURE)
    )


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text.lower() if 0 <= at < len(tokens) else ""


def _is_age(tokens: Sequence[Token], number: Number) -> bool:
    after = [_word(tokens, i) for i in range(number.last, number.last + 5)]
    plain = [word for word in after if word not in _DASHES]
    if plain[:2] in (["year", "old"], ["month", "old"], ["week", "old"], ["day", "old"]):
        return True
    if plain[:2] in (["years", "old"], ["months", "old"], ["years", "of"]):
        return True
    if "year-old" in after[:2] or "years-old" in after[:2]:
        return True
    before = _word(tokens, number.first - 1)
    if before in {"aged", "age", "ages"}:
        return True
    listed = before in {"and", ","} and any(
        _word(tokens, i) in {"aged", "ages"} for i in range(max(0, number.first - 5), number.first)
    )
    return listed or _is_age_in_commas(tokens, number)


def _is_age_in_commas(tokens: Sequence[Token], number: Number) -> bool:
    """Tell a bare number between commas after a name ("Jane Doe, 34, said")."""
    if number.low is None or number.low != number.high or not 0 < number.low < 120:
        return False
    closed = _word(tokens, number.last) in {",", ".", ";", ")", ""}
    opened = _word(tokens, number.first - 1) in {",", "("}
    if not (opened and closed and number.first > 1):
        return False
    named = tokens[number.first - 2]
    if named.text.lower() in {"he", "she"}:
        return True
    return named.upos == "PROPN" or (named.lemma.lower() in PERSONS and named.xpos != "NNS")


def _is_date_or_clock(tokens: Sequence[Token], number: Number) -> bool:
    core = tokens[number.core]
    before, after = _word(tokens, number.core - 1), _word(tokens, number.last)
    if ":" in core.text or after in _CLOCK_WORDS:
        return True
    if after == ":" and number.last + 1 < len(tokens) and tokens[number.last + 1].text.isdigit():
        return True
    month = _word(tokens, number.core - 2) if before == "." else before
    if month in _MONTHS and core.text.isdigit():
        return True
    if before in {"past", "to"} and _word(tokens, number.core - 2) in {"quarter", "half", "ten"}:
        return True
    if after in _MONTHS and core.text.isdigit() and tokens[number.last].text[:1].isupper():
        return True
    if after == "past":
        return True
    at_hour = before == "at" and core.upos == "NUM" and _ends_phrase(tokens, number)
    if at_hour and not any(token.lemma.lower() in TOLLS for token in tokens[: number.first]):
        return True
    if not _YEAR.fullmatch(core.text):
        return False
    if number.last > number.core + 1:
        return bool(_YEAR.fullmatch(tokens[number.last - 1].text))
    governed = core.relation.startswith("nummod") and tokens[number.last : number.last + 1]
    followed = bool(governed) and tokens[number.last].upos in {"NOUN", "ADJ"}
    return before in _SCALE_OF_YEARS or before in _MONTHS or before == "," or not followed


def _ends_phrase(tokens: Sequence[Token], number: Number) -> bool:
    """Whether nothing that could be counted follows: "at 7.40," is a time."""
    text = tokens[number.core].text
    return bool(re.fullmatch(r"\d{1,2}\.\d{2}|\d{1,2}", text)) and (
        number.last >= len(tokens) or tokens[number.last].upos in {"PUNCT", "CCONJ", "ADP"}
    )


def _is_identifier(tokens: Sequence[Token], number: Number) -> bool:
    core = tokens[number.core]
    if not core.text[:1].isdigit():
        return _is_in_name(tokens, number)
    at = number.core - 1
    if at > 0 and tokens[at].text in _DASHES and tokens[at].end == core.start:
        glued = tokens[at - 1]
        if glued.end == tokens[at].start and glued.text[:1].isalpha() and glued.upos != "NUM":
            return True
    if at >= 0 and tokens[at].end == core.start and tokens[at].text[:1].isalpha():
        known = {"rs", "us$", "eur", "usd", "inr", "gbp"}
        return tokens[at].text.lower() not in known and not is_sum_in_letters(tokens, number)
    if at >= 0 and tokens[at].text in {"#", "№"}:
        return True
    governs = core.relation.startswith("nummod") and core.head > core.index
    if at >= 0 and tokens[at].lemma.lower().rstrip(".") in IDENTIFIED and not governs:
        return True
    if at >= 0 and tokens[at].upos == "PROPN" and not governs and number.first == number.core:
        return True
    return number.first == 0 and _word(tokens, number.last) in {".", ")"}


def is_sum_in_letters(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a currency's letter is glued to a sum: "R12.4 million"; "R12" may be a road."""
    at = number.core - 1
    if at < 0 or tokens[at].text not in LETTERS_OF_CURRENCIES:
        return False
    scaled = number.last > number.core + 1 or "," in tokens[number.core].text
    return tokens[at].end == tokens[number.core].start and scaled


def _is_in_name(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a capital number word ends a name ("Channel Two") and counts nothing behind it."""
    core = tokens[number.core]
    before = tokens[number.first - 1] if number.first else None
    counts = core.relation.startswith("nummod") and core.head > core.index
    return (
        core.text[:1].isupper()
        and before is not None
        and before.upos == "PROPN"
        and before.text[:1].isupper()
        and not before.text.isupper()
        and not counts
    )


def _is_address(tokens: Sequence[Token], number: Number) -> bool:
    core = tokens[number.core]
    if not core.text.isdigit():
        return False
    after = [_word(tokens, i).rstrip(".") for i in range(number.last, number.last + 5)]
    if after[:1] == ["block"]:
        return True
    named = number.last < len(tokens) and tokens[number.last].text[:1].isupper()
    return named and any(word in STREETS for word in after[1:4])


def _is_score(tokens: Sequence[Token], number: Number) -> bool:
    """Tell "2-1" without a noun after it, and telephone numbers."""
    text = "".join(token.text for token in tokens[number.core : number.last])
    behind = tokens[number.last : number.last + 2]
    before = tokens[max(0, number.core - 2) : number.core]
    for dash, other in ((behind[:1], behind[1:]), (before[1:], before[:1])):
        if dash and other and dash[0].text in _DASHES and other[0].text.isdigit():
            return True
    if re.fullmatch(r"\d{3}[-–]\d{4}", text):
        return True
    ends = re.fullmatch(r"(\d{1,2})[-–](\d{1,2})", text)
    follows = number.last < len(tokens) and tokens[number.last].upos in {"NOUN", "ADJ", "NUM"}
    return bool(ends) and not follows and _word(tokens, number.last) not in {"%", "km"}


def is_length_of_time(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a unit of time follows, so that the number is a duration and no quantity."""
    for at in range(number.last, min(number.last + 4, len(tokens))):
        token = tokens[at]
        if token.lemma.lower() in TIME_UNITS and token.upos in {"NOUN", "PROPN"}:
            return True
        joint = token.text in _DASHES or token.text.lower() in {"and", "a", "half"}
        if not joint and token.upos not in {"ADJ", "NUM"}:
            return False
    return False
