"""The lines of a PDF page joined to paragraphs, by where they stand on the page.

A PDF holds characters with places, not paragraphs. A paragraph ends where the next line stands
further down than lines usually do, is set in another size or indented, or where a line that ends
as a sentence stops well short of the margin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_WIDE = 1.4
"""From this multiple of the usual step down, a gap parts paragraphs."""
_OTHER_SIZE = 1.15
_HEADLINE = 1.3
_INDENT = 0.9
"""In multiples of the height of a line."""
_SHORT = 0.85
"""A line that is not this share of the widest one is short."""
_EDGE_LINES = 2
"""How many lines at the head and at the foot of a page may run through all pages."""
_LEAST_PAGES = 2
_SENTENCE_END = re.compile(r"[.!?…:][\"”’'»)\]]*\s*$")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of print.

    Attributes:
        start, end: Where it stands in the extracted text, without white space at either end.
        text: Its characters.
        hyphenated: Whether its last word goes on in the next line.
        left, right: Of its first and of its last character, in points.
        foot: Its lower edge, in points from the foot of the page.
        height: Of its type; 0 where no place is known.
    """

    start: int
    end: int
    text: str
    hyphenated: bool = False
    left: float = 0.0
    right: float = 0.0
    foot: float = 0.0
    height: float = 0.0

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.text) is not None


Page = tuple[PdfLine, ...]


def edits_to_paragraphs(pages: Sequence[Page], length: int) -> list[tuple[int, int, str]]:
    """What to change in the extracted text so that its paragraphs stand apart.

    Heads, feet and numbers of pages are left out, lines of a paragraph joined by a space, and
    paragraphs parted by a blank line. A paragraph may run over the end of a page.

    Args:
        pages: The lines of each page, in the order of the extracted text.
        length: Code points of the extracted text.

    Returns:
        Edits for :func:`twosource.documents.offsets.rewritten`.
    """
    running = _running_lines(pages)
    edits: list[tuple[int, int, str]] = []
    last: PdfLine | None = None
    for page in pages:
        body = [line for line in page if line not in running]
        breaks = _breaks(body, last)
        for index, line in enumerate(body):
            position = 0 if last is None else last.end
            edits.append((position, line.start, _between(last, line, new=index in breaks)))
            last = line
    if last is not None:
        edits.append((last.end, length, ""))
    return [edit for edit in edits if edit[0] < edit[1] or edit[2]]


def _between(above: PdfLine | None, below: PdfLine, *, new: bool) -> str:
    """What stands between a line and the one above it."""
    if above is None or above.hyphenated:
        return ""
    if not new:
        return " "
    # Type that much larger may head another story, above which a text leaves more room.
    return "\n\n\n" if below.height > _HEADLINE * above.height > 0 else "\n\n"


def _breaks(lines: Sequence[PdfLine], above: PdfLine | None) -> set[int]:
    """The lines of a page that begin a paragraph."""
    if not lines:
        return set()
    steps = [a.foot - b.foot for a, b in pairwise(lines) if a.foot > b.foot]
    usual = median(steps) if steps else 0.0
    width = max(line.right - line.left for line in lines)
    margin = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    # The first line of a page goes on with the page before, unless that one ended a sentence.
    found = {0} if above is None or above.ends_sentence else set()
    for index, (a, b) in enumerate(pairwise(lines), 1):
        if _parted(a, b, usual, width, margin):
            found.add(index)
    return found


def _parted(above: PdfLine, below: PdfLine, usual: float, width: float, margin: float) -> bool:
    if not above.height or not below.height:
        return above.ends_sentence
    step = above.foot - below.foot
    if step < 0:
        # Further up: another column, into which a sentence may run.
        return above.ends_sentence
    small, large = sorted((above.height, below.height))
    # Behind a line that goes on, an indent hangs: the second line of a listed item.
    indented = above.ends_sentence and below.left - margin > _INDENT * below.height > 2 * (
        above.left - margin
    )
    short = above.right - above.left < _SHORT * width
    return (
        step > usual * _WIDE
        or large > small * _OTHER_SIZE
        or indented
        or (short and above.ends_sentence)
    )


def _running_lines(pages: Sequence[Page]) -> set[PdfLine]:
    """Lines at the head or the foot of pages that stand on most of them, numbers aside."""
    edges = [{*page[:_EDGE_LINES], *page[-_EDGE_LINES:]} for page in pages]
    counted = Counter(words for edge in edges for words in {_bare(line) for line in edge})
    least = max(_LEAST_PAGES, (len(pages) + 1) // 2)
    found = {line for edge in edges for line in edge if counted[_bare(line)] >= least}
    outermost = [line for page in pages if len(page) > 1 for line in (page[0], page[-1])]
    numbered = Counter(_bare(line) for line in outermost if _DIGITS.search(line.text))
    # The head of a chapter stands on its pages alone, but it carries their numbers.
    return found | {
        line
        for line in outermost
        if numbered[_bare(line)] > 1 or _PAGE_NUMBER.fullmatch(line.text.strip())
    }


def _bare(line: PdfLine) -> str:
    return _DIGITS.sub("0", " ".join(line.text.split())).lower()
