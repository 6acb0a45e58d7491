"""The articles that the pages are made of, and their parts."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ARTICLES = Path(__file__).with_name("articles.md")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a cross-head, a quotation set apart, or a list.

    Attributes:
        kind: ``p``, ``h``, ``q`` or ``ul``.
        texts: Its text; several for the items of a list.
    """

    kind: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article.

    Attributes:
        number: From 0.
        title: Its headline.
        blocks: Its body in order.
    """

    number: int
    title: str
    blocks: tuple[Block, ...]

    @property
    def body(self) -> str:
        """What is to be found: every word of the body and no other."""
        return "\n\n".join("\n".join(block.texts) for block in self.blocks)


_MARKS = {"### ": "h", "> ": "q", "- ": "ul"}


def read_articles() -> tuple[Article, ...]:
    """Read the articles of ``articles.md``."""
    parts = ARTICLES.read_text("utf-8").split("\n## ")[1:]
    return tuple(_article(number, part) for number, part in enumerate(parts))


def _article(number: int, part: str) -> Article:
    title, _, body = part.partition("\n")
    return Article(number, title.strip(), tuple(_blocks(body)))


def _blocks(body: str) -> Iterator[Block]:
    for piece in body.strip().split("\n\n"):
        lines = piece.split("\n")
        mark = next((m for m in _MARKS if lines[0].startswith(m)), "")
        yield Block(_MARKS.get(mark, "p"), tuple(line.removeprefix(mark) for line in lines))


@dataclass(frozen=True, slots=True)
class Style:
    """How a site marks up the blocks of a story; ``{}`` stands for the text."""

    p: str = "<p>{}</p>"
    h: str = "<h2>{}</h2>"
    q: str = "<blockquote><p>{}</p></blockquote>"
    item: str = "<li>{}</li>"
    ul: str = "<ul>{}</ul>"


def story(
    article: Article, style: Style = Style(), between: Mapping[int, str] | None = None
) -> str:
    """The body of an article in the markup of a site.

    Args:
        article: The article.
        style: The markup.
        between: What the site puts in before the block of that number; negative ones count from
            the end.
    """
    put_in = between or {}
    last = len(article.blocks)
    pieces: list[str] = []
    for at, block in enumerate(article.blocks):
        pieces += [put_in[k] for k in (at, at - last) if k in put_in]
        pieces.append(_marked_up(block, style))
    return "\n".join(pieces)


def _marked_up(block: Block, style: Style) -> str:
    texts = [html.escape(text, quote=False) for text in block.texts]
    if block.kind == "ul":
        return style.ul.format("".join(style.item.format(text) for text in texts))
    pattern = {"p": style.p, "h": style.h, "q": style.q}[block.kind]
    return pattern.format(texts[0])
