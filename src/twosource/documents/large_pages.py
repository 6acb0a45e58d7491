"""Pages too large to look for their main text: first their scripts go, then the search.

The tools that find the main text take time that grows faster than the page. Ten megabytes of data
in scripts are no reason to give up on a page; ten megabytes of markup are.
"""

from __future__ import annotations

import re

from twosource.documents.drafts import RULES_VERSION, Draft, titled
from twosource.documents.fragments import words_of_markup

LARGE = 2_000_000
"""Characters from which on a page is large; of usual news pages none has half of that in markup."""
WORDS = "words-of-page"

_OPENS = re.compile(r"<(?P<tag>script|style|svg|template|noscript)\b(?P<rest>[^>]{0,300})>", re.I)
_DATA = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]{200,}")
_TITLE = re.compile(r"<title[^>]{0,200}>(?P<title>[^<]{1,300})</title", re.I)
_LONGEST_METADATA = 100_000


def without_scripts(page: str) -> str:
    """A page without scripts, styles, drawings and pictures written out in it.

    Short scripts that hold metadata stay. A script that never ends takes the rest of the page with
    it, as in a browser.
    """
    lowered = page.lower()
    if len(lowered) != len(page):
        # A capital that grows in lower case would shift every place behind it.
        lowered = page
    kept: list[str] = []
    position = 0
    while (opens := _OPENS.search(page, position)) is not None:
        kept.append(page[position : opens.start()])
        closes = lowered.find(f"</{opens['tag'].lower()}", opens.end())
        if closes < 0:
            position = len(page)
            break
        end = page.find(">", closes) + 1 or len(page)
        if "ld+json" in opens["rest"].lower() and end - opens.start() < _LONGEST_METADATA:
            kept.append(page[opens.start() : end])
        position = end
    kept.append(page[position:])
    return _DATA.sub("data:,", "".join(kept))


def words_of_page(page: str, encoding: str) -> Draft | None:
    """All the words of a page, its menus included, where it is too large to look for its story.

    Returns:
        A draft, or ``None`` where there are no words.
    """
    body = words_of_markup(page)
    if not body:
        return None
    match = _TITLE.search(page[:LARGE])
    title, text = titled(match["title"] if match else None, body)
    return Draft(text, WORDS, RULES_VERSION, encoding, title=title)
