"""Services of many teams that nothing ties together, and their ledger as the whole run tells it."""

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import build_blueprint
from sim.engines.request import RunRequest
from sim.ledger import Ledger, pick
from sim.population import draw_citizens
from sim.scenario import load_scenario
from sim.scenario.changes import make_changes
from tests.agreement.scenarios import NEVER, Play

TIMES = 3
"""So many times the teams, staff and citizens of a random service: it has 1 to 3 teams itself."""
UNTIED = ("centralisation.lends=0", "centralisation.placed_by_load=0")
NO_TEMPS = "centralisation.cover_by_temps=0"


def enlarge(play: Play) -> Play:
    """Return a random service with so many times the teams, and with nothing that ties them."""
    changes = [f"one.{change}" for change in (*UNTIED, NO_TEMPS)]
    changes += [f"one.{what}*={TIMES}" for what in ("centralisation.teams", "staff.total")]
    changes += [f"demand.arrivals_per_day*={TIMES}"]
    return play._replace(raw=make_changes(play.raw, changes), reform_day=NEVER, vacant=(0,))


def ask(service: str, design: str, teams: int, days: int, *changes: str) -> RunRequest:
    """Return a run of a shipped service that has become so many teams, each as large as it was."""
    enlarged = (
        f"staff.total*={teams}",
        f"demand.arrivals_per_day*={teams}",
        f"designs.centralisation.teams={teams}",
    )
    scenario = load_scenario(service, (*enlarged, *changes))
    blueprint = build_blueprint(scenario, design)
    return RunRequest(blueprint, draw_citizens(scenario, 3, 0, days), 5, days)


def tell_team_by_team(ledger: Ledger, asked: RunRequest) -> Ledger:
    """Return the ledger of a whole run in the order of one whose teams were runs of their own.

    Tallies stand team by team, and so do rows of one second in tables that tell the time: there
    the whole run has them in the order in which things were scheduled.
    """
    layout = asked.blueprint.layout
    home = (asked.population.team * layout.teams).astype(np.int64)
    of_pool = np.arange(layout.pools) // (layout.pools // layout.teams)

    def sort(name: str, team: NDArray[np.int64]) -> dict[str, object]:
        table = getattr(ledger, name)
        times = (table.calendar_s,) if "calendar_s" in table._fields else ()
        return {name: pick(table, np.lexsort((team, *times)))}

    tables = sort("shifts", of_pool[ledger.shifts.pool])
    for name in ("tallies", "contacts", "meetings", "visits", "openings"):
        tables |= sort(name, home[getattr(ledger, name).citizen])
    return ledger._replace(**tables)
