"""The formats that a case can leave in, in one literal tuple."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from twosource.errors import SettingsError
from twosource.exchange import limits
from twosource.model.case import Case
from twosource.model.report import Span
from twosource.model.review import Review

Signed = tuple[Review, tuple[Span, ...]]
"""A review of a person on an answer, with the words that it is about."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: What it is called for on the command line.
        suffix: Ending of its files, with the dot.
        holds: What a file of it holds, in a few words.
        binary: Whether it is no text.
        write: Gives the bytes of a file.
        cannot_hold: What of a case the format has no room for, one phrase each.
        signed: Gives the bytes for what people signed of a case, where the format holds nothing
            else; ``write`` then gives what it is without that.
    """

    name: str
    suffix: str
    holds: str
    binary: bool
    write: Callable[[Case], bytes]
    cannot_hold: tuple[str, ...] = ()
    signed: Callable[[Case, Sequence[Signed]], bytes] | None = None


def _html(case: Case) -> bytes:
    from twosource.brief.writers.html import html_brief
    from twosource.reference.borders import load_borders

    load_borders()
    return html_brief(case).encode("utf-8")


def _markdown(case: Case) -> bytes:
    from twosource.brief.writers.markdown import markdown_brief

    return markdown_brief(case.brief).encode("utf-8")


def _docx(case: Case) -> bytes:
    from twosource.brief.writers.word import docx_brief

    return docx_brief(case.brief)


def _pdf(case: Case) -> bytes:
    from twosource.brief.writers.typeset import pdf_brief

    return pdf_brief(case.brief)


def _csv(case: Case) -> bytes:
    from twosource.brief.writers.sheet import csv_brief

    # the mark by which spreadsheets know that a table is in UTF-8
    return csv_brief(case.brief).encode("utf-8-sig")


def _json(case: Case) -> bytes:
    from twosource.store.case_file import case_json

    return case_json(case).encode("utf-8")


def _review_csv(case: Case) -> bytes:
    from twosource.reviews.sheet import review_sheet

    return review_sheet(case).encode("utf-8-sig")


def _annotations(case: Case) -> bytes:
    from twosource.exchange.annotations import web_annotations

    return web_annotations(case)


def _geojson(case: Case) -> bytes:
    from twosource.exchange.places import geojson

    return geojson(case)


def _prov(case: Case) -> bytes:
    from twosource.exchange.provenance import prov

    return prov(case)


def _ftm(case: Case) -> bytes:
    from twosource.exchange.follow_the_money import ftm

    return ftm(case)


def _stix(case: Case) -> bytes:
    from twosource.exchange.stix import stix

    return stix(case)


def _claim_review(case: Case, signed: Sequence[Signed] = ()) -> bytes:
    from twosource.exchange.claim_review import claim_reviews

    return claim_reviews(case, signed)


def _data_package(case: Case) -> bytes:
    from twosource.exchange.data_package import data_package
    from twosource.store.case_file import case_json

    return data_package(case, case_json(case).encode("utf-8"))


def _wikitext(case: Case) -> bytes:
    from twosource.exchange.wikitext import wikitext

    return wikitext(case.brief).encode("utf-8")


FORMATS: tuple[Format, ...] = (
    Format("html", ".html", "the brief and the reports in one page", binary=False, write=_html),
    Format(
        "md", ".md", "the brief, with a footnote for each passage", binary=False, write=_markdown
    ),
    Format("docx", ".docx", "the brief for a word processor", binary=True, write=_docx),
    Format("pdf", ".pdf", "the brief for printing (extra pdf)", binary=True, write=_pdf),
    Format("csv", ".csv", "one row for each passage of each line", binary=False, write=_csv),
    Format("json", ".json", "the whole case", binary=False, write=_json),
    Format(
        "review-csv",
        ".csv",
        "one row for each statement, to be decided on in a spreadsheet",
        binary=False,
        write=_review_csv,
        cannot_hold=limits.REVIEW_CSV,
    ),
    Format(
        "annotations",
        ".jsonld",
        "every span as a W3C Web Annotation",
        binary=False,
        write=_annotations,
        cannot_hold=limits.ANNOTATIONS,
    ),
    Format(
        "geojson",
        ".geojson",
        "the places that answers mean, as areas",
        binary=False,
        write=_geojson,
        cannot_hold=limits.GEOJSON,
    ),
    Format(
        "prov",
        ".jsonld",
        "who says what and which report descends from which, in W3C PROV",
        binary=False,
        write=_prov,
        cannot_hold=limits.PROV,
    ),
    Format(
        "ftm",
        ".ftm.json",
        "reports, entities and mentions for FollowTheMoney, one to a line",
        binary=False,
        write=_ftm,
        cannot_hold=limits.FTM,
    ),
    Format(
        "stix",
        ".json",
        "speakers, statements, hypotheses and evidence as a STIX 2.1 bundle",
        binary=False,
        write=_stix,
        cannot_hold=limits.STIX,
    ),
    Format(
        "wikitext",
        ".wiki",
        "the brief for a wiki, with a reference for each passage",
        binary=False,
        write=_wikitext,
        cannot_hold=limits.WIKITEXT,
    ),
    Format(
        "claimreview",
        ".jsonld",
        "answers that a person accepted or corrected, as schema.org ClaimReview",
        binary=False,
        write=_claim_review,
        cannot_hold=limits.CLAIM_REVIEW,
        signed=_claim_review,
    ),
    Format(
        "datapackage",
        ".zip",
        "every table and the case file, as a Frictionless data package",
        binary=True,
        write=_data_package,
    ),
)


def format_named(name: str) -> Format:
    """The format of a name.

    Raises:
        SettingsError: If there is none; the message lists those that there are.
    """
    for one in FORMATS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in FORMATS)
    raise SettingsError(f"there is no format {name!r}; name one of {known}")
