"""A calibration as people read it: the fit, and what it leaves open."""

from collections.abc import Iterator
from pathlib import Path

from rich.table import Table

from sim.analysis.calibration import Calibration
from sim.cli.evidence_table import build_evidence
from sim.cli.output import build_console


def print_calibration(found: Calibration, written: Path | None) -> None:
    """Print a calibration.

    Parameters
    ----------
    found
        What was found.
    written
        The new scenario file, where there is one.
    """
    console = build_console()
    console.print(f"[bold]{found.service}[/bold]: the best of {found.evaluations} candidates")
    console.print(build_evidence(found.best.rows, console.width))
    console.print()
    for line in _tell_fit(found):
        console.print(line, markup=False)
    console.print()
    console.print(_quantities(found))
    console.print()
    console.print(_causes(found))
    console.print()
    for line in (*_tell_open(found), *_tell_departures(found), _tell_next(found, written)):
        console.print(line, markup=False)


def _tell_fit(found: Calibration) -> Iterator[str]:
    before, after = found.filed, found.best
    within = sum(row.verdict == "within" for row in after.rows)
    yield f"{within} of {len(after.rows)} figures within tolerance."
    yield (
        f"Worst misfit {after.worst:.2f} (1: at the end of a tolerance); "
        f"with the file's own values {before.worst:.2f}."
    )


def _quantities(found: Calibration) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("fitted quantity", overflow="fold")
    for name in ("file", "best", "fit alike", "of its range"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in found.identified:
        spread = f"{one.low:.4g} to {one.high:.4g}"
        numbers = (f"{one.filed:.4g}", f"{one.best:.4g}", spread, f"{100 * one.share:.0f} %")
        table.add_row(one.key, *numbers)
    return table


def _causes(found: Calibration) -> Table:
    """Show what fits alike and may fail for other reasons."""
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("failure contacts a case, first design", overflow="fold")
    for name in ("best", "fit alike"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in found.causes:
        if one.high > 0:
            table.add_row(one.measure, f"{one.best:.2f}", f"{one.low:.2f} to {one.high:.2f}")
    return table


def _tell_open(found: Calibration) -> Iterator[str]:
    if found.best.values == found.filed.values:
        yield "Nothing fits better than the file's own values."
    if len(found.ensemble) == 1:
        yield "Only one candidate fits; try more with --evaluations before you believe it."
        return
    loose = [one.key for one in found.identified if not one.is_identified]
    yield f"{len(found.ensemble)} candidates that fit alike, chosen to differ."
    if loose:
        yield f"The evidence does not say what these are: {', '.join(loose)}."
    else:
        yield "The evidence says what all of them are."


def _tell_departures(found: Calibration) -> Iterator[str]:
    for one in found.departures:
        yield f"Mechanism constant {one.key} is {one.value:g} here, {one.usual:g} in most services."


def _tell_next(found: Calibration, written: Path | None) -> str:
    if written is not None:
        return f"Compare: requisite compare {written}"
    return "Nothing is written. To keep it: --write NEW-FILE.toml"
