"""Making report text inert for display, under the name that writers and other rooms know it by."""

from __future__ import annotations

from twosource.model.inert import CONTROL_PICTURES, REPLACEMENT, inert

__all__ = ["CONTROL_PICTURES", "REPLACEMENT", "inert"]
