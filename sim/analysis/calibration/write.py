"""Writing a calibrated scenario: the file as it was, comments and all, with other numbers."""

from pathlib import Path
from typing import Any

import tomlkit

from sim.analysis.calibration.calibration import Calibration
from sim.errors import RunError
from sim.message import Message
from sim.results import check_writable, find_version


def write_scenario(source: Path, target: Path, calibration: Calibration) -> None:
    """Write a calibrated file with the values that fit best to a new file.

    Raises
    ------
    RunError
        If there is such a file already, or it cannot be written.
    """
    check_new(target)
    document = tomlkit.parse(source.read_text(encoding="utf-8"))
    for quantity in calibration.identified:
        _find_quantity(document, quantity.key)["is"] = quantity.best
    text = _say_where_from(source, calibration) + tomlkit.dumps(document)
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        why = error.strerror or str(error)
        raise RunError(Message("{file}: cannot be written: {why}", file=target, why=why)) from error


def _find_quantity(document: Any, key: str) -> Any:
    for part in key.split("."):
        document = document[int(part) if part.isdecimal() else part]
    return document


def check_new(target: Path) -> None:
    """Check that a scenario may be written to a file: to a new one only.

    Raises
    ------
    RunError
        If there is such a file already, or no folder for it.
    """
    if target.exists():
        raise RunError(
            Message(
                "{file}: there is such a file already, and none is written over; name another",
                file=target,
            )
        )
    check_writable(target, overwrite=False)


def _say_where_from(source: Path, calibration: Calibration) -> str:
    """Return comments that say how the numbers came about."""
    lines = [
        f"Calibrated from {source.name} by requisite {find_version('requisite')}: "
        f"{calibration.evaluations} candidates,",
        f"{calibration.replications} replications of each, seed {calibration.seed}. "
        f"Worst misfit {calibration.best.worst:.2f} (1: at the end of a tolerance).",
        *(
            f"{one.key}: {one.filed:g} -> {one.best:g}; {one.low:g} to {one.high:g} fit alike"
            for one in calibration.identified
        ),
    ]
    return "".join(f"# {line}\n" for line in lines) + "#\n"
