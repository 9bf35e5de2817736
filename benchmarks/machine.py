"""What the figures were measured on."""

import platform
import subprocess
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("numba", "numpy", "scipy", "simpy", "ciw", "salabim")


def describe_machine(names: Sequence[str] = PACKAGES) -> str:
    """Return the date, the machine and the versions of some packages, as Markdown."""
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    return (
        f"Measured on {date.today().isoformat()}: {_read('/proc/cpuinfo', 'model name')}, "
        f"{_count_cores()} cores, {_memory_gib()} GiB of memory, {platform.system()} "
        f"{platform.release().split('-')[0]}, "
        f"Python {platform.python_version()}, {packages}, {_compiler()}."
    )


def _read(path: str, field: str) -> str:
    lines = Path(path).read_text().splitlines() if Path(path).exists() else []
    found = [line.split(":", 1)[1].strip() for line in lines if line.startswith(field)]
    return found[0] if found else platform.machine()


def _count_cores() -> int:
    from joblib import cpu_count

    return int(cpu_count())


def _memory_gib() -> int:
    return round(int(_read("/proc/meminfo", "MemTotal").split()[0]) / 2**20)


def _compiler() -> str:
    told = subprocess.run(["cc", "--version"], check=False, capture_output=True, text=True)
    return (told.stdout.splitlines() or ["no C compiler"])[0]
