"""Which explanations the reports offer, and what speaks for and against each."""

from twosource.hypotheses.find import Ground, hypotheses_of

__all__ = ["Ground", "hypotheses_of"]
