"""Does a quotation give the words of the statement that it is from?

The primary statement is one that a party published itself and that is a report of the case.
Passages are found by the alignment of rapidfuzz (Levenshtein, best matching part).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from twosource.model.finding import Finding, Input, Verdict
from twosource.model.identity import ReportId
from twosource.model.report import Report, Span, cut
from twosource.model.statement import Statement, StatementKind

NAME, VERSION = "quotation", 1
FEWEST_WORDS = 6
"""Words that a quotation needs so that the passage it is from can be told."""
ALIKE = 85.0
"""Percentage of alignment from which a passage of the statement is what is quoted."""
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]+)(?:[”\"»“]|$)")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "\n": " "})
_INSERTED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_LEFT_OUT = re.compile(r"\.\.\.|…|\[…\]|\[\.\.\.\]")
_WORD = re.compile(r"[\w'-]+")


def quotations_of(
    statements: Sequence[Statement],
    reports: Mapping[ReportId, Report],
    parties: Mapping[ReportId, str],
) -> tuple[Finding, ...]:
    """Hold quotations in reports against the statements that parties published themselves.

    Marks, capitals, words in brackets and what "..." leaves out are no change of words. A quotation
    that is like no passage of a statement gives no finding: it may have been said elsewhere.

    Args:
        statements: The statements of the case.
        reports: The reports by id.
        parties: Reports that are a party's own statement, with the party's name.
    """
    found: list[Finding] = []
    for statement in statements:
        if statement.report in parties or statement.kind is StatementKind.INDIRECT:
            continue
        for part in statement.parts:
            for span in _quoted(reports[statement.report], part):
                found += _against(span, reports, parties)
    return tuple(dict.fromkeys(found))


def _quoted(report: Report, part: Span) -> Iterator[Span]:
    """The stretches between marks in a content, each free of what "..." leaves out."""
    for match in _QUOTED.finditer(part.quote):
        start = part.start + match.start(1)
        pieces = list(_LEFT_OUT.finditer(match[1]))
        bounds = [0, *(edge for piece in pieces for edge in piece.span()), len(match[1])]
        for first, last in zip(bounds[::2], bounds[1::2], strict=True):
            words = match[1][first:last]
            if len(_words(words)) >= FEWEST_WORDS:
                lead = len(words) - len(words.lstrip())
                yield cut(report, start + first + lead, start + first + len(words.rstrip()))


def _against(
    span: Span, reports: Mapping[ReportId, Report], parties: Mapping[ReportId, str]
) -> Iterator[Finding]:
    for id_, party in parties.items():
        passage = _passage(span, reports[id_])
        if passage is not None:
            yield _finding(span, passage, party)


def _passage(span: Span, primary: Report) -> Span | None:
    """The passage of a statement that is most like a quotation, if it is like enough."""
    wanted, text = _plain(_INSERTED.sub("", span.quote)), _plain(primary.text)
    if len(wanted) >= len(text) or len(text) != len(primary.text):
        return None
    best = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=ALIKE)
    if best is None:
        return None
    start, end = best.dest_start, best.dest_end
    found = [m for m in _WORD.finditer(text) if m.start() < end and m.end() > start]
    aligned = SequenceMatcher(None, _words(wanted), [m.group() for m in found], autojunk=False)
    kept = [
        at for block in aligned.get_matching_blocks() for at in range(block.b, block.b + block.size)
    ]
    if not kept:
        return None
    # one word more on each side may be what was changed; further ones are the alignment's slack
    codes = aligned.get_opcodes()
    first = kept[0] - (codes[0][0] == "replace")
    last = kept[-1] + (codes[-1][0] == "replace")
    return cut(primary, found[max(0, first)].start(), found[min(last, len(found) - 1)].end())


def _finding(span: Span, passage: Span, party: str) -> Finding:
    quoted, primary = _words(_INSERTED.sub("", span.quote)), _words(passage.quote)
    changes = [
        (" ".join(quoted[a:b]), " ".join(primary[c:d]))
        for tag, a, b, c, d in SequenceMatcher(None, quoted, primary, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    inputs = (Input("quoted", " ".join(quoted)), Input("statement", " ".join(primary)))
    if not changes:
        reason = f"the statement of {party} has the same words"
        return Finding(NAME, VERSION, Verdict.HOLDS, (span, passage), inputs, reason)
    told = "; ".join(f"“{b}” for “{a}”" if a and b else f"“{a or b}”" for a, b in changes)
    reason = f"the statement of {party} has other words: {told}"
    return Finding(
        NAME, VERSION, Verdict.FAILS, (span, passage), inputs, reason, f"“{passage.quote}”"
    )


def _words(text: str) -> list[str]:
    return [word.strip("'-") for word in _WORD.findall(_plain(text)) if word.strip("'-")]


def _plain(text: str) -> str:
    """Text with marks folded and capitals lowered, one code point for each."""
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_FOLDED)
