"""The state of an installation: an extra that is not there is named with how to get it."""

from __future__ import annotations

from twosource.engine.health import extra_check

REQUIREMENTS = [
    "typer<1,>=0.20",
    'typst>=0.13; extra == "pdf"',
    "pytest>=8; extra == 'warc'",
    'a-package-that-nobody-has[x]>=2; extra == "server"',
]


def test_an_extra_that_is_installed_is_told_with_its_versions() -> None:
    check = extra_check("warc", REQUIREMENTS)
    assert (check.name, check.ok) == ("extra warc", True)
    assert check.detail.startswith("pytest ")


def test_an_extra_that_is_missing_is_no_fault_and_told_with_the_remedy() -> None:
    check = extra_check("server", REQUIREMENTS)
    assert check.ok
    assert check.detail == "not installed; for it: pip install 'twosource[server]'"
