"""The pages of the main-text benchmark hold their articles, and their score means what it says."""

from __future__ import annotations

import pytest
from benchmarks.quality.main_text.articles import read_articles, story
from benchmarks.quality.main_text.measuring import scores
from benchmarks.quality.main_text.more_sites import SITES, pages

ARTICLES = read_articles()
PAGES = pages(ARTICLES)


def test_there_are_a_hundred_pages_of_twenty_sites() -> None:
    assert len({page for _, _, page in PAGES}) == 100
    assert len({site for site, _, _ in PAGES}) == len(SITES) == 20
    assert {article.number for _, article, _ in PAGES} == set(range(20))


@pytest.mark.parametrize(("site", "article", "page"), PAGES[::9])
def test_a_page_holds_every_word_of_its_article(site: str, article, page: str) -> None:
    assert scores(page, article)[1] > 99, site


def test_a_score_counts_what_is_missing_and_what_is_too_much() -> None:
    article = ARTICLES[0]
    assert scores(article.body, article) == (100, 100, 100)
    assert scores(f"{article.title}\n\n{article.body}", article) == (100, 100, 100)
    assert scores("", article) == (0, 0, 0)
    half = article.body[: len(article.body) // 2]
    precision, recall, _ = scores(half, article)
    assert precision > 99
    assert 45 < recall < 55
    precision, recall, _ = scores(article.body * 2, article)
    assert (round(precision), recall) == (50, 100)
    assert story(article).count("<h2>") == 1
