"""Which explanations the reports offer, and what speaks for and against each."""

from twosource.hypotheses.find import hypotheses_of

__all__ = ["hypotheses_of"]
