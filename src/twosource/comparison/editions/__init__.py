"""Editions of one report: which words changed, what that does to its statements, what it admits."""
