"""Times of exports, feeds and mail: to the second where a zone is printed, never guessed."""

from __future__ import annotations

import pytest

from twosource.documents.moments import moment_of
from twosource.model.time import ZoneBasis


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("Thu, 04 Mar 2021 05:06:07 GMT", "2021-03-04T05:06:07+00:00"),
        ("Thu, 4 Mar 2021 05:06:07 +0100 (CET)", "2021-03-04T05:06:07+01:00"),
        ("04 Mar 2021 05:06:07 -0500", "2021-03-04T05:06:07-05:00"),
        ("Thu Mar 04 05:06:07 +0000 2021", "2021-03-04T05:06:07+00:00"),
        ("2021-03-04 05:06:07 EST", "2021-03-04T05:06:07-05:00"),
        ("2021-03-04 05:06:07 UTC", "2021-03-04T05:06:07+00:00"),
        ("2021-03-04T05:06:07Z", "2021-03-04T05:06:07+00:00"),
        ("Thu, 04 Mar 2021 05:06:07 -0000", "2021-03-04T05:06:07"),
        ("Thu, 04 Mar 2021 05:06:07 XYZ", "2021-03-04T05:06:07"),
        ("2021-03-04 05:06:07 CET", "2021-03-04"),
        ("4 March 2021", "2021-03-04"),
        (1614834367000, "2021-03-04T05:06:07+00:00"),
        ("Thu, 40 Mar 2021 05:06:07 GMT", None),
        ("Thu, 04 Mar 0001 05:06:07 GMT", None),
        ("03/04/2021", None),
        ("yesterday", None),
        (True, None),
        (None, None),
    ],
)
def test_a_time_is_read_as_far_as_it_is_printed(value, at):
    found = moment_of(value)
    assert (found.at if found else None) == at


def test_a_zone_that_is_not_printed_is_unknown():
    found = moment_of("Thu, 04 Mar 2021 05:06:07 -0000")
    assert found is not None
    assert found.interval.zone_basis is ZoneBasis.UNKNOWN
