"""Phrases that describe a person in office, the body around an office, or a site."""

from twosource.claims.descriptions.description import Description, DescriptionKind
from twosource.claims.descriptions.find import descriptions_in

__all__ = ["Description", "DescriptionKind", "descriptions_in"]
