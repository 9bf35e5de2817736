"""Each team as a run of its own: with its citizens, its staff and its place in the service."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.engines.fast.machine import records
from sim.engines.fast.machine.blueprints import build_blueprints
from sim.engines.fast.machine.world import Array, BatchWorld
from sim.engines.request import RunRequest, StopSign
from sim.population import Population
from sim.processors import count_processors

Whole = NDArray[np.int64]


class Teams(NamedTuple):
    """The teams of a run.

    Attributes
    ----------
    request
        The run.
    citizens
        Its citizens by number, those of a team together, in the order in which they come.
    first_citizen
        Where the citizens of each team begin among them, and where the last ones end.
    blueprints
        The design as a team of one or another size has it; most are of one size.
    blueprint
        Which of them each team has.
    first_worker
        Where the staff of each team begin among all.
    """

    request: RunRequest
    citizens: Whole
    first_citizen: Whole
    blueprints: tuple[Blueprint, ...]
    blueprint: Whole
    first_worker: Whole

    @property
    def pools(self) -> int:
        """How many pools a team has."""
        layout = self.request.blueprint.layout
        return layout.pools // layout.teams


def find_teams(request: RunRequest) -> Teams:
    """Find who belongs to each team of a run whose teams nothing ties together."""
    layout = request.blueprint.layout
    home = (request.population.team * layout.teams).astype(np.min_scalar_type(layout.teams))
    each = np.arange(layout.teams + 1)
    # Small numbers are sorted by radix, and those of a team stay in their order.
    citizens = np.argsort(home, kind="stable")
    of_pools = layout.worker_pool // (layout.pools // layout.teams)
    first_worker = np.searchsorted(of_pools, each)
    blueprints, blueprint = _cut(request.blueprint, first_worker.tolist())
    return Teams(
        request=request,
        citizens=citizens,
        first_citizen=np.searchsorted(home, each, sorter=citizens),
        blueprints=blueprints,
        blueprint=blueprint,
        first_worker=first_worker[:-1],
    )


def _cut(whole: Blueprint, first_worker: list[int]) -> tuple[tuple[Blueprint, ...], Whole]:
    """Cut a design into those of its teams, each of those that are alike once."""
    found: dict[tuple[bytes, ...], Blueprint] = {}
    keys = []
    for team, staff in enumerate(map(slice, first_worker, first_worker[1:])):
        of_team = _cut_out(whole, team, staff)
        layout = of_team.layout
        arrays = (layout.worker_pool, layout.outsourced, layout.premium_ppm)
        keys.append(tuple(array.tobytes() for array in arrays))
        found.setdefault(keys[-1], of_team)
    places = {key: place for place, key in enumerate(found)}
    return tuple(found.values()), np.array([places[key] for key in keys])


def _cut_out(whole: Blueprint, team: int, staff: slice) -> Blueprint:
    """Return the design with one of its teams, and no temps: nobody calls them."""
    layout, roster = whole.layout, whole.roster
    pools = layout.pools // layout.teams
    first_pool = team * pools
    return whole._replace(
        layout=layout._replace(
            teams=1,
            worker_pool=layout.worker_pool[staff] - first_pool,
            outsourced=layout.outsourced[staff],
            premium_ppm=layout.premium_ppm[first_pool : first_pool + pools],
        ),
        roster=roster._replace(temps=0, employed=staff.stop - staff.start),
    )


def share_out(teams: Teams) -> list[range]:
    """Cut the teams into parts of about as many citizens, one for each processor."""
    last = len(teams.first_citizen) - 1
    processors = min(count_processors(), last)
    even = len(teams.citizens) * np.arange(1, processors) // processors
    cuts = np.searchsorted(teams.first_citizen, even).tolist()
    return [range(*part) for part in pairwise((0, *cuts, last)) if part[0] < part[1]]


def prepare_teams(teams: Teams, which: range, stop_sign: StopSign) -> BatchWorld:
    """Build the world in which some teams that follow one another are simulated, each as a run.

    Parameters
    ----------
    teams
        The teams of a run.
    which
        Those to simulate.
    stop_sign
        Tells whether to stop.
    """
    first, last = teams.first_citizen[[which.start, which.stop]]
    theirs = teams.citizens[first:last]
    columns: list[Array] = [column.take(theirs) for column in teams.request.population]
    citizens = Population(*columns)
    blueprints = build_blueprints(teams.blueprints)
    runs, no_reforms = _list_runs(teams, which), np.zeros(0, records.REFORM)
    return BatchWorld(blueprints, citizens, runs, no_reforms, stop_sign, is_logged=False)


def _list_runs(teams: Teams, which: range) -> Array:
    """Return what the run of each team is asked for."""
    request, these = teams.request, slice(which.start, which.stop)
    calendar, layout = request.blueprint.calendar, request.blueprint.layout
    runs = np.zeros(len(which), records.RUN)
    runs["blueprint"], runs["luck"] = teams.blueprint[these], request.luck
    first = teams.first_citizen[which.start : which.stop + 1]
    runs["first"] = runs["first_course"] = first[:-1] - first[0]
    runs["citizens"] = np.diff(first)
    runs["ends_s"] = calendar.open_days(request.days) * calendar.day_s
    runs["first_worker"] = teams.first_worker[these]
    runs["all_workers"] = len(layout.worker_pool) + request.blueprint.roster.temps
    return runs
