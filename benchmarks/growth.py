"""From a thousand citizens to a million: time and memory of each."""

import json
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.report import Section, Target

SIZES = (1_000, 10_000, 100_000, 1_000_000)
A_DAY = 20.44
"""Citizens of sickness benefit on an open day."""
MOST_GROWTH, MOST_BYTES = 1.5, 1_024.0


def run_one(design: str, citizens: int, is_measured: bool) -> dict[str, float]:
    """Simulate so many citizens in this process; return how many came, the time and the memory."""
    from sim.blueprint import build_blueprint
    from sim.calendar import WEEK_DAYS
    from sim.engines import get_engine
    from sim.engines.setting import Setting
    from sim.experiment.replicate import Plan, read
    from sim.population import draw_citizens
    from sim.scenario import load_scenario

    scenario = load_scenario("sickness-benefit")
    engine = get_engine("fast")
    days = int(citizens / A_DAY * WEEK_DAYS / 5)
    blueprint = build_blueprint(scenario, design)
    engine.simulate_many([Setting(blueprint, draw_citizens(scenario, 1, 0, 100), 1, 100)], n_jobs=1)
    before = _memory("VmRSS")
    people = draw_citizens(scenario, 1, 0, days)
    began = time.process_time()
    ledger = engine.simulate_many([Setting(blueprint, people, 1, days)], n_jobs=1)[0]
    spent = time.process_time() - began
    if is_measured:
        read(Plan(scenario, (design, design), 1, days, "fast"), design, ledger, 30)
    return {"citizens": len(people.key), "seconds": spent, "bytes": _memory("VmHWM") - before}


def _memory(what: str) -> int:
    """Return this process's memory now (VmRSS) or at its peak (VmHWM), in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) * 1_024


def measure_growth(_rounds: int) -> Section:
    """Time ever longer runs of the same service, each in a process of its own."""
    rows, targets = [], []
    for design in ("functionalised", "absorbing"):
        found = {size: _in_a_process(design, size) for size in SIZES}
        measured = _in_a_process(design, SIZES[-1], is_measured=True)
        rows += [(design, "ledger", *_say(one)) for one in found.values()]
        rows.append((design, "ledger and measures", *_say(measured)))
        each = {size: one["seconds"] / one["citizens"] for size, one in found.items()}
        growth = each[SIZES[-1]] / each[10_000]
        targets += [
            Target(f"{design}: time a citizen at a million over ten thousand", growth, MOST_GROWTH),
            Target(f"{design}: peak memory a citizen, no log", *_bytes(found[SIZES[-1]])),
            Target(f"{design}: the same, all measures taken", *_bytes(measured)),
        ]
    return Section(
        "Growth",
        "The same service for longer, one run to its ledger, each in a process of its own. Memory "
        "is what the process's peak grew by from before its citizens were drawn.",
        ("design", "to", "citizens", "µs a citizen", "bytes a citizen"),
        rows,
        targets,
    )


def _in_a_process(design: str, size: int, is_measured: bool = False) -> dict[str, float]:
    print(f"  {design}, {size:,} citizens".ljust(78), end="\r", file=sys.stderr)
    asked = f"{design!r}, {size}, {is_measured}"
    code = f"import benchmarks.growth as g, json; print(json.dumps(g.run_one({asked})))"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return dict(json.loads(told.stdout))


def _say(one: dict[str, float]) -> tuple[str, ...]:
    each = one["seconds"] / one["citizens"] * 1e6
    return f"{one['citizens']:,.0f}", f"{each:.2f}", f"{one['bytes'] / one['citizens']:.0f}"


def _bytes(one: dict[str, float]) -> tuple[float, float, None, str]:
    return one["bytes"] / one["citizens"], MOST_BYTES, None, "bytes"
