"""Main text: pages in the manner of twenty sites, and how much of their story is found."""

from benchmarks.quality.main_text.measuring import CORPUS, NAME, PEERS, measure

__all__ = ["CORPUS", "NAME", "PEERS", "measure"]
