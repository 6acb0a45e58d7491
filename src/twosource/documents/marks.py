"""Marks of markup inside the text: link brackets and targets, images, emphasis, headings.

What a mark encloses stays readable; only the mark is labelled. An editor's insertion in square
brackets is no link: a link needs a target that looks like an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model.report import Region, RegionKind

_TARGET = r"\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+\"[^\"\n]{0,200}\")?\)"
_LINK = re.compile(
    r"(?P<image>!)?\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){0,400})\]" + _TARGET
)
_ADDRESS = re.compile(r"$|[#/.<?]|(?:https?|mailto|ftp|tel):|www\.|\S+[./]\S")
_WRITTEN_OUT = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>")
_STRONG = re.compile(
    r"\*\*(?=[^\s*])(?:[^*\n]|\*(?!\*))*?[^\s*]\*\*|(?<!\w)__(?=[^\s_])[^\n]{0,300}?[^\s_]__(?!\w)"
)
_LIGHT = re.compile(
    r"(?<![\w*])\*(?=[^\s*])[^*\n]*?[^\s*]\*(?![\w*])|(?<![\w*])\*[^\s*]\*(?![\w*])"
)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)


def marks_in(text: str, start: int = 0) -> Iterator[Region]:
    """Find the marks of Markdown in a text.

    Args:
        text: The whole text.
        start: Code point to begin at.

    Yields:
        One region per mark, in no order. Emphasis and links may lie inside one another, their
        marks do not overlap, save that an address may hold asterisks or underscores.
    """
    for match in _HEADING.finditer(text, start):
        yield Region(match.start(), match.end(), RegionKind.LINK_MARK)
    for pattern, width in ((_STRONG, 2), (_LIGHT, 1)):
        for match in pattern.finditer(text, start):
            yield Region(match.start(), match.start() + width, RegionKind.LINK_MARK)
            yield Region(match.end() - width, match.end(), RegionKind.LINK_MARK)
    for match in _LINK.finditer(text, start):
        if _ADDRESS.match(match["target"]) is None:
            continue
        if match["image"]:
            yield Region(match.start(), match.end(), RegionKind.CAPTION)
            continue
        yield Region(match.start(), match.start() + 1, RegionKind.LINK_MARK)
        yield Region(match.end("text"), match.end(), RegionKind.LINK_TARGET)
    for match in _WRITTEN_OUT.finditer(text, start):
        yield Region(match.start(), match.end(), RegionKind.LINK_TARGET)
