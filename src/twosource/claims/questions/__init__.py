"""What the reports of a case give answers to, and which of their values answer one question."""

from twosource.claims.questions.asking import questions_of

__all__ = ["questions_of"]
