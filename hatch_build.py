"""Puts the workbench into the wheel and the source distribution.

The bundle is built by Node from ``frontend/`` into ``src/twosource/_web``. Where it is there
already, as in an unpacked source distribution, nothing is built; where npm is missing, the package
is made without it, and the server then shows the read-only report and says how to build.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WorkbenchHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own generics vary
    """Builds the workbench before a wheel or a source distribution is packed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the bundle if it is wanted, missing and can be built.

        Args:
            version: What is built: ``standard`` or ``editable``.
            build_data: What hatchling packs; left as it is, since the bundle is an artifact.

        Raises:
            RuntimeError: If npm is there and the build fails or gives no page.
        """
        if version == "editable" or self._page().is_file():
            return
        frontend, npm = Path(self.root) / "frontend", shutil.which("npm")
        if npm is None or not frontend.is_dir():
            self.app.display_warning("npm is not there: this package has no workbench")
            return
        for command in (["ci"], ["run", "build"]):
            result = subprocess.run([npm, *command], cwd=frontend, check=False)
            if result.returncode:
                raise RuntimeError(f"npm {' '.join(command)} failed in {frontend}")
        if not self._page().is_file():
            raise RuntimeError(f"the build of the workbench gave no {self._page()}")

    def _page(self) -> Path:
        return Path(self.root) / "src/twosource/_web/index.html"
