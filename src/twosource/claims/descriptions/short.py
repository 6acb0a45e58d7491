"""Short forms of the names of bodies and sites: "the Committee", "Coast", "at Hill", "Radio 9"."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.claims.descriptions.description import Description, DescriptionKind
from twosource.claims.descriptions.scan import Scan
from twosource.model.report import Report, cut
from twosource.reference.cues import PERSON_ROLES
from twosource.reference.name_words import TITLES

_AT = frozenset({"at", "outside"})
_LONGEST_RUN = 3
_LONGEST_FIGURE = 3
_NUMBERING = frozenset({"nummod", "flat", "compound", "dep", "appos"})


def short_forms_in(report: Report, scan: Scan) -> Iterator[Description]:
    """Find what may be a short form of a longer name that the case prints.

    The phrases name nothing by themselves. They are joined to the one longer name that they
    shorten, or dropped.
    """
    named = {token for name in scan.reading.names for token in range(name.first, name.last)}
    yield from _definite(report, scan)
    yield from _of_one_word(report, scan)
    yield from _numbered(report, scan)
    yield from _runs(report, scan, named)
    publisher = _publisher(report)
    if publisher is not None:
        yield publisher


def _definite(report: Report, scan: Scan) -> Iterator[Description]:
    """A single capitalised word after "the": "the Committee"."""
    for at in range(1, len(scan.words)):
        if scan.word(at - 1) != "the" or not _lone_capital(scan, at):
            continue
        if scan.same_sentence(at - 1, at):
            yield _described(report, scan, at, at + 1, DescriptionKind.DEFINITE)


def _lone_capital(scan: Scan, at: int) -> bool:
    following = scan.capital(at + 1) and scan.same_sentence(at, at + 1)
    word = scan.reading.tokens[at].text
    return scan.capital(at) and not following and word.isalpha() and not word.isupper()


def _of_one_word(report: Report, scan: Scan) -> Iterator[Description]:
    """Names of one word: after "at", which says that it is a spot; and distinctive ones.

    A distinctive one is printed neither as a common word nor with a title.
    """
    common = {token.text for token in scan.reading.tokens if token.text.islower()}
    for name in scan.reading.names:
        if name.last - name.first != 1:
            continue
        before = scan.word(name.first - 1).rstrip(".")
        if before in _AT:
            yield _described(report, scan, name.first, name.last, DescriptionKind.SPOT)
        if scan.word(name.first) not in common and before not in TITLES | PERSON_ROLES:
            yield _described(report, scan, name.first, name.last, DescriptionKind.LEAD)


def _numbered(report: Report, scan: Scan) -> Iterator[Description]:
    """A name with the number that belongs to it: "Radio Delta 9"."""
    tokens = scan.reading.tokens
    for name in scan.reading.names:
        at = name.last
        if at >= len(tokens) or not tokens[at].text.isdigit():
            continue
        inside = name.first <= tokens[at].head < name.last
        counts = at + 1 < len(tokens) and tokens[at + 1].upos in {"NOUN", "ADJ", "NUM", "SYM"}
        if (
            inside
            and not counts
            and tokens[at].relation in _NUMBERING
            and len(tokens[at].text) <= _LONGEST_FIGURE
            and scan.same_sentence(name.first, at)
        ):
            yield _described(report, scan, name.first, at + 1, DescriptionKind.NUMBERED)


def _runs(report: Report, scan: Scan, named: set[int]) -> Iterator[Description]:
    """Runs of two or three capitalised words that were not read as a name."""
    at = 0
    while at < len(scan.words):
        last = at
        while scan.capital(last) and last not in named and scan.same_sentence(at, last):
            last += 1
        if 1 < last - at <= _LONGEST_RUN:
            yield _described(report, scan, at, last, DescriptionKind.RUN)
        at = max(at + 1, last)


def _publisher(report: Report) -> Description | None:
    """The publisher where the report's own head prints it: the body behind "the Committee"."""
    if not report.publisher or len(report.publisher.split()) < 2:
        return None
    start = report.text.find(report.publisher)
    if start < 0:
        return None
    skipped = 4 if report.publisher.lower().startswith("the ") else 0
    span = cut(report, start + skipped, start + len(report.publisher))
    return Description(span, span, DescriptionKind.PUBLISHER, "", "")


def _described(
    report: Report, scan: Scan, first: int, last: int, kind: DescriptionKind
) -> Description:
    tokens = scan.reading.tokens
    span = cut(report, tokens[first].start, tokens[last - 1].end)
    return Description(span, span, kind, "", "")
