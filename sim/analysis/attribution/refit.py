"""Staff of a mix, fitted to the load that it makes.

A mix takes its functions, and their shares of the staff, from one of the two designs; what they
have to do depends on all conditions. Where citizens no longer come by form, the function that takes
them in has more to do than it was staffed for; it would be overwhelmed for no other reason than
that nobody had moved staff there, which whoever built such a design would do first.

So each place's share of the staff changes as its share of the work does, from the design that it
comes from to the mix: share x work in the mix / work in that design. The designs themselves stay as
they are, whatever share each gives its places for reasons of its own. The work is measured with
staff so ample that nothing waits, for the busy time of a place that is overwhelmed is no measure of
what it has to do.
"""

from concurrent.futures import Executor
from math import fsum
from typing import NamedTuple

from sim.analysis.attribution.mixes import Mixes, subset_of
from sim.blueprint import list_pools
from sim.design import CHANGED, Design, Quantity
from sim.eventlog import NONE
from sim.experiment import Cell, Frame, RunSettings, measure_loads
from sim.ledger.tables import Whole

AMPLE = 3
"""Times the staff of the scenario, with which the work is measured."""
FUNCTIONS, FRONT = "functions", "centralisation"
"""The conditions that say which places there are."""
SAME = 1e-9
"""A smaller change of a share is none."""
Shares = dict[int, float]
"""By place: a function from 0, or `NONE` for the front office."""


class Ends(NamedTuple):
    """The share of the work that each place has in the two designs that are mixed."""

    first: Shares
    second: Shares

    def of(self, place: int, moved: tuple[str, ...]) -> float:
        """Return that of a place, in the design from which a mix has it."""
        condition = FRONT if place == NONE else FUNCTIONS
        return (self.second if condition in moved else self.first).get(place, 0.0)


def refit_staff(mixes: Mixes, settings: RunSettings, frame: Frame, workers: Executor) -> Mixes:
    """Return the mixes with the staff of each fitted to its load; the two designs stay.

    Takes one run of each mix.
    """
    ample = mixes.scenario.with_more_staff(AMPLE)
    cells = [Cell(ample, name) for name in mixes.names]
    loads = measure_loads(cells, settings, frame, workers)
    works = [
        share_out(load, cell.scenario.designs[cell.design])
        for load, cell in zip(loads, cells, strict=True)
    ]
    ends, designs = Ends(works[0], works[-1]), dict(mixes.scenario.designs)
    for number in range(1, len(mixes.names) - 1):
        name, moved = mixes.names[number], subset_of(mixes.levers, number)
        designs[name] = refit(designs[name], works[number], ends, moved, _team_size(mixes, name))
    return mixes._replace(scenario=mixes.scenario.model_copy(update={"designs": designs}))


def _team_size(mixes: Mixes, name: str) -> int:
    teams = mixes.scenario.designs[name].centralisation.teams.value
    return int(mixes.scenario.count_staff(name) // teams)


def share_out(load: Whole, design: Design) -> Shares:
    """Return the share of the work that each place has, in all teams, by the load of its pools."""
    work: Shares = {}
    for pool, seconds in zip(list_pools(design), load.tolist(), strict=False):
        work[pool.function] = work.get(pool.function, 0.0) + seconds
    whole = fsum(work.values())
    return {place: seconds / whole for place, seconds in work.items()} if whole else {}


def refit(design: Design, work: Shares, ends: Ends, moved: tuple[str, ...], team: int) -> Design:
    """Return a mix with its staff fitted to its load.

    Parameters
    ----------
    design
        The mix.
    work
        The share of its work that each place has.
    ends
        The same of the two designs that are mixed.
    moved
        The conditions that it has from the second.
    team
        Members of staff of a team.
    """
    own = _staff_shares(design)
    wanted = {}
    for place, share in own.items():
        before, now = ends.of(place, moved), work.get(place, 0.0)
        wanted[place] = share * now / before if before and now else share
    return _set_shares(design, man_each(wanted, 1 / team))


def _staff_shares(design: Design) -> Shares:
    pools = enumerate(design.functions.pools)
    front = design.centralisation.front_office_staff.value
    return {**({NONE: front} if front else {}), **{place: p.staff.value for place, p in pools}}


def man_each(shares: Shares, least: float) -> Shares:
    """Return shares that add up to 1, of which none is less than one member of a team."""
    whole, few = fsum(shares.values()), set[int]()
    while True:
        rest = fsum(share for place, share in shares.items() if place not in few)
        scale = (1 - least * len(few)) / rest
        fitted = {p: least if p in few else share * scale for p, share in shares.items()}
        below = {p for p, share in fitted.items() if share < least * (1 - 1e-9)}
        if not below or whole == 0 or len(few | below) == len(shares):
            return fitted
        few |= below


def _set_shares(design: Design, shares: Shares) -> Design:
    pools = tuple(
        pool.model_copy(update={"staff": _set(pool.staff, shares[place])})
        for place, pool in enumerate(design.functions.pools)
    )
    functions = design.functions.model_copy(update={"pools": pools})
    central = design.centralisation
    if NONE in shares:
        front = _set(central.front_office_staff, shares[NONE])
        central = central.model_copy(update={"front_office_staff": front})
    return design.model_copy(update={"functions": functions, "centralisation": central})


def _set(quantity: Quantity, value: float) -> Quantity:
    """Return a quantity with another value; what stays keeps its source."""
    if abs(quantity.value - value) < SAME:
        return quantity
    return quantity.model_copy(update={"value": value, "plausible": None, "source": CHANGED})
