"""Lineage: shared text, aligned paraphrase and citations, each edge verified by itself."""
