"""How much of the story each tool finds, and how much that is none of it."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from statistics import mean

import trafilatura
from benchmarks.quality.main_text.articles import ARTICLES, Article, read_articles
from benchmarks.quality.main_text.more_sites import pages

from twosource.documents.extract import reports_from
from twosource.model.original import seal
from twosource.model.report import Report, readable

NAME = "main_text"
CORPUS = tuple(
    ARTICLES.with_name(name)
    for name in ("articles.md", "articles.py", "clutter.py", "sites.py", "more_sites.py")
)
PEERS: Mapping[str, Mapping[str, float]] = {}

_WORD = re.compile(r"\w+")


def _ours(page: str) -> str:
    """What Twosource reads of a page: its text without what it labels as furniture."""
    items = reports_from(seal("a.html", page.encode()))
    return "\n".join(readable(item) for item in items if isinstance(item, Report))


def _trafilatura(page: str) -> str:
    return trafilatura.extract(page) or ""


def _resiliparse(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return str(extract_plain_text(page, main_content=True))


def _resiliparse_tuned(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return str(extract_plain_text(page, main_content=True, comments=False, alt_texts=False))


def tools() -> dict[str, Callable[[str], str]]:
    """The tools that are measured; resiliparse where it is installed."""
    found: dict[str, Callable[[str], str]] = {"ours": _ours, "trafilatura": _trafilatura}
    if importlib.util.find_spec("resiliparse") is not None:
        found |= {"resiliparse": _resiliparse, "resiliparse_tuned": _resiliparse_tuned}
    return found


def scores(answer: str, article: Article) -> tuple[float, float, float]:
    """Precision, recall and F1 of an answer's words, each as often as it stands, in per cent."""
    wanted = Counter(_WORD.findall(article.body.lower()))
    title = re.compile(r"\W+".join(map(re.escape, _WORD.findall(article.title))), re.IGNORECASE)
    given = Counter(_WORD.findall(title.sub(" ", answer, count=1).lower()))
    shared = sum((wanted & given).values())
    precision = shared / max(1, sum(given.values()))
    recall = shared / sum(wanted.values())
    f1 = 2 * precision * recall / (precision + recall) if shared else 0.0
    return 100 * precision, 100 * recall, 100 * f1


@cache
def _all_scores() -> dict[str, list[tuple[str, tuple[float, float, float]]]]:
    made = pages(read_articles())
    return {
        name: [(site, scores(tool(page), article)) for site, article, page in made]
        for name, tool in tools().items()
    }


def measure() -> dict[str, float]:
    """Means over the pages, and the worst page; rows of a peer begin with ``peer.``."""
    figures: dict[str, float] = {}
    for name, found in _all_scores().items():
        lead = "main_text" if name == "ours" else f"peer.main_text.{name}"
        figures[f"{lead}.word_f1"] = mean(f1 for _, (_, _, f1) in found)
        figures[f"{lead}.precision"] = mean(p for _, (p, _, _) in found)
        figures[f"{lead}.recall"] = mean(r for _, (_, r, _) in found)
        if name == "ours":
            figures[f"{lead}.worst_page"] = min(f1 for _, (_, _, f1) in found)
    return figures


def by_site() -> dict[str, dict[str, float]]:
    """Mean F1 of each tool by site."""
    told: dict[str, dict[str, float]] = {}
    for name, found in _all_scores().items():
        for site in dict.fromkeys(site for site, _ in found):
            f1 = mean(score[2] for at, score in found if at == site)
            told.setdefault(site, {})[name] = f1
    return told
