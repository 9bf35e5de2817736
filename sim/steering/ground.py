"""What a manager can move: each condition between two designs, and the number of staff.

No lever is good or bad, and none belongs to a way of thinking: a condition stands as one design has
it or as the other, whatever the two are called. Every mix of the two is a design that can be run,
its staff fitted to its load as in attribution, so that a manager who moves one condition is not
punished for having left the staff where the old design needed them. A mix is made when somebody
first comes to it.
"""

from functools import cached_property
from typing import NamedTuple

import numpy as np

from sim.analysis.attribution import find_levers
from sim.analysis.attribution.mixes import subset_of
from sim.analysis.attribution.refit import AMPLE, Ends, Shares, refit, share_out
from sim.blueprint import Blueprint, build_blueprint
from sim.engines import get_engine
from sim.engines.request import RunRequest, build_stop_sign
from sim.errors import RunError, ScenarioError, TooLargeError
from sim.experiment import FOLLOW_UP_DAYS
from sim.experiment.cells import SERVICE_LUCK
from sim.message import Message
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario

STAFF = "staff"
"""Name of the lever that is not a condition."""
STAFF_STEP = 0.1
"""Of the staff that the two designs begin with at most, so many come or go at a time."""
MOST_STAFF = 2
"""Times that staff, beyond which nobody is taken on."""
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
        The service, and the two of its designs between which it moves. A mix has the name of the
        first.
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
        self, scenario: Scenario, designs: tuple[str, str], *, seed: int, engine: str
    ) -> None:
        differing = find_levers(scenario, designs)
        self.scenario, self.designs = scenario, designs
        self.levers = tuple(lever for lever in differing if lever != STAFF)
        if not self.levers:
            raise RunError(Message("the two designs are the same: there is nothing to move"))
        self.staff = max(map(scenario.count_staff, designs))
        self.places = MOST_STAFF * self.staff
        self._seed, self._engine = seed, engine
        self._mixes: dict[int, Scenario | None] = {}
        self._built: dict[Stance, Blueprint | None] = {}

    @property
    def name(self) -> str:
        """What every mix is called in its scenario."""
        return self.designs[0]

    def list_trials(self) -> tuple[Trial, ...]:
        """List the changes that a manager can try: each condition, fewer staff and more."""
        step = max(round(STAFF_STEP * self.staff), 1)
        conditions = [Trial(name, flips=1 << nth) for nth, name in enumerate(self.levers)]
        return (*conditions, Trial(STAFF, more=-step), Trial(STAFF, more=step))

    def begin(self, design: str) -> Stance:
        """Return what the service is as one of its two designs has it."""
        mixes = (0, (1 << len(self.levers)) - 1)
        mix = mixes[self.designs.index(design)]
        return Stance(mix, self.scenario.count_staff(design))

    def find_mix(self, mix: int) -> Scenario | None:
        """Return the scenario in which the first design is a mix; `None` where none can be run."""
        if mix not in self._mixes:
            self._mixes[mix] = self._build_mix(mix)
        return self._mixes[mix]

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
        mixed = self.find_mix(stance.mix)
        if mixed is None:
            return None
        blueprint = build_blueprint(mixed, self.name, staff=stance.staff, places=self.places)
        manned = np.unique(blueprint.layout.worker_pool[: stance.staff])
        return blueprint if len(manned) == blueprint.layout.pools else None

    def _build_mix(self, mix: int) -> Scenario | None:
        """Build a mix; the two designs themselves keep the staff that they have."""
        moved = subset_of(self.levers, mix)
        if not moved:
            return self.scenario
        try:
            mixed = self._move(moved)
            mixed.check_manned([self.name])
            return mixed if len(moved) == len(self.levers) else self._refit(mixed, moved)
        except (ScenarioError, TooLargeError):
            return None

    def _refit(self, mixed: Scenario, moved: tuple[str, ...]) -> Scenario:
        """Return a mix with its staff fitted to its load."""
        design = mixed.designs[self.name]
        team = int(mixed.count_staff(self.name) // design.centralisation.teams.value)
        fitted = refit(design, self._find_work(mixed, self.name), self._ends, moved, team)
        return mixed.model_copy(update={"designs": {**mixed.designs, self.name: fitted}})

    def _move(self, moved: tuple[str, ...]) -> Scenario:
        first, second = self.designs
        return self.scenario.changed(*(f"{first}.{lever}={second}" for lever in moved))

    @cached_property
    def _ends(self) -> Ends:
        first, second = (self._find_work(self.scenario, design) for design in self.designs)
        return Ends(first, second)

    def _find_work(self, scenario: Scenario, design: str) -> Shares:
        """Find the share of the work that each place has, with staff so ample that none waits."""
        staff, until = AMPLE * scenario.count_staff(design), LOADED_DAYS + FOLLOW_UP_DAYS
        request = RunRequest(
            build_blueprint(scenario, design, staff=staff),
            draw_citizens(scenario, self._seed, 0, until),
            key(self._seed, 0, SERVICE_LUCK),
            until,
        )
        (ledger,) = get_engine(self._engine).simulate_batch([request], build_stop_sign())
        load = np.bincount(ledger.busy.pool, weights=ledger.busy.seconds).astype(np.int64)
        return share_out(load, scenario.designs[design])
