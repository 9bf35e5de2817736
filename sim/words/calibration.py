"""What a calibration says: how well a service fits its evidence, and what that leaves open."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sim.analysis.calibration import Calibration, Identified
from sim.analysis.evidence import WITHIN
from sim.measures import MEASURES
from sim.message import Message
from sim.words.language import say
from sim.words.numbers import write_decimal, write_list, write_number, write_percent, write_range

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
HEADING = Message("**{title}**: the best of {n} candidates")
FIGURES_MET = Message("{within} of {of} figures within tolerance.")
WORST = Message(
    "Worst misfit {worst} (1: at the end of a tolerance); with the file's own values {before}."
)
DEPARTURE = Message("Mechanism constant {key} is {value} here, {usual} in the shared set.")
ENDS = Message("{low} to {high}")
WRITTEN = Message("written: {file}")


def tell_fit(found: Calibration) -> Iterator[str]:
    """Tell how many figures are met, and how far off the worst is."""
    before, after = found.filed, found.best
    within = sum(row.verdict == WITHIN for row in after.rows)
    yield say(FIGURES_MET, within=within, of=len(after.rows))
    worst, filed = write_number(after.worst, 2), write_number(before.worst, 2)
    yield say(WORST, worst=worst, before=filed)


def tell_open(found: Calibration) -> Iterator[str]:
    """Tell what the evidence leaves open, and which constants differ from those of others."""
    yield from map(say, tell_ensemble(found.identified))
    for one in found.departures:
        value, usual = write_decimal(one.value), write_decimal(one.usual)
        yield say(DEPARTURE, key=one.key, value=value, usual=usual)


def tell_ensemble(found: Sequence[Identified]) -> Iterator[Message]:
    """Tell what candidates that fit alike leave open of the quantities that are fitted."""
    if all(one.best == one.filed for one in found):
        yield Message("Nothing fits better than the file's own values.")
    n = found[0].members
    if n == 1:
        yield Message("Only one candidate fits; try more with --evaluations before you believe it.")
        return
    yield Message("{n} candidates that fit alike, chosen to differ.", n=n)
    loose = [one.key for one in found if not one.is_identified]
    if loose:
        yield Message("The evidence does not say what these are: {keys}.", keys=write_list(loose))
    else:
        yield Message("The evidence says what all of them are.")


def rows_of_quantities(found: Sequence[Identified]) -> list[list[str]]:
    """Return a row for each quantity that is fitted."""
    return [
        [
            one.key,
            _write_digits(one.filed),
            _write_digits(one.best),
            say(ENDS, low=_write_digits(one.low), high=_write_digits(one.high)),
            write_percent(one.share),
        ]
        for one in found
    ]


def _write_digits(number: float) -> str:
    """Write a number with four digits, as many as a fit says something about."""
    return write_decimal(float(f"{number:.4g}"))


def rows_of_causes(found: Calibration) -> list[list[str]]:
    """Return what fits alike and may fail for other reasons."""
    return [
        [
            say(MEASURES[one.measure].title),
            write_number(one.best, 2),
            write_range(one.low, one.high, "", 2, is_signed=False),
        ]
        for one in found.causes
        if one.high > 0
    ]


def tell_next(written: Path | None) -> str:
    """Tell what to do with what was found."""
    if written is not None:
        return say(Message("Compare: {command}", command=f"requisite compare {written}"))
    return say(Message("Nothing is written. To keep it: {option}", option="--write NEW-FILE.toml"))
