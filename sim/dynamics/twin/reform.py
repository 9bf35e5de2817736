"""A reform in the twin: what is in one design's stocks goes over into those of the other.

As in the event model: who waits goes to where the same share of content is done, staff take with
them the standards they hold, and content that is done is not done again. What is on file of a case
is not carried over: from then on it goes as a mean case of the new design.
"""

from itertools import accumulate

import numpy as np

from sim.blueprint import Blueprint, build_blueprint
from sim.dynamics.system.equations import Model
from sim.dynamics.system.run import Trajectory, run_model
from sim.dynamics.twin.build import build_twin
from sim.dynamics.twin.clock import STEPS
from sim.scenario import Scenario
from sim.units import MILLION

OF_STAFF = ("felt", "standard", "strain")
ALMOST = 1e-9


def run_twin_reform(
    scenario: Scenario, first: str, second: str, *, day: int, days: int
) -> tuple[Trajectory, Trajectory]:
    """Run the twin of a service that changes its design on a day.

    Parameters
    ----------
    scenario, first, second
        The service, the design that it has, and the one that it changes to.
    day, days
        The day of the change, and how long the whole is.

    Returns
    -------
    before, after
        The courses, day by day, up to the reform and from it on.
    """
    old, new = (build_twin(scenario, design, days) for design in (first, second))
    before = run_model(old, day, keep_every=STEPS)
    blueprints = build_blueprint(scenario, first), build_blueprint(scenario, second)
    begun = carry_over(before, old, new, blueprints)
    return before, run_model(begun, days - day, keep_every=STEPS, from_day=day)


def carry_over(
    course: Trajectory, old: Model, new: Model, blueprints: tuple[Blueprint, Blueprint]
) -> Model:
    """Return a new design's model that begins with what the old one's course has ended with."""
    amounts = {stock.name: float(course.course(stock.name)[-1]) for stock in old.stocks}
    to = _match_functions(*blueprints)
    names = {stock.name for stock in new.stocks}
    initial = dict.fromkeys(names, 0.0)
    initial["spared"] = _sum_done(amounts, blueprints[0])
    pools: dict[str, list[float]] = {kind: [] for kind in OF_STAFF}
    for name, amount in amounts.items():
        kind = name.split("_")[0]
        if kind in OF_STAFF:
            pools[kind].append(amount)
        elif name != "spared" and (place := _find_place(name, to, names)):
            initial[place] += amount
    for name in names:
        if name.split("_")[0] in OF_STAFF:
            initial[name] = float(np.mean(pools[name.split("_")[0]]))
    stocks = tuple(stock._replace(initial=initial[stock.name]) for stock in new.stocks)
    return new._replace(stocks=stocks)


def _match_functions(old: Blueprint, new: Blueprint) -> dict[int, int]:
    """Return for each function of the old design the one of the new where as much is done."""
    ends = list(accumulate(new.layout.share_ppm.tolist()))
    begins = [0, *accumulate(old.layout.share_ppm.tolist())]
    return {
        f: next((g for g, end in enumerate(ends, 1) if end > begins[f - 1] + ALMOST), len(ends))
        for f in range(1, old.layout.functions + 1)
    }


def _sum_done(amounts: dict[str, float], old: Blueprint) -> float:
    """Return how many whole cases the content makes that the carried ones have behind them."""
    done_ppm = [0, *accumulate(map(int, old.layout.share_ppm))]
    return sum(
        amount * done_ppm[int(name.split("_")[-2]) - 1] / MILLION
        for name, amount in amounts.items()
        if name.startswith(("lying", "waiting", "tray"))
    )


def _find_place(name: str, to: dict[int, int], names: set[str]) -> str | None:
    """Return the stock that an old one's content goes to."""
    parts = name.split("_")
    if parts[0] in ("lying", "waiting", "tray", "asked"):
        function, attempt = to[int(parts[-2])], parts[-1]
        wanted = "_".join((*parts[:-2], str(function), attempt))
        return wanted if wanted in names else f"tray_{function}_{attempt}"
    if name in names:
        return name
    last = max(to.values())
    if parts[0] == "calls":
        return "calls_0" if "calls_0" in names else "calls_1"
    attempt = parts[-1] if parts[-1].isdigit() else "1"
    elsewhere = {"first": f"tray_1_{attempt}", "held": f"tray_1_{attempt}"}
    elsewhere |= {"calling": f"due_{attempt}"}
    elsewhere |= dict.fromkeys(
        ("certificate", "exception", "deciding", "parked", "news"), f"tray_{last}_{attempt}"
    )
    return elsewhere.get(parts[0])
