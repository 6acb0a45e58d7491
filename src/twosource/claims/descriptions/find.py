"""All descriptions of one report."""

from __future__ import annotations

from twosource.claims.descriptions.description import Description
from twosource.claims.descriptions.loose import loose_names_in
from twosource.claims.descriptions.offices import offices_in
from twosource.claims.descriptions.scan import Scan
from twosource.claims.descriptions.short import short_forms_in
from twosource.claims.descriptions.sites import sites_in
from twosource.language.interface import Reading
from twosource.model.report import Report


def descriptions_in(report: Report, reading: Reading) -> tuple[Description, ...]:
    """Find the phrases that describe somebody in office, a body or a site.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of ``readable(report)``, so that offsets agree.

    Returns:
        The descriptions in order of offset. An office without an owner ("the mayor") describes
        nobody here: within its report it is resolved with the speakers.
    """
    scan = Scan(reading)
    found = [
        *offices_in(report, scan),
        *sites_in(report, scan),
        *loose_names_in(report, scan),
        *short_forms_in(report, scan),
    ]
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind)))
