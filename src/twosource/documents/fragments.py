"""Fragments of HTML, as posts, feeds and mail carry them: their words, block by block."""

from __future__ import annotations

import re

from lxml import etree, html

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot"
    " th thead tr ul".split()
)
_UNREAD = frozenset("script style head title template noscript iframe object svg math".split())
_MARKUP = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]{2,8});")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINE = re.compile(r" *\n *")
_GAP = re.compile(r"\n{3,}")


def is_markup(text: str) -> bool:
    """Whether a text holds a tag or an entity of HTML."""
    return _MARKUP.search(text) is not None


def words_of_markup(markup: str) -> str:
    """The words of a fragment of HTML, with a blank line between blocks.

    Scripts, styles and embedded pages are left out; nothing is executed or loaded.

    Args:
        markup: The fragment; broken markup is read as browsers read it.

    Returns:
        The words; nothing where there are none.
    """
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(f"<body>{markup}</body>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in _UNREAD:
            walk.skip_subtree()
            continue
        if element.tag in _BLOCKS:
            pieces.append("\n\n")
        elif element.tag == "br" and event == "start":
            pieces.append("\n")
        words = element.text if event == "start" else element.tail
        if words:
            pieces.append(_SPACE.sub(" ", words))
    return _GAP.sub("\n\n", _LINE.sub("\n", "".join(pieces))).strip()
