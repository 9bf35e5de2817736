"""Writing a calibrated scenario: the file as it was, comments and all, with other numbers."""

import os
from collections.abc import Sequence
from pathlib import Path

import tomlkit

from sim.analysis.calibration.calibration import Calibration, Identified
from sim.analysis.calibration.shared_calibration import SharedCalibration
from sim.analysis.calibration.trial import find_quantity
from sim.errors import RunError
from sim.files import check_ending, check_writable, write_text
from sim.installed import find_version
from sim.message import Message
from sim.scenario.files import MECHANISMS


def write_scenario(source: Path, target: Path, calibration: Calibration) -> None:
    """Write a calibrated file with the values that fit best to a new file.

    Raises
    ------
    RunError
        If there is such a file already, or it cannot be written, or the calibrated one is gone.
    """
    check_new(target)
    how = [
        f"{calibration.evaluations} candidates,",
        f"{calibration.replications} replications of each, seed {calibration.seed}. "
        f"Worst misfit {calibration.best.worst:.2f} (1: at the end of a tolerance).",
    ]
    _write_best(source, target, calibration.identified, how)


def write_shared(sources: Path, target: Path, calibration: SharedCalibration) -> None:
    """Write the shared file and those of the services, with what fits best, to a new folder.

    Parameters
    ----------
    sources
        The folder of the files that were calibrated.
    target
        The new folder.
    calibration
        What was found.

    Raises
    ------
    RunError
        If there is such a folder already, or a file cannot be written, or a calibrated one is gone.
    """
    check_new_folder(target)
    how = [
        f"{calibration.evaluations} candidates,",
        f"{calibration.replications} replications of each, seed {calibration.seed}, "
        "to the evidence of all services at once.",
    ]
    found = {MECHANISMS: calibration.constants}
    found |= {one.service: one.quantities for one in calibration.services}
    try:
        target.mkdir()
    except OSError as error:
        raise RunError(_refuse_folder(target, str(error.strerror))) from error
    for name, identified in found.items():
        if identified:
            _write_best(sources / f"{name}.toml", target / f"{name}.toml", identified, how)


def _write_best(source: Path, target: Path, found: Sequence[Identified], how: list[str]) -> None:
    """Write a file with the values that fit best in place of its own, and how they came about."""
    document = _read_document(source)
    for quantity in found:
        find_quantity(document, quantity.key)["is"] = quantity.best
    write_text(target, _say_where_from(source, found, how) + tomlkit.dumps(document))


def _read_document(source: Path) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(source.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise RunError(
            Message("{file}: cannot be read any more: {why}", file=source, why=error)
        ) from error


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


def check_new_folder(target: Path) -> None:
    """Check that files may be written to a folder: to a new one only.

    Raises
    ------
    RunError
        If there is such a folder or file already, or none that it could be in.
    """
    if os.path.lexists(target):
        raise RunError(
            Message("{folder}: there is such a folder or file already; name another", folder=target)
        )
    if not target.parent.is_dir():
        raise RunError(_refuse_folder(target, Message("there is no folder that it could be in")))
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise RunError(_refuse_folder(target, Message("the folder above it may not be written to")))


def _refuse_folder(target: Path, why: str) -> Message:
    return Message("{folder}: cannot be made: {why}", folder=target, why=why)


def _say_where_from(source: Path, found: Sequence[Identified], how: list[str]) -> str:
    """Return comments that say how the numbers came about."""
    first, *others = how
    lines = [
        f"Calibrated from {source.name} by requisite {find_version('requisite')}: {first}",
        *others,
        *(
            f"{one.key}: {one.filed:g} -> {one.best:g}; {one.low:g} to {one.high:g} fit alike"
            for one in found
        ),
    ]
    return "".join(f"# {line}\n" for line in lines) + "#\n"
