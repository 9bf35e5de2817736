"""One large run in this process: how long it takes, and how far the process grows."""

import json
import time
from pathlib import Path

from sim.blueprint import build_blueprint
from sim.calendar import WEEK_DAYS
from sim.engines import DEFAULT_ENGINE, get_engine
from sim.engines.request import RunRequest, build_stop_sign
from sim.experiment.cells import Cell, CellRun, measure_run
from sim.ledger import Ledger
from sim.measures import MEASURES
from sim.population import Population, draw_citizens
from sim.scenario import Scenario, load_scenario

SERVICE, SEED, LUCK, WARM_UP_DAY = "sickness-benefit", 1, 1, 30
A_DAY = 20.44
"""Citizens on an open day."""
OF_ONE_OFFICE, DAYS_OF_OFFICES, DAYS_BEFORE = 6_213, 425, 100


def run_one(design: str, citizens: int, is_larger: bool) -> None:
    """Print what so many citizens took, once a short run has fetched the compiled code.

    Parameters
    ----------
    design
        Name of the design.
    citizens
        How many, about.
    is_larger
        Whether they come to more offices, rather than on more days.
    """
    _run(load_scenario(SERVICE), design, DAYS_BEFORE)
    held = _memory("VmRSS")
    scenario = load_scenario(SERVICE, _more_offices(citizens // OF_ONE_OFFICE) if is_larger else ())
    days = DAYS_OF_OFFICES if is_larger else int(citizens / A_DAY * WEEK_DAYS / 5)
    print(json.dumps(_run(scenario, design, days, held)))


def _more_offices(offices: int) -> list[str]:
    offices = max(offices, 1)
    return [
        f"staff.total*={offices}",
        f"demand.arrivals_per_day*={offices}",
        f"designs.centralisation.teams={offices}",
    ]


def _run(scenario: Scenario, design: str, days: int, held: int = 0) -> dict[str, float]:
    began = time.process_time()
    people = draw_citizens(scenario, SEED, 0, days)
    ledger = _simulate(scenario, design, people, days)
    simulated, ledger_bytes = time.process_time(), _memory("VmHWM") - held
    run = CellRun(0, 0, Cell(scenario, design), build_blueprint(scenario, design), days)
    every = tuple(MEASURES)
    wanted = {None: every, **dict.fromkeys(scenario.demand, every)}
    measure_run(run, ledger, wanted, WARM_UP_DAY)
    return {
        "citizens": len(people.key),
        "ledger_s": simulated - began,
        "measures_s": time.process_time() - simulated,
        "ledger_bytes": ledger_bytes,
        "measures_bytes": _memory("VmHWM") - held,
    }


def _simulate(scenario: Scenario, design: str, people: Population, days: int) -> Ledger:
    setting = RunRequest(build_blueprint(scenario, design), people, LUCK, days)
    return get_engine(DEFAULT_ENGINE).simulate_batch([setting], build_stop_sign())[0]


def _memory(what: str) -> int:
    """Return this process's memory now (VmRSS) or at its peak (VmHWM), in bytes.

    Not `getrusage`: there a process begins with the peak of the one that started it.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) * 1_024
