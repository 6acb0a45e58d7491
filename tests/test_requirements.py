"""What is pinned: one version of each package, and one that everything else can stand."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements/lock.txt", "requirements/dev.lock")


def pinned(name: str) -> dict[str, str]:
    """The versions of a file of pins, by the names of the packages."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    pins = [line.partition("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(package): version for package, _, version in pins}


def asked_for(name: str) -> list[Requirement]:
    """What pyproject.toml asks for in the part that a file of pins answers."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    tools = told["dependency-groups"]["dev"] if name == LOCKS[1] else []
    return [Requirement(one) for one in (*told["project"]["dependencies"], *tools)]


def test_tools_are_pinned_beside_the_versions_that_a_user_gets() -> None:
    runtime, tools = (pinned(name) for name in LOCKS)
    assert {package: tools.get(package) for package in runtime} == runtime


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_asked_for_is_pinned_to_a_version_that_fits(name: str) -> None:
    pins = pinned(name)
    for wanted in asked_for(name):
        assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)]), str(wanted)


@pytest.mark.parametrize("name", LOCKS)
def test_no_pinned_package_refuses_the_version_that_another_is_pinned_to(name: str) -> None:
    pins, tools = pinned(name), pinned(LOCKS[1])
    refused = [
        f"{found.metadata['Name']} asks for {wanted}"
        for found in metadata.distributions()
        if tools.get(canonicalize_name(found.metadata["Name"])) == found.version
        for wanted in map(Requirement, found.requires or ())
        if canonicalize_name(wanted.name) in pins
        and (wanted.marker is None or wanted.marker.evaluate({"extra": ""}))
        and not wanted.specifier.contains(pins[canonicalize_name(wanted.name)], prereleases=True)
    ]
    assert refused == []


def test_the_peers_are_pinned_as_their_group_asks_for_them() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pins = pinned("requirements/peers.txt")
    for wanted in map(Requirement, told["dependency-groups"]["compare"]):
        assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)])
    assert all(re.fullmatch(r"[\d.]+", version) for version in pins.values())
