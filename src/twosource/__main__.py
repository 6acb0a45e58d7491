"""``python -m twosource``: the same as the command ``twosource``."""

from __future__ import annotations

from twosource.cli.main import main

if __name__ == "__main__":
    main()
