"""What the package holds: the workbench where it is built or can be built, and never a broken one.

The builds are those of the project, of a source tree with little in it, so that they take no time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BUILT = ROOT / "src/twosource/_web"
NPM = """#!/bin/sh
[ "$1" = ci ] || { mkdir -p ../src/twosource/_web/assets
echo "<title>built</title>" > ../src/twosource/_web/index.html; }
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The project as it is packed, with one module and no page."""
    tree = tmp_path / "tree"
    (tree / "src/twosource").mkdir(parents=True)
    (tree / "frontend").mkdir()
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, tree / name)
    shutil.copy(ROOT / "src/twosource/__init__.py", tree / "src/twosource")
    (tree / ".gitignore").write_text("src/twosource/_web/\n", "utf-8")
    return tree


def build(tree: Path, kind: str = "wheel", npm: str = "") -> tuple[str, list[str]]:
    """Build a package as pip does; gives what was said, and the names of what is in it."""
    tools = tree.parent / "tools"
    tools.mkdir(exist_ok=True)
    if npm:
        (tools / "npm").write_text(npm, "utf-8")
        (tools / "npm").chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(tree / "dist")],
        cwd=tree,
        env=os.environ | {"PATH": f"{tools}{os.pathsep}/bin" if npm else str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    if done.returncode:
        raise ChildProcessError(said)
    (made,) = (tree / "dist").iterdir()
    if made.suffix == ".whl":
        return said, zipfile.ZipFile(made).namelist()
    with tarfile.open(made) as packed:
        return said, packed.getnames()


def test_without_npm_the_package_is_made_without_the_workbench_and_says_so(tree: Path) -> None:
    said, names = build(tree)
    assert "npm is not there: this package has no workbench" in said
    assert "twosource/__init__.py" in names
    assert not [name for name in names if "_web" in name]


def test_with_npm_the_workbench_is_built_into_wheel_and_source_distribution(tree: Path) -> None:
    _, names = build(tree, "sdist", NPM)
    assert [name for name in names if name.endswith("src/twosource/_web/index.html")]
    shutil.rmtree(tree / "dist")
    shutil.rmtree(tree / "src/twosource/_web")
    _, names = build(tree, "wheel", NPM)
    assert "twosource/_web/index.html" in names


def test_a_bundle_that_is_there_is_packed_whole_and_not_built_again(tree: Path) -> None:
    """As in an unpacked source distribution, on a machine that has no Node."""
    if (BUILT / "index.html").is_file():
        shutil.copytree(BUILT, tree / "src/twosource/_web")
    else:
        (tree / "src/twosource/_web/assets").mkdir(parents=True)
        (tree / "src/twosource/_web/index.html").write_text("<title>there</title>", "utf-8")
        (tree / "src/twosource/_web/assets/a.js").write_text("", "utf-8")
    bundle = {
        path.relative_to(tree / "src").as_posix()
        for path in (tree / "src/twosource/_web").rglob("*")
        if path.is_file()
    }
    said, names = build(tree, npm="#!/bin/sh\nexit 1\n")
    assert bundle <= set(names)
    assert "no workbench" not in said


def test_a_build_of_the_workbench_that_fails_fails_the_package(tree: Path) -> None:
    with pytest.raises(ChildProcessError, match="npm ci failed in"):
        build(tree, npm="#!/bin/sh\nexit 3\n")
    with pytest.raises(ChildProcessError, match="gave no"):
        build(tree, npm="#!/bin/sh\nexit 0\n")
