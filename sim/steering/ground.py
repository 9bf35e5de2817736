"""What a manager can move: each condition between two designs, and the number of staff.

No lever is good or bad, and none belongs to a way of thinking: a condition stands as one design has
it or as the other, whatever the two are called. Every mix of the two is a design that can be run,
its staff fitted to its load as in attribution, so that a manager who moves one condition is not
punished for having left the staff where the old design needed them.
"""

from concurrent.futures import Executor
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from sim.analysis.attribution.mixes import Mixes, build_mixes
from sim.analysis.attribution.refit import refit_staff
from sim.blueprint import Blueprint, build_blueprint
from sim.experiment import FOLLOW_UP_DAYS, Frame, RunSettings
from sim.scenario import Scenario

STAFF = "staff"
"""Name of the lever that is not a condition."""
STAFF_STEP = 0.1
"""Of the staff of the scenario, as many come or go at a time, and at least one."""
MOST_STAFF = 2
"""Times the staff of the scenario, beyond which nobody is taken on."""
LOADED_DAYS = 120
"""Calendar days of arrivals in the runs that tell how much work each pool of a mix has."""
MOST_KEPT = 64
"""Designs that are kept as engines need them."""


class Stance(NamedTuple):
    """What a service is at present.

    Attributes
    ----------
    mix
        Which mix of the two designs: bit i is 1 where condition i is as the second has it.
    staff
        Members of staff.
    """

    mix: int
    staff: int


class Trial(NamedTuple):
    """A change that a manager can try.

    Attributes
    ----------
    lever
        A condition, or `STAFF`.
    flips
        Bits of the mix that it turns over.
    more
        Staff who come; who go, where it is below 0.
    """

    lever: str
    flips: int = 0
    more: int = 0

    def move(self, stance: Stance) -> Stance:
        """Return what becomes of the service."""
        return Stance(stance.mix ^ self.flips, stance.staff + self.more)


class Ground:
    """A service that can be steered.

    Parameters
    ----------
    scenario, designs
        The service, and the two of its designs between which it moves.
    settings, workers
        By which the staff of each mix is fitted to its load: one short run of each.
    """

    def __init__(
        self,
        scenario: Scenario,
        designs: tuple[str, str],
        settings: RunSettings,
        workers: Executor,
    ) -> None:
        short = replace(settings, days=LOADED_DAYS, warm_up_day=None)
        mixes = build_mixes(scenario, designs)
        self.mixes: Mixes = refit_staff(mixes, short, Frame(0, FOLLOW_UP_DAYS), workers)
        self.designs = designs
        self.staff = scenario.count_staff(designs[0])
        self.places = MOST_STAFF * self.staff
        self._built: dict[Stance, Blueprint | None] = {}

    @property
    def scenario(self) -> Scenario:
        """The scenario that has each mix as a design."""
        return self.mixes.scenario

    @property
    def levers(self) -> tuple[str, ...]:
        """The conditions in which the two designs differ."""
        return self.mixes.levers

    def list_trials(self) -> tuple[Trial, ...]:
        """List the changes that a manager can try: each condition, fewer staff and more."""
        step = max(round(STAFF_STEP * self.staff), 1)
        conditions = [Trial(name, flips=1 << nth) for nth, name in enumerate(self.levers)]
        return (*conditions, Trial(STAFF, more=-step), Trial(STAFF, more=step))

    def begin(self, design: str) -> Stance:
        """Return what the service is as one of its two designs has it."""
        mixes = (0, len(self.mixes.names) - 1)
        return Stance(mixes[self.designs.index(design)], self.staff)

    def name_of(self, stance: Stance) -> str:
        """Return the name of the design that the scenario has for it."""
        return self.mixes.names[stance.mix]

    def build(self, stance: Stance) -> Blueprint | None:
        """Return the design as an engine needs it; `None` where a pool would have nobody."""
        if stance not in self._built:
            if len(self._built) >= MOST_KEPT:
                self._built.clear()
            self._built[stance] = self._build_blueprint(stance)
        return self._built[stance]

    def _build_blueprint(self, stance: Stance) -> Blueprint | None:
        if not 0 < stance.staff <= self.places:
            return None
        name = self.name_of(stance)
        blueprint = build_blueprint(self.scenario, name, staff=stance.staff, places=self.places)
        manned = np.unique(blueprint.layout.worker_pool[: stance.staff])
        return blueprint if len(manned) == blueprint.layout.pools else None
