"""Checks: which printed details cannot be true, one question per module, three answers each."""

from twosource.checks.quotation import quotations_of
from twosource.checks.run import findings_of

__all__ = ["findings_of", "quotations_of"]
