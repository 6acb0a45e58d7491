"""Numbers as printed: digits, words, ranges, bounds and hedges, over the tokens of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.language.interface import Token
from twosource.reference.numbers import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    FRACTIONS,
    LESS_THAN,
    LETTERS,
    MANY,
    MORE_THAN,
    NEARLY,
    NEARLY_FROM,
    SCALES,
    SIGNS,
    TENS,
    UNITS,
    VAGUE,
)

_DIGITS = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d+)?")
_WITH_LETTERS = re.compile(r"(\d+(?:,\d{2,3})*(?:\.\d+)?)(k|m|mn|mln|bn|tn)", re.IGNORECASE)
_DASHES = frozenset("-–—")
_RISING = frozenset("go rise climb increase jump shoot move bring push creep".split())
"""Verbs after which "up to" names what is reached, not the most that is possible."""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number, without what it counts.

    Attributes:
        first, last: Its tokens, half-open, hedges included.
        core: The token at which the number itself begins.
        low, high: Bounds, both included; ``None`` is open.
        approximate: Whether words blur it.
        fraction: Whether it is a share such as "half" or "two-thirds".
        exclusive: Whether ``low`` or ``high`` itself is shut out ("more than", "fewer than").
    """

    first: int
    last: int
    core: int
    low: float | None
    high: float | None
    approximate: bool = False
    fraction: bool = False
    exclusive: bool = False


def numbers_in(tokens: Sequence[Token]) -> tuple[Number, ...]:
    """Every number of a sentence, in order; none overlaps another.

    Args:
        tokens: The tokens of one sentence; positions are those in this sequence.
    """
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _plain(tokens, at)
        if number is None:
            at += 1
            continue
        number = _ranged(tokens, number)
        number = _bounded(tokens, number, found[-1].last if found else 0)
        number = _after(tokens, number)
        found.append(number)
        at = number.last
    return tuple(found)


def _plain(tokens: Sequence[Token], at: int) -> Number | None:
    """A number without bounds that begins at a token."""
    return _digits(tokens, at) or _words(tokens, at) or _vague(tokens, at)


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    text = tokens[at].text
    letters = _WITH_LETTERS.fullmatch(text)
    if letters is not None:
        value = _value(letters[1]) * LETTERS[letters[2].lower()]
        return Number(at, at + 1, at, value, value)
    if not _DIGITS.fullmatch(text):
        return None
    value, last = _value(text), at + 1
    is_money = at > 0 and tokens[at - 1].text.lower() in SIGNS
    last, value = _scaled(tokens, last, value, "k bn mn mln tn" + " m" * is_money)
    return Number(at, last, at, value, value)


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _scaled(
    tokens: Sequence[Token], last: int, value: float, letters: str = ""
) -> tuple[int, float]:
    """Multiply by the scale words that follow ("million", "lakh", a close "k").

    A close "m" is a million only behind a sign of money; elsewhere it is the metre.
    """
    while last < len(tokens):
        word = tokens[last].text.lower()
        touches = tokens[last].start == tokens[last - 1].end
        if word in SCALES and word != "score":
            value *= SCALES[word]
        elif touches and word in letters.split():
            value *= LETTERS[word]
        else:
            break
        last += 1
    return last, value


def _words(tokens: Sequence[Token], at: int) -> Number | None:
    """Number words: "forty-one", "two hundred and six", "half a million", "two-thirds"."""
    word = tokens[at].text.lower()
    if word == "half":
        return _half(tokens, at)
    if word in MANY and _is_many(tokens, at):
        return _many(tokens, at)
    if word in {"a", "an"} and (portion := _share(tokens, at)) is not None:
        return portion
    if word in {"a", "an"}:
        scale = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
        if scale not in SCALES or scale == "score":
            return None
        last, value = _grown(tokens, at + 1, 1.0)
        return Number(at, last, at, value, value)
    if word not in UNITS and word not in TENS:
        return None
    total, last = _small(tokens, at)
    if last < len(tokens) and (part := _part(tokens, last)) is not None:
        share = total * part[1]
        return Number(at, part[0], at, share, share, fraction=True)
    last, total = _grown(tokens, last, total)
    return Number(at, last, at, total, total)


def _small(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    """A number below a hundred, with the token after it."""
    word = tokens[at].text.lower()
    if word in UNITS:
        return float(UNITS[word]), at + 1
    value, last = float(TENS[word]), at + 1
    step = last + (last < len(tokens) and tokens[last].text in _DASHES)
    if step < len(tokens) and 1 <= UNITS.get(tokens[step].text.lower(), 0) <= 9:
        return value + UNITS[tokens[step].text.lower()], step + 1
    return value, last


def _grown(tokens: Sequence[Token], last: int, total: float) -> tuple[int, float]:
    """Go on with scales and what is added below them: "two hundred and six thousand"."""
    last, total = _scaled(tokens, last, total)
    if total < SCALES["hundred"] or last >= len(tokens):
        return last, total
    step = last + (tokens[last].text.lower() == "and")
    word = tokens[step].text.lower() if step < len(tokens) else ""
    if word in UNITS or word in TENS:
        added, after = _small(tokens, step)
        after, added = _scaled(tokens, after, added)
        if added < total:
            return after, total + added
        if step == last:
            return after, (total + added / SCALES["thousand"]) * SCALES["thousand"]
    return last, total


def _half(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "half": "half a million" is a number, "half of" a share, "half past" a time."""
    after = [token.text.lower() for token in tokens[at + 1 : at + 3]]
    if after[:1] in (["past"], ["an"], ["-"]) and "dozen" not in after:
        return None
    skip = 1 + (after[:1] in (["a"], ["-"]))
    if at + skip < len(tokens) and tokens[at + skip].text.lower() in SCALES:
        last, value = _scaled(tokens, at + skip, 0.5)
        return Number(at, last, at, value, value)
    if after[:1] in (["of"], ["the"], ["its"], ["their"], ["his"], ["her"]):
        return Number(at, at + 1, at, 0.5, 0.5, fraction=True)
    return None


def _share(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "a third of", "a quarter of"."""
    words = [token.text.lower() for token in tokens[at + 1 : at + 3]]
    if words[1:] != ["of"] or words[0] not in FRACTIONS or words[0] == "half":
        return None
    share = FRACTIONS[words[0]]
    return Number(at, at + 2, at, share, share, fraction=True)


def _part(tokens: Sequence[Token], last: int) -> tuple[int, float] | None:
    step = last + (tokens[last].text in _DASHES)
    word = tokens[step].text.lower() if step < len(tokens) else ""
    return (step + 1, FRACTIONS[word]) if word in FRACTIONS and word != "half" else None


def _is_many(tokens: Sequence[Token], at: int) -> bool:
    """Tell counts from verbs: "scores" and "tens" count only before "of"."""
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    if tokens[at].text.lower() in {"tens", "scores"}:
        return following == "of"
    return tokens[at].upos in {"NOUN", "NUM"}


def _many(tokens: Sequence[Token], at: int) -> Number:
    """Read "dozens", "hundreds of thousands"."""
    low, high = MANY[tokens[at].text.lower()]
    last = at + 1
    while (
        last + 1 < len(tokens)
        and tokens[last].text.lower() == "of"
        and tokens[last + 1].text.lower() in MANY
    ):
        low *= MANY[tokens[last + 1].text.lower()][0] / 2
        last += 2
    return Number(at, last, at, low, high, approximate=True)


_WITH_OF = frozenset({"couple", "handful", "pair"})


def _vague(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "several", "a few", "a couple of", "a handful of", the first two also before a scale."""
    skip = int(tokens[at].text.lower() == "a" and at + 1 < len(tokens))
    word = tokens[at + skip].text.lower()
    if word not in VAGUE or (word in {"few", *_WITH_OF} and not skip):
        return None
    low, high = VAGUE[word]
    last = at + skip + 1
    if word in _WITH_OF:
        if last >= len(tokens) or tokens[last].text.lower() != "of":
            return None
        # "A couple of dozen" is two or three dozen; before a noun "of" is no part of the number.
        scaled, factor = _scaled(tokens, last + 1, 1.0)
        last = scaled if factor > 1 else last
        return Number(at, last, at, low * factor, high * factor, approximate=low * factor != high)
    last, factor = _scaled(tokens, last, 1.0)
    return Number(at, last, at, low * factor, high * factor, approximate=True)


def _ranged(tokens: Sequence[Token], number: Number) -> Number:
    """Join the second end of a range: "20-30", "two to three", "between 5 and 7"."""
    at = number.last
    if at + 1 >= len(tokens) or number.fraction:
        return number
    joint = tokens[at].text.lower()
    between = number.first > 0 and tokens[number.first - 1].text.lower() == "between"
    if not (joint in _DASHES or joint in {"to", "or"} or (between and joint == "and")):
        return number
    other = _plain(tokens, at + 1)
    if other is None or number.low is None or other.high is None or other.fraction:
        return number
    low = number.low
    if other.high >= 1000 * low and low < 1000 and joint not in {"or"}:
        low *= _scale_of(other.high)
    if other.high <= low:
        return number
    first = number.first - between
    return replace(number, first=first, last=other.last, low=low, high=other.high)


def _scale_of(value: float) -> float:
    """The scale that both ends share in "two to three million"."""
    return next((s for s in (1e9, 1e6, 1e3) if value >= s), 1.0)


def _bounded(tokens: Sequence[Token], number: Number, free_from: int) -> Number:
    """Take in the words before a number that bound or blur it."""
    while number.low is not None:
        for phrases, how in (
            (AT_LEAST, "least"),
            (AT_MOST, "most"),
            (MORE_THAN, "more"),
            (LESS_THAN, "less"),
            (NEARLY, "nearly"),
            (ABOUT, "about"),
        ):
            length = _preceded(tokens, number.first, phrases, free_from)
            if not length and tokens[number.first - 1].text.lower() in SIGNS:
                length = _preceded(tokens, number.first - 1, phrases, free_from)
                length += bool(length)
            if length:
                number = _with_bound(replace(number, first=number.first - length), how)
                break
        else:
            return number
    return number


def _preceded(
    tokens: Sequence[Token], at: int, phrases: Sequence[Sequence[str]], free_from: int
) -> int:
    for phrase in sorted(phrases, key=len, reverse=True):
        start = at - len(phrase)
        words = tuple(token.text.lower() for token in tokens[max(0, start) : at])
        rising = start > 0 and phrase[0] == "up" and tokens[start - 1].lemma.lower() in _RISING
        if start >= free_from and words == tuple(phrase) and not rising:
            return len(phrase)
    return 0


def _with_bound(number: Number, how: str) -> Number:
    if how == "least":
        return replace(number, high=None)
    if how == "more":
        return replace(number, high=None, exclusive=True)
    if how == "most":
        return replace(number, low=None)
    if how == "less":
        return replace(number, low=None, exclusive=True)
    if how == "nearly" and number.low is not None:
        return replace(number, low=number.low * NEARLY_FROM, approximate=True)
    return replace(number, approximate=True)


def _after(tokens: Sequence[Token], number: Number) -> Number:
    """Take in what follows: "plus", "or more", "or so", "-odd"."""
    at = number.last
    words = [token.text.lower() for token in tokens[at : at + 2]]
    if words[:1] == ["+"] or words == ["or", "more"]:
        return replace(number, last=at + len(words[:1] if words[0] == "+" else words), high=None)
    if words == ["or", "so"] or words == ["-", "odd"]:
        return replace(number, last=at + 2, approximate=True)
    return number
