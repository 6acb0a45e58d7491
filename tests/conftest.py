"""What holds for every test: no network, and property tests that always try the same examples."""

from __future__ import annotations

import os
import socket
from functools import partial
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.databases import postgres
from tests.examining import Examined, case_of

from twosource.engine.examination import examine
from twosource.model.case import Case

__all__ = ["postgres"]

for _name in [name for name in os.environ if name.startswith("TWOSOURCE_")]:
    del os.environ[_name]
os.environ["TWOSOURCE_CONFIG"] = os.devnull  # the settings of whoever runs the tests do not count

settings.register_profile(
    "local",
    deadline=None,
    max_examples=50,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("local"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "local"))


class NetworkUsedError(AssertionError):
    """A test reached for the network."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden files anew."""
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="Write the golden files from what comes out now, to be reviewed as a diff.",
    )


@pytest.fixture(scope="session")
def example() -> Case:
    """The bundled example, examined once for every test that writes it."""
    return examine(Path(str(files("twosource.cli") / "example" / "reports"))).case


@pytest.fixture
def examined(tmp_path: Path) -> Examined:
    """The case of reports given by their text."""
    return partial(case_of, tmp_path)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and every look-up of a name. Offline is the default state."""

    def refuse(*args: object, **_: object) -> None:
        raise NetworkUsedError(f"a test reached for the network: {args!r}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
