"""What a library can be made for on this machine, and with what; to be asked before Numba is there.

For which processor Numba compiles, it asks the environment once, when it is imported.
"""

import platform
import shutil
from typing import NamedTuple

from sim.errors import RunError
from sim.message import Message

PROCESSORS = {"x86_64": "x86-64", "aarch64": "generic"}
"""What LLVM calls the least of the processors of a kind of machine."""
LINKERS = ("ld", "ld.bfd", "ld.gold", "ld.lld")


class Target(NamedTuple):
    """What is compiled for, and with what it is linked."""

    processor: str
    linker: str

    @property
    def environment(self) -> dict[str, str]:
        """Return what makes Numba compile for it: for nothing that only some of its kind have."""
        return {"NUMBA_CPU_NAME": self.processor, "NUMBA_CPU_FEATURES": ""}


def find_target() -> Target:
    """Return what a library can be made for on this machine.

    Raises
    ------
    RunError
        If none can.
    """
    machine, system = platform.machine(), platform.system()
    if system != "Linux" or machine not in PROCESSORS:
        raise RunError(
            Message("no library is made for {system} on {machine}", system=system, machine=machine)
        )
    linker = next(filter(None, map(shutil.which, LINKERS)), None)
    if linker is None:
        raise RunError(Message("there is no linker; Debian: apt-get install binutils"))
    return Target(PROCESSORS[machine], linker)
