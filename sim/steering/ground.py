"""What a manager can move: each condition between two designs, the number of staff, and quantities.

No lever is good or bad, and none belongs to a way of thinking: a condition stands as one design has
it or as the other, whatever the two are called. Every mix of the two is a design that can be run,
see `sim.steering.mixing`.
"""

import numpy as np

from sim.analysis.attribution import find_levers
from sim.blueprint import Blueprint, build_blueprint
from sim.errors import RunError
from sim.message import Message
from sim.scenario import Scenario
from sim.steering.levers import Lever
from sim.steering.mixing import Mixer
from sim.steering.stance import Stance, Trial

STAFF = "staff"
"""Name of the lever that is not a condition."""
STAFF_STEP = 0.1
"""Of the staff that the two designs begin with at most, so many come or go at a time."""
MOST_STAFF = 2
"""Times that staff, beyond which nobody is taken on."""
MOST_KEPT = 64
"""Designs that are kept as engines need them."""


class Ground:
    """A service that can be steered.

    Parameters
    ----------
    scenario, designs
        The service, and the two of its designs between which it moves. A mix has the name of the
        first.
    quantities
        What can be moved besides conditions and staff.
    seed
        Which luck tells the load of each mix.
    engine
        Name of the engine.

    Raises
    ------
    RunError
        If the two designs are the same.
    """

    def __init__(
        self,
        scenario: Scenario,
        designs: tuple[str, str],
        quantities: tuple[Lever, ...] = (),
        *,
        seed: int,
        engine: str,
    ) -> None:
        differing = find_levers(scenario, designs)
        self.scenario, self.designs, self.quantities = scenario, designs, quantities
        self.levers = tuple(lever for lever in differing if lever != STAFF)
        if not self.levers:
            raise RunError(Message("the two designs are the same: there is nothing to move"))
        self.staff = max(map(scenario.count_staff, designs))
        self.places = MOST_STAFF * self.staff
        self._mixer = Mixer(scenario, designs, self.levers, quantities, seed=seed, engine=engine)
        self._built: dict[Stance, Blueprint | None] = {}

    @property
    def name(self) -> str:
        """What every mix is called in its scenario."""
        return self.designs[0]

    def list_trials(self) -> tuple[Trial, ...]:
        """List the changes that a manager can try: each condition, fewer staff and more.

        After them each quantity, a step down and a step up.
        """
        step = max(round(STAFF_STEP * self.staff), 1)
        conditions = [Trial(name, flips=1 << nth) for nth, name in enumerate(self.levers)]
        quantities = [Trial(lever.key, up=up) for lever in self.quantities for up in (-1, 1)]
        return (*conditions, Trial(STAFF, more=-step), Trial(STAFF, more=step), *quantities)

    def begin(self, design: str) -> Stance:
        """Return what the service is as one of its two designs has it."""
        mixes = (0, (1 << len(self.levers)) - 1)
        mix = mixes[self.designs.index(design)]
        return Stance(mix, self.scenario.count_staff(design), (None,) * len(self.quantities))

    def move(self, stance: Stance, trial: Trial) -> Stance | None:
        """Return what becomes of the service; `None` where that cannot be run."""
        moved = Stance(stance.mix ^ trial.flips, stance.staff + trial.more, stance.values)
        if trial.up:
            nth = [lever.key for lever in self.quantities].index(trial.lever)
            value = self.quantities[nth].step(self.read(stance)[trial.lever], trial.up)
            if value is None:
                return None
            values = (*stance.values[:nth], value, *stance.values[nth + 1 :])
            moved = moved._replace(values=values)
        return None if self.build(moved) is None else moved

    def read(self, stance: Stance) -> dict[str, float]:
        """Return what each quantity is that can be moved."""
        mixed = self.find_mix(stance) or self.scenario
        return {lever.key: lever.read(mixed, self.name) for lever in self.quantities}

    def find_mix(self, stance: Stance) -> Scenario | None:
        """Return the scenario in which the first design is a mix; `None` where none can be run."""
        return self._mixer.find(stance.mix, stance.values)

    def build(self, stance: Stance) -> Blueprint | None:
        """Return the design as an engine needs it; `None` where a pool would have nobody."""
        kept = self._built
        if stance in kept:
            return kept[stance]
        if len(kept) >= MOST_KEPT:
            self._built = {}
        built = self._built[stance] = self._build_blueprint(stance)
        return built

    def _build_blueprint(self, stance: Stance) -> Blueprint | None:
        if not 0 < stance.staff <= self.places:
            return None
        mixed = self.find_mix(stance)
        if mixed is None:
            return None
        blueprint = build_blueprint(mixed, self.name, staff=stance.staff, places=self.places)
        manned = np.unique(blueprint.layout.worker_pool[: stance.staff])
        return blueprint if len(manned) == blueprint.layout.pools else None
