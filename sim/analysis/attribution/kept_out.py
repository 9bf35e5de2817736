"""Which mixes are kept out, and what that leaves to be told."""

from collections.abc import Mapping, Sequence

import numpy as np

from sim.analysis.attribution.mixes import Mixes
from sim.analysis.attribution.shapley import has_orders
from sim.experiment import Sample, Settling
from sim.experiment.settling import BACKLOG_GROWS, STILL_OPEN, WORK_GROWS
from sim.message import Message

OVERWHELMED = {STILL_OPEN, BACKLOG_GROWS, WORK_GROWS}
"""Reasons why a mix does not settle however long the run: its staff cannot do the work."""
NO_ORDER = Message("every order of moving the conditions leads through a mix that does not settle")


def find_kept_out(settling: Sequence[Settling]) -> frozenset[int]:
    """Return the numbers of the mixes that are overwhelmed: their figures say nothing of them."""
    return frozenset(
        number for number, of in enumerate(settling) if OVERWHELMED.intersection(of.reasons)
    )


def find_reason(
    mixes: Mixes, designs: tuple[str, str], settling: Sequence[Settling], kept_out: frozenset[int]
) -> str | None:
    """Say why nothing can be taken apart; `None` if something can."""
    last = len(mixes.names) - 1
    for number, design in ((0, designs[0]), (last, designs[1])):
        if number in kept_out:
            why = settling[number].reasons[0]
            return Message("{design} does not settle: {reason}", design=design, reason=why)
    return None if has_orders(len(mixes.levers), kept_out) else NO_ORDER


def find_left_out(samples: Mapping[str, Sample], kept_out: frozenset[int]) -> dict[str, str]:
    """Return the measures that do not apply in every run of the other mixes, and why not."""
    reasons = {}
    for name, sample in samples.items():
        places = [p for p in range(sample.values.shape[1]) if p not in kept_out]
        others = Sample(sample.values[:, places], sample.reasons[:, places])
        missing = np.isnan(others.values)
        if missing.any():
            reasons[name] = others.say_in_how_many(others.reasons[missing][0])
    return reasons
