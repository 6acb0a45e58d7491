"""Broken originals give reports or one line; thousands more in ``benchmarks.faults.inputs``."""

from __future__ import annotations

import pytest
from benchmarks.faults.inputs import taken
from benchmarks.faults.mutations import mutated, sound_originals

from twosource.documents.extract import reports_from
from twosource.model.original import SUPPORTED_SUFFIXES, ending_of, seal
from twosource.model.report import Report

SOUND = sound_originals()
ALIKE = {".markdown": ".md", ".htm": ".html", ".atom": ".rss", ".xml": ".rss"}


def test_every_format_is_broken() -> None:
    assert {ending_of(name) for name in SOUND} == {ALIKE.get(s, s) for s in SUPPORTED_SUFFIXES}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_original_is_read(name: str) -> None:
    assert any(isinstance(item, Report) for item in reports_from(seal(name, SOUND[name])))


@pytest.mark.parametrize("name", SOUND)
def test_a_broken_original_gives_reports_or_one_line(name: str) -> None:
    for number, data in enumerate(mutated(SOUND[name], 40, seed=1)):
        assert taken(name, data)[1] == [], number


def test_the_same_seed_breaks_in_the_same_way() -> None:
    assert list(mutated(b"The ferry left.", 9)) == list(mutated(b"The ferry left.", 9))
