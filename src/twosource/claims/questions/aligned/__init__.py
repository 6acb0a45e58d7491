"""Clauses of two voices that are one but for one part, which cannot be both."""
