from __future__ import annotations

from datetime import datetime, timedelta

from twosource.reference.zones import load_zones, zone_named


def test_a_zone_is_known_by_its_name_and_no_other():
    zone = zone_named("Asia/Kolkata")
    assert zone is not None
    assert zone.utcoffset(datetime(2031, 4, 9)) == timedelta(hours=5, minutes=30)  # noqa: DTZ001
    assert zone_named("Asia/Nowhere") is None
    assert zone_named("../zones") is None
    assert zone_named("") is None


def test_every_zone_of_the_database_can_be_read():
    assert len(load_zones()) > 400
    assert all(zone_named(name) is not None for name in load_zones())
