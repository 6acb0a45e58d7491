"""Identity by content: the same fields give the same id on every machine and in every run.

An id says nothing about when or where it was made. Two nouns with equal identity-bearing fields
are one noun; whatever does not bear identity (a score, a label) stays out of the hash.
"""

from __future__ import annotations

import hashlib
import json
from typing import NewType

ReportId = NewType("ReportId", str)
EntityId = NewType("EntityId", str)
StatementId = NewType("StatementId", str)
LineId = NewType("LineId", str)
QuestionId = NewType("QuestionId", str)
ClaimId = NewType("ClaimId", str)
OriginId = NewType("OriginId", str)
ContradictionId = NewType("ContradictionId", str)
WordingId = NewType("WordingId", str)
HypothesisId = NewType("HypothesisId", str)

ID_DIGITS = 16
"""Hexadecimal digits kept of the hash: 64 bits, a collision in a billion items has odds of 3 %."""


def content_id(prefix: str, *fields: str | int | None) -> str:
    """Hash identity-bearing fields into an id such as ``st-9f86d081884c7d65``.

    Args:
        prefix: Says what kind of noun the id names, for people who read an export.
        fields: The identity-bearing fields, in a fixed order. ``None`` differs from ``""``.

    Returns:
        The prefix, a hyphen and 16 hexadecimal digits of the SHA-256 of the fields as JSON.
    """
    payload = json.dumps([prefix, *fields], ensure_ascii=True, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(payload.encode('ascii')).hexdigest()[:ID_DIGITS]}"
