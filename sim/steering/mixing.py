"""Every mix of two designs as a scenario that can be run, its staff fitted to its load.

As in attribution: otherwise a manager who moves one condition would be punished for having left the
staff where the old design needed them. A mix is made when somebody first comes to it.
"""

from functools import cached_property

import numpy as np

from sim.analysis.attribution.mixes import subset_of
from sim.analysis.attribution.refit import AMPLE, Ends, Shares, refit, share_out
from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.request import RunRequest, build_stop_sign
from sim.errors import ScenarioError, TooLargeError
from sim.experiment import FOLLOW_UP_DAYS
from sim.experiment.cells import SERVICE_LUCK
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario
from sim.steering.levers import Lever
from sim.steering.stance import Values

LOADED_DAYS = 120
"""Calendar days of arrivals in the runs that tell how much work each pool of a mix has."""
MOST_KEPT = 512
"""Mixes that are kept."""


class Mixer:
    """The mixes of two designs of a service.

    Parameters
    ----------
    scenario, designs
        The service, and the two designs. A mix has the name of the first.
    conditions, levers
        What is moved: bit i of a mix is condition i, and value i of a stance that of lever i.
    seed, engine
        Which luck tells the load of each mix, and the engine that does.
    """

    def __init__(
        self,
        scenario: Scenario,
        designs: tuple[str, str],
        conditions: tuple[str, ...],
        levers: tuple[Lever, ...],
        *,
        seed: int,
        engine: str,
    ) -> None:
        self._scenario, self._designs = scenario, designs
        self._conditions, self._levers = conditions, levers
        self._seed, self._engine = seed, engine
        self._mixes: dict[tuple[int, Values], Scenario | None] = {}

    def find(self, mix: int, values: Values) -> Scenario | None:
        """Return the scenario in which the first design is a mix; `None` where none can be run."""
        place, kept = (mix, values), self._mixes
        if place in kept:
            return kept[place]
        if len(kept) >= MOST_KEPT:
            self._mixes = {}
        found = self._mixes[place] = self._build(mix, values)
        return found

    def _build(self, mix: int, values: Values) -> Scenario | None:
        """Build a mix; the two designs themselves keep the staff that they have."""
        moved, changes = subset_of(self._conditions, mix), self._list_changes(values)
        if not moved and not changes:
            return self._scenario
        try:
            mixed = self._move(moved, changes)
            mixed.check_manned([self._designs[0]])
            is_mixed = changes or len(moved) < len(self._conditions)
            return self._refit(mixed, moved) if is_mixed else mixed
        except (ScenarioError, TooLargeError):
            return None

    def _list_changes(self, values: Values) -> list[str]:
        pairs = zip(self._levers, values, strict=True)
        name = self._designs[0]
        return [f"{name}.{lever.key}={value!r}" for lever, value in pairs if value is not None]

    def _move(self, moved: tuple[str, ...], changes: list[str]) -> Scenario:
        first, second = self._designs
        return self._scenario.changed(*(f"{first}.{part}={second}" for part in moved), *changes)

    def _refit(self, mixed: Scenario, moved: tuple[str, ...]) -> Scenario:
        name = self._designs[0]
        design = mixed.designs[name]
        team = int(mixed.count_staff(name) // design.centralisation.teams.value)
        fitted = refit(design, self._find_work(mixed, name), self._ends, moved, team)
        return mixed.model_copy(update={"designs": {**mixed.designs, name: fitted}})

    @cached_property
    def _ends(self) -> Ends:
        first, second = (self._find_work(self._scenario, design) for design in self._designs)
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
