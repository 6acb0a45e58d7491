"""Originals to reports: decoding, extraction, cleaning with an offset map, labelled regions."""
