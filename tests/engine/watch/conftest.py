"""Beneath a watch the tests refuse every connection but one to 127.0.0.1."""

from __future__ import annotations

from tests.sources.test_fetch import no_network

__all__ = ["no_network"]
