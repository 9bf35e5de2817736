"""The C of this folder, compiled by the system's compiler when it is asked for."""

import ctypes
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

COMPILE = ("cc", "-std=c11", "-O3", "-Wall", "-Wextra", "-shared", "-fPIC")
"""-O3 beats -O2 by a third on the log; -march=native on top of it gains nothing."""


@cache
def load(name: str) -> ctypes.CDLL:
    """Compile a file of this folder and load it.

    Parameters
    ----------
    name
        Of the file, without ``.c``.
    """
    source = Path(__file__).with_name(f"{name}.c")
    with TemporaryDirectory() as folder:
        library = Path(folder) / f"{name}.so"
        subprocess.run([*COMPILE, "-o", library, source, "-lm"], check=True)
        return ctypes.CDLL(str(library))  # stays in memory when its file is gone
