"""The JSON and the words of a piece of the served view."""

from __future__ import annotations

import json

from twosource.store.served import PAGES, Piece


def page_piece(name: str, node: object) -> Piece:
    """A piece of which there is one of its name."""
    return Piece(PAGES, name, 0, told(node))


def told(node: object) -> str:
    """JSON as the pieces hold it: ASCII, so that no character of a report can break a reader."""
    return json.dumps(node, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def folded(*words: str) -> str:
    """Words as they are searched: lower case, spaces single, nothing that a database refuses."""
    text = " ".join(" ".join(words).casefold().split())
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
