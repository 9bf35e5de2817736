"""A fingerprint of what the model yields of a scenario, so that a change of the model is seen.

It is taken of results, not of the code: code may be moved and mended, and what is kept stays true.
"""

import hashlib
from collections.abc import Sequence

from sim.experiment import Cell, RunSettings, replicate
from sim.measures import MEASURES
from sim.scenario import Scenario

SETTINGS = RunSettings(days=60, replications=2, warm_up_day=0, follow_up_days=30)
DIGITS = 9
"""So many are looked at: the last ones depend on in which order a processor adds."""


def take_fingerprint(scenario: Scenario, designs: Sequence[str]) -> str:
    """Return a hash of every measure of a few short runs of some designs."""
    cells = [Cell(scenario, design) for design in designs]
    found = replicate(cells, SETTINGS, {None: tuple(MEASURES)})
    lines = [
        f"{name} {' '.join(f'{value:.{DIGITS}g}' for value in sample.values.flat)}"
        for name, sample in sorted(found.samples[None].items())
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
