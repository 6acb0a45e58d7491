"""The brief as one HTML file that needs no script, no network and no other file."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from twosource.brief.inert import inert
from twosource.brief.marks import UNLED_HEADING
from twosource.brief.page import page_of
from twosource.model.case import Case

TEMPLATE = "brief.html.j2"


def html_brief(case: Case) -> str:
    """Write the brief with the full text of its reports as a single HTML page.

    Report text goes in as escaped text only, with control characters made inert; the page allows
    no script and no request (its content security policy says so). Every line links to the exact
    words that it rests on, and every quoted passage links back to its lines.

    Args:
        case: The case whose brief to write.

    Returns:
        The page; the same case gives the same characters.
    """
    template = _environment().get_template(TEMPLATE)
    return template.render(page=page_of(case), unled_heading=UNLED_HEADING)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("twosource.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["inert"] = inert
    return environment
