"""Finding the words of a report that name places, with what is printed around them.

The reader's names are the ground; the gazetteer adds a capitalised word after a preposition of
place that the reader took for no name. A person's name never becomes a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from twosource.claims.places.candidates import inside
from twosource.claims.places.name import PlaceName
from twosource.language.interface import NameKind, Reading, Token
from twosource.model.report import RegionKind, Report, cut
from twosource.reference.countries import ADJECTIVES
from twosource.reference.gazetteer import entries_named
from twosource.reference.place_words import (
    AIRPORTS,
    DIVISIONS,
    POINTS,
    SETTLEMENTS,
    SITES,
    STATES_IN_SHORT,
    WIDE,
)

GENERIC = DIVISIONS | SETTLEMENTS | AIRPORTS | SITES
"""Nouns of places of every sort."""
_AFTER = GENERIC - SETTLEMENTS | {"city", "town", "village"}
"""Those that belong to the name before them: "the Moselle suburbs" are not the Moselle."""
_LOCATIVE = frozenset({"in", "at", "near", "from", "to", "outside", "around", "toward", "towards"})
_LEAST_UNNAMED = 100_000
"""People from which a place is believed to be meant by a word that the reader took for no name."""
_LEAST_SETTING = 100_000
_FORCES = frozenset(
    "police firefighters officials officers authorities prosecutors residents".split()
)
_REACH = 9
"""Tokens after a place within which "a town in Y" or "in Y" may tell where it lies."""
_FURTHER = frozenset(
    "northern southern eastern western central north south east west northeastern northwestern "
    "southeastern southwestern northeast northwest southeast southwest the a an state province "
    "region small large major coastal port border capital county district of's city town village "
    "suburb - its".split()
)
_DATELINE = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}")
_AGENCY = re.compile(r"\([^)]*\)?")

_MOST_JOINED = 6
_LINKS = frozenset("on upon under of de del da do di la le les sur am and".split())

Run = tuple[int, int]
"""Tokens of one name, half-open."""


def place_names_in(report: Report, reading: Reading) -> tuple[PlaceName, ...]:
    """The names of places in a report, in order of offset, its dateline's first.

    Demonyms are no places. A generic noun in lower case right after a name belongs to the span.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of its readable text.
    """
    opened = tuple(_in_dateline(report))
    setting = (*(name.form for name in opened), *_bodies(reading))
    runs = _joined(reading, sorted({*_named(reading), *_unnamed(reading)}))
    taken = {token for run in runs for token in range(*run)}
    found = [_place_name(report, reading, run, taken) for run in runs]
    body = [PlaceName(n.span, n.form, n.sort, n.within, setting) for n in found if n is not None]
    first = [PlaceName(n.span, n.form, n.sort, n.within, setting) for n in opened]
    return tuple(sorted((*first, *body), key=lambda name: (name.span.start, name.span.end)))


def _named(reading: Reading) -> Iterator[Run]:
    """Names of places, cut at commas, and names of other kinds that end in a noun of a site."""
    for name in reading.names:
        tokens = reading.tokens[name.first : name.last]
        if name.kind is NameKind.PLACE:
            yield from _pieces(reading, _whole(reading, name.first, name.last), name.last)
        elif name.kind is NameKind.PERSON or len(tokens) < 2:
            continue
        elif tokens[-1].lemma.lower() in AIRPORTS | {"bridge", "square", "palace", "street"}:
            yield name.first, name.last


def _whole(reading: Reading, first: int, last: int) -> int:
    """Where a name begins that the reader took only the end of ("States" of "United States")."""
    before = reading.tokens[first - 1] if first else None
    if before is None or not before.text[:1].isupper():
        return first
    end = reading.tokens[last - 1].end
    whole = entries_named(reading.text[before.start : end])
    alone = entries_named(reading.text[reading.tokens[first].start : end])
    return first - 1 if whole and not alone else first


def _pieces(reading: Reading, first: int, last: int) -> Iterator[Run]:
    start = first
    for token in range(first, last + 1):
        if token == last or reading.tokens[token].text in {",", "/"}:
            if token > start:
                yield start, token
            start = token + 1


def _joined(reading: Reading, runs: Sequence[Run]) -> list[Run]:
    """The names in full where the whole is a place ("Aix-en-Provence", "Stoke on Trent")."""
    found: list[Run] = []
    for first, last in runs:
        if found and first < found[-1][1]:
            continue
        end = longest = last
        while end < len(reading.tokens) and end - last < _MOST_JOINED and _joins(reading, end):
            end += 1
            form = reading.text[reading.tokens[first].start : reading.tokens[end - 1].end]
            longest = end if entries_named(form) else longest
        found.append((first, longest))
    return found


def _joins(reading: Reading, token: int) -> bool:
    """Whether a token is a hyphen or a small word inside names, or follows one."""
    before, item = reading.tokens[token - 1], reading.tokens[token]
    linked = item.text in _LINKS or before.text in _LINKS
    return linked or (item.start == before.end and (item.text == "-" or before.text == "-"))


def _trimmed(reading: Reading, run: Run) -> Run:
    """A name without signs around it, article or lower-case direction ("west London")."""
    first, last = run
    while last - first > 1:
        text = reading.tokens[first].text
        if text.lower() != "the" and text not in POINTS and any(c.isalnum() for c in text):
            break
        first += 1
    while last - first > 1 and not any(c.isalnum() for c in reading.tokens[last - 1].text):
        last -= 1
    return first, last


def _unnamed(reading: Reading) -> Iterator[Run]:
    """Capitalised words that the reader took for no name of a place, where the text says "place".

    Either a large place after a preposition of place, or "X, Y" with Y a division around an X.
    """
    named = {t for name in reading.names for t in range(name.first, name.last)}
    alone = {
        name.first
        for name in reading.names
        if name.last - name.first == 1 and name.kind is not NameKind.PLACE
    }
    for before, token in pairwise(reading.tokens):
        if before.text.lower() == "the" and before.index:
            before = reading.tokens[before.index - 1]
        if token.upos != "PROPN" or before.text.lower() not in _LOCATIVE:
            continue
        if token.index in named and token.index not in alone:
            continue
        last = token.index + 1
        while last < len(reading.tokens) and _goes_on(reading, last, named):
            last += 1
        form = reading.text[token.start : reading.tokens[last - 1].end]
        follows = _after_comma(reading, last)
        known = entries_named(form)
        large = token.index not in named and known and known[0].people >= _LEAST_UNNAMED
        if large or (follows is not None and inside(known, (follows,))):
            yield token.index, last


def _goes_on(reading: Reading, token: int, named: set[int]) -> bool:
    item = reading.tokens[token]
    return item.upos == "PROPN" and token not in named and item.relation in {"flat", "compound"}


def _place_name(report: Report, reading: Reading, run: Run, taken: set[int]) -> PlaceName | None:
    first, last = _trimmed(reading, run)
    tail = _ends_generic(reading.tokens[last - 1]) and last - first > 1
    form = reading.text[reading.tokens[first].start : reading.tokens[last - 1 - tail].end]
    form = form.rstrip(" ’'")
    if form.lower() in ADJECTIVES or not any(c.isupper() for c in form) or _is_state(reading, run):
        return None
    end, sort = _sort(reading, first, last, taken)
    within = (*_printed_after(reading, end, taken), *_printed_before(reading, first, last))
    span = cut(report, reading.tokens[first].start, reading.tokens[end - 1].end)
    return PlaceName(span, form, sort, within)


def _is_state(reading: Reading, run: Run) -> bool:
    """Whether a name is but the short form of a state after a comma ("Ill.")."""
    text = reading.text[reading.tokens[run[0]].start : reading.tokens[run[1] - 1].end]
    comma = run[0] > 0 and reading.tokens[run[0] - 1].text == ","
    return comma and text.replace(".", "").lower() in STATES_IN_SHORT and len(text) < 6


def _sort(reading: Reading, first: int, last: int, taken: set[int]) -> tuple[int, str]:
    """Where the name with its generic noun ends, and that noun in lower case."""
    own = reading.tokens[last - 1]
    if last - first > 1 and _ends_generic(own):
        return last, own.lemma.lower()
    if last - first > 1 and own.text.lower() in GENERIC:
        return last, own.text.lower()
    if last < len(reading.tokens) and reading.tokens[last].text in _AFTER:
        noun = reading.tokens[last].text
        of = [token.text for token in reading.tokens[last + 1 : last + 2]] == ["of"]
        if noun not in SETTLEMENTS or not (of and last + 2 in taken):
            return last + 1, noun
    shared = _shared(reading, first, last, taken)
    if shared:
        return last, shared
    if first >= 2 and reading.tokens[first - 1].text == "of" and first - 3 not in taken:
        noun = reading.tokens[first - 2].lemma.lower()
        if noun in DIVISIONS | SETTLEMENTS:
            return last, noun
    noun = reading.tokens[first - 1].text.lower() if first else ""
    return last, noun if noun in {"city", "town", "village", "suburb"} else ""


def _shared(reading: Reading, first: int, last: int, taken: set[int]) -> str:
    """The generic noun that a list of names ends in: "the Tula and Oryol regions"."""
    tokens, token = reading.tokens, last
    while token < len(tokens) and (token in taken or tokens[token].text in {",", "and", "or"}):
        token += 1
    if token == len(tokens) or token - 1 not in taken:
        return ""
    noun = tokens[token - _ends_generic(tokens[token - 1])]
    joined = any(item.text in {"and", "or"} for item in tokens[max(0, first - 1) : token])
    return noun.lemma if joined and noun.text != noun.lemma and _ends_generic(noun) else ""


def _ends_generic(token: Token) -> bool:
    """Whether a word is a generic noun in lower case, of one place or of several."""
    return token.text.islower() and token.lemma.lower() in GENERIC


def _after_comma(reading: Reading, token: int) -> str | None:
    """The name right after a comma ("Ohio" in ", Ohio"), in full."""
    if token + 1 >= len(reading.tokens) or reading.tokens[token].text != ",":
        return None
    for name in reading.names:
        if name.first == token + 1 and name.kind is not NameKind.PERSON:
            run = next(_pieces(reading, name.first, name.last), None)
            if run is not None:
                return _full(reading.text[reading.tokens[run[0]].start : _end(reading, run)])
    short = reading.tokens[token + 1].text.replace(".", "")
    return STATES_IN_SHORT.get(short.lower()) if short[:1].isupper() else None


def _end(reading: Reading, run: Run) -> int:
    return reading.tokens[run[1] - 1].end


def _full(words: str) -> str:
    return STATES_IN_SHORT.get(words.replace(".", "").replace(" ", "").lower(), words)


def _printed_after(reading: Reading, token: int, taken: set[int]) -> Iterator[str]:
    """Places around that follow: "X, Y", "X in Y", "X, a town in the north of Y"."""
    after = _after_comma(reading, token)
    if after is not None:
        yield after
        further = token + 1
        while further < len(reading.tokens) and reading.tokens[further].text != ",":
            further += 1
        beyond = _after_comma(reading, further) if further < token + 5 else None
        if beyond is not None:
            yield beyond
        return
    following = [item.text for item in reading.tokens[token : token + 2]]
    if following[1:] == ["of"] and following[0] in SETTLEMENTS:
        # "The X town of Y": Y lies in X.
        return
    inside = False
    for item in reading.tokens[token : token + _REACH]:
        word = item.text.lower()
        if item.index in taken:
            if inside:
                yield _full(_name_at(reading, item.index))
            return
        inside = inside or word in {"in", "of"}
        if word not in _FURTHER | GENERIC | {",", "in", "of", "’s", "'s"}:
            if word not in ADJECTIVES or not inside:
                return
            yield ADJECTIVES[word]


def _printed_before(reading: Reading, first: int, last: int) -> Iterator[str]:
    """Places around that precede: "the Ohio town of X", "Ohio's X", "the Kenyan city of X"."""
    token = first - 1
    while token >= 0 and first - token < 6:
        word = reading.tokens[token].text.lower()
        if word in ADJECTIVES:
            yield ADJECTIVES[word]
            return
        if reading.tokens[token].upos == "PROPN":
            name = _name_ending(reading, token)
            form = reading.text[reading.tokens[first].start : reading.tokens[last - 1].end]
            if inside(entries_named(form), (name,)):
                yield _full(name)
            return
        if word not in _FURTHER | GENERIC | {"of", "’s", "'s"}:
            return
        token -= 1


def _name_at(reading: Reading, token: int) -> str:
    for name in reading.names:
        if name.first <= token < name.last:
            run = next(r for r in _pieces(reading, name.first, name.last) if token < r[1])
            run = _trimmed(reading, run)
            return reading.text[reading.tokens[run[0]].start : _end(reading, run)]
    return reading.tokens[token].text


def _name_ending(reading: Reading, token: int) -> str:
    for name in reading.names:
        if name.last == token + 1 and name.kind is NameKind.PLACE:
            start = reading.tokens[name.first].start
            return reading.text[start : reading.tokens[token].end]
    return reading.tokens[token].text


def _bodies(reading: Reading) -> Iterator[str]:
    """Places by which bodies are called: "Ohio" of a state's patrol, "Leeds" of "Leeds police"."""
    named = [n for n in reading.names if n.kind is NameKind.ORGANISATION and n.last - n.first > 1]
    runs = [(name.first, name.last - 1) for name in named]
    for before, token in pairwise(reading.tokens):
        if token.text in _FORCES and before.upos == "PROPN":
            runs.append((before.index, token.index))
            runs.append((max(0, before.index - 1), token.index))
    for first, end in sorted(set(runs)):
        for last in range(min(end, first + 3), first, -1):
            words = reading.text[reading.tokens[first].start : reading.tokens[last - 1].end]
            known = entries_named(words)
            if known and known[0].people >= _LEAST_SETTING and words.lower() not in WIDE:
                yield words.strip(",-– ")
                break


def _in_dateline(report: Report) -> Iterator[PlaceName]:
    """The places of a dateline, "SPRINGFIELD, Ohio (Agency) —"."""
    for region in report.regions:
        if region.kind is not RegionKind.DATELINE:
            continue
        words = _AGENCY.sub("", report.text[region.start : region.end])
        head = _DATELINE.match(words)
        if head is None or not entries_named(head.group().strip(" -–—")):
            continue
        form = head.group().strip(" -–—")
        start = region.start + head.start()
        rest = words[head.end() :]
        around = _DATELINE.match(rest[2:]) if rest.startswith(", ") else None
        outer = _full(around.group().strip(" -–—")) if around else ""
        within = (outer,) if inside(entries_named(form), (outer,)) else ()
        yield PlaceName(cut(report, start, start + len(form)), form, "", within)
