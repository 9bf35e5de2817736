"""What is made while the package is built: catalogs of translations, and the compiled engine."""

import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILDS = (sys.executable, "-m", "sim.cli.build_engine")
NAMES = (
    *(sys.executable, "-c"),
    "from sim.engines.fast.machine.library import name_library; print(name_library())",
)
BUILT = Path("sim", "engines", "fast", "built")


class CompilePackage(BuildHookInterface):
    """Compiles what the package is to hold beside its sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are gathered.

        A checkout is used in place: its engine is compiled by `make install`, which shows how far
        it is. A wheel that could not be given an engine suits every machine, and compiles there.
        """
        self._compile_catalogs(build_data)
        if self.target_name == "wheel" and version == "standard":
            self._compile_engine(build_data)

    def _compile_catalogs(self, build_data: dict[str, Any]) -> None:
        """Make a ``.mo`` beside each ``.po``."""
        for source in Path(self.root, "sim", "words", "locale").rglob("*.po"):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                write_mo(mo, read_po(po, locale=source.parts[-3]))
        build_data["artifacts"].append("sim/words/locale/**/*.mo")

    def _compile_engine(self, build_data: dict[str, Any]) -> None:
        """Make the library of these sources for machines of this kind."""
        for command in (BUILDS, NAMES):
            told = subprocess.run(command, cwd=self.root, check=True, stdout=subprocess.PIPE)
        library = BUILT / told.stdout.decode().strip()
        if Path(self.root, library).exists():
            build_data["artifacts"].append(library.as_posix())
            platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
            build_data["pure_python"], build_data["tag"] = False, f"py3-none-{platform}"
