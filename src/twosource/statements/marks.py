"""Marks as tokens: what opens and closes a quotation, and what parts a tag from its sentence."""

from __future__ import annotations

OPENING_MARKS = frozenset({"“", '"', "‘", "'", "''", "«", "(", "["})
CLOSING_QUOTES = frozenset({"”", '"', "’", "'", "''", "»"})
COMMAS = CLOSING_QUOTES | {",", "—", "–", "-"}
