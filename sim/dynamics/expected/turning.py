"""Small needs are turned away: some come back, grown, and are then let in like any other."""

from typing import NamedTuple

import numpy as np

from sim.blueprint import Blueprint
from sim.dynamics.expected.content import Content
from sim.units import MILLION


class Turned(NamedTuple):
    """What becomes of new needs at the door.

    Attributes
    ----------
    share
        How many of them are turned away.
    content
        That of those who are let in, at once or when they come back.
    """

    share: float
    content: Content


def turn_away(content: Content, blueprint: Blueprint) -> Turned:
    """Turn small needs away, where a design does."""
    intake = blueprint.intake
    is_small = content.whole.sum(axis=0) < intake.turn_away_below_s
    share = float(content.weight[is_small].sum())
    if share <= 0:
        return Turned(0.0, content)
    weight = content.weight * np.where(is_small, intake.turn_away_return, 1.0)
    grown = np.where(is_small, intake.turn_away_growth_ppm / MILLION, 1.0)
    changed = content._replace(
        whole=content.whole * grown, fresh=content.fresh * grown, weight=weight / weight.sum()
    )
    return Turned(share, changed)
