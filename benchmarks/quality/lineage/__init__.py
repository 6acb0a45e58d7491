"""Who copied whom: the lineage of texts made by controlled edits.

``python -m benchmarks.quality.lineage --split dev --errors`` lists what went wrong by edit.
"""

from benchmarks.quality.lineage.measuring import CORPUS, NAME, PEERS, measure

__all__ = ["CORPUS", "NAME", "PEERS", "measure"]
