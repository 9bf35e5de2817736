"""Writing a calibrated scenario: the file as it was, comments and all, with other numbers."""

from pathlib import Path
from typing import Any

import tomlkit

from sim.analysis.calibration.calibration import Calibration
from sim.errors import RunError
from sim.files import check_ending, check_writable, write_text
from sim.message import Message
from sim.results import find_version


def write_scenario(source: Path, target: Path, calibration: Calibration) -> None:
    """Write a calibrated file with the values that fit best to a new file.

    Raises
    ------
    RunError
        If there is such a file already, or it cannot be written, or the calibrated one is gone.
    """
    check_new(target)
    document = _read_document(source)
    for quantity in calibration.identified:
        _find_quantity(document, quantity.key)["is"] = quantity.best
    write_text(target, _say_where_from(source, calibration) + tomlkit.dumps(document))


def _read_document(source: Path) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(source.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise RunError(
            Message("{file}: cannot be read any more: {why}", file=source, why=error)
        ) from error


def _find_quantity(document: Any, key: str) -> Any:
    for part in key.split("."):
        document = document[int(part) if part.isdecimal() else part]
    return document


def check_new(target: Path) -> None:
    """Check that a scenario may be written to a file: to a new one only.

    Raises
    ------
    RunError
        If there is such a file already, or no folder for it, or its name is none of a scenario.
    """
    if target.is_file():
        raise RunError(
            Message(
                "{file}: there is such a file already, and none is written over; name another",
                file=target,
            )
        )
    check_writable(target, overwrite=False)
    check_ending(target, (".toml",))


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
