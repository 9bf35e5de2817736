"""What a calibration says: how well a service fits its evidence, and what that leaves open."""

from collections.abc import Iterator
from pathlib import Path

from sim.analysis.calibration import Calibration
from sim.analysis.evidence import WITHIN
from sim.message import Message
from sim.words.language import say
from sim.words.numbers import write_decimal, write_list, write_number

QUANTITY_COLUMNS = (
    Message("fitted quantity"),
    Message("file"),
    Message("best"),
    Message("fit alike"),
    Message("of its range"),
)
CAUSE_COLUMNS = (
    Message("failure contacts a case, first design"),
    Message("best"),
    Message("fit alike"),
)


def tell_candidates(title: str, found: Calibration) -> str:
    """Tell of which service this is, and how many candidates were tried."""
    return say(Message("**{title}**: the best of {n} candidates", title=title, n=found.evaluations))


def tell_fit(found: Calibration) -> Iterator[str]:
    """Tell how many figures are met, and how far off the worst is."""
    before, after = found.filed, found.best
    within = sum(row.verdict == WITHIN for row in after.rows)
    yield say(
        Message("{within} of {of} figures within tolerance.", within=within, of=len(after.rows))
    )
    yield say(
        Message(
            "Worst misfit {worst} (1: at the end of a tolerance); with the file's own values "
            "{before}.",
            worst=write_number(after.worst, 2),
            before=write_number(before.worst, 2),
        )
    )


def tell_open(found: Calibration) -> Iterator[str]:
    """Tell what the evidence leaves open, and which constants differ from those of others."""
    yield from map(say, _tell_ensemble(found))
    for one in found.departures:
        yield say(
            Message(
                "Mechanism constant {key} is {value} here, {usual} in most services.",
                key=one.key,
                value=write_decimal(one.value),
                usual=write_decimal(one.usual),
            )
        )


def _tell_ensemble(found: Calibration) -> Iterator[Message]:
    if found.best.values == found.filed.values:
        yield Message("Nothing fits better than the file's own values.")
    if len(found.ensemble) == 1:
        yield Message("Only one candidate fits; try more with --evaluations before you believe it.")
        return
    n = len(found.ensemble)
    yield Message("{n} candidates that fit alike, chosen to differ.", n=n)
    loose = [one.key for one in found.identified if not one.is_identified]
    if loose:
        yield Message("The evidence does not say what these are: {keys}.", keys=write_list(loose))
    else:
        yield Message("The evidence says what all of them are.")


def write_digits(number: float) -> str:
    """Write a number with four digits, as many as a fit says something about."""
    return write_decimal(float(f"{number:.4g}"))


def write_ends(low: str, high: str) -> str:
    """Write the least and the largest of what fits alike."""
    return say(Message("{low} to {high}", low=low, high=high))


def tell_written(file: Path) -> str:
    """Tell that a new scenario file is there."""
    return say(Message("written: {file}", file=file))


def tell_next(written: Path | None) -> str:
    """Tell what to do with what was found."""
    if written is not None:
        return say(Message("Compare: {command}", command=f"requisite compare {written}"))
    return say(Message("Nothing is written. To keep it: {option}", option="--write NEW-FILE.toml"))
