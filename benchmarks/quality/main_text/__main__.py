"""Word F1 of the main text on a hundred pages: ``python -m benchmarks.quality.main_text``.

The pages are written in the manner of twenty sites around twenty invented articles. Beside ours
stand bare trafilatura and, where it is installed, resiliparse, in the same run. The headline is
taken out of every answer: whether a tool gives it is a choice, not a fault.
"""

from __future__ import annotations

import sys

from benchmarks.quality.main_text.measuring import by_site, measure


def main() -> int:
    """Print the figures of all tools, and ours by site."""
    for row, value in measure().items():
        print(f"{row:<36}{value:6.1f}")
    for site, figures in by_site().items():
        print(
            f"  {site:<14}" + "".join(f"{tool} {value:5.1f}   " for tool, value in figures.items())
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
