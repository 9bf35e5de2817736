"""What became of the figures to which nothing was fitted: they alone test the model."""

from collections.abc import Iterator, Sequence

from sim.analysis.evidence import OUTSIDE, EvidenceRow, list_unfitted
from sim.message import Message
from sim.words.evidence import tell_figure
from sim.words.language import say
from sim.words.numbers import decimals_of, write_value

MISSED = Message("Missed: {figure}; reported {reported}, simulated {simulated}.")
MISSED_IN_SIGN = Message(
    "Missed: {figure}; reported {reported}, simulated {simulated}, so even the sign is wrong."
)


def tell_out_of_sample(rows: Sequence[EvidenceRow]) -> Iterator[str]:
    """Tell how many figures are met to which nothing was fitted, and each that is missed.

    Nothing is told where something was fitted to every figure that is a test of its own.
    """
    unfitted = list_unfitted(rows)
    if not unfitted:
        return
    missed = [row for row in unfitted if row.verdict == OUTSIDE]
    yield say(
        Message.counted(
            "Nothing was fitted to {n} of them: out of sample, {met} of {n} is met.",
            "Nothing was fitted to {n} of them: out of sample, {met} of {n} are met.",
            n=len(unfitted),
            met=len(unfitted) - len(missed),
        )
    )
    yield from map(_tell_missed, missed)


def _tell_missed(row: EvidenceRow) -> str:
    unit, reported = row.unit or "", row.reported or 0.0
    mean = row.simulated.mean if row.simulated else 0.0
    decimals = decimals_of([reported, mean], unit)
    is_change = row.compared_with is not None
    simulated, told = (
        write_value(number, unit, decimals, is_signed=is_change) for number in (mean, reported)
    )
    figure = tell_figure(row, {})
    template = MISSED_IN_SIGN if mean * reported < 0 else MISSED
    return say(Message(template.template, figure=figure, reported=told, simulated=simulated))
