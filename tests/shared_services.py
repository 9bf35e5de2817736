"""Small services that share a constant, in a folder that stands for the shipped one."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sim.analysis.evidence import EvidenceRow, Simulated, build_rows
from sim.results import Interval
from sim.scenario import Scenario, files
from tests.builders import Raw, build_raw, q, small_scenario_text

CONSTANT = "designs.case.every.digital.capture_form"
TRUE_CAPTURE, FILED_CAPTURE = 0.8, 0.4
TRUE_VARIETY, FILED_VARIETY = 2.5, 4.5
TOLERANCE = 0.02
DAYS = 30


def fitted(value: float, low: float, high: float) -> Raw:
    return {**q(value, low, high), "from": "fitted"}


def write_services(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the services, and have them taken for those that are shipped.

    `both` takes the constant and has a fitted quantity of its own, `takes` takes the constant
    alone; their figures are what the true values give in `judge_simply`. `silent` takes it and has
    no evidence, `own` states it itself.
    """
    folder.mkdir()
    every = {"digital": {"capture_form": fitted(FILED_CAPTURE, 0.2, 1.0)}}
    write(folder, "mechanisms", {"designs": {"case": {"every": every}}, "sources": {}})
    write(folder, "both", build_service("both", TRUE_VARIETY, fitted(FILED_VARIETY, 0.0, 6.0)))
    write(folder, "takes", build_service("takes", 1.5, q(1.5)))
    silent = build_service("silent", 1.5, q(1.5))
    del silent["evidence"]
    write(folder, "silent", silent)
    own = build_service("own", 1.5, q(1.5))
    for design in own["designs"].values():
        design["digital"]["capture_form"] = q(0.5)
    write(folder, "own", own)
    monkeypatch.setattr(files, "_IN_WHEEL", folder)
    return folder


def write(folder: Path, name: str, raw: Raw) -> None:
    (folder / f"{name}.toml").write_text("# as it was\n" + small_scenario_text(raw))


def build_service(name: str, true_variety: float, variety: Raw) -> Raw:
    """Build a service that shares the constant, with figures of what is true."""
    raw = build_raw()
    raw["service"] |= {"name": name, "days": DAYS}
    raw["demand"]["known"] |= {"variety": variety, "arrivals_per_day": q(5)}
    for design in raw["designs"].values():
        del design["digital"]["capture_form"]
    raw["evidence"] = [
        {
            "measure": "failure_demand_share",
            "design": design,
            "is": figure,
            "range": [figure - TOLERANCE, figure + TOLERANCE],
            "from": "report",
        }
        for design, figure in yield_simply(TRUE_CAPTURE, true_variety).items()
    ]
    return {"mechanisms": "shared", **raw}


def yield_simply(capture: float, variety: float) -> dict[str, float]:
    """Return the figures of a world in which one figure tells the constant, both the variety."""
    return {"functionalised": capture, "absorbing": capture - variety / 10}


def judge_simply(scenarios: Sequence[Scenario], *_: Any, **__: Any) -> list[EvidenceRow]:
    """Judge figures of that world instead of simulated ones, in no time."""
    rows: list[EvidenceRow] = []
    for scenario in scenarios:
        capture = scenario.designs["functionalised"].digital.capture_form.value
        figures = yield_simply(capture, scenario.demand["known"].variety.value)
        means = [figures[evidence.design] for evidence in scenario.evidence]
        found = [Simulated(Interval(mean, mean, mean), None) for mean in means]
        rows += build_rows(scenario, found)
    return rows


def live_simply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have calibrations judge by that world."""
    for name in ("trial", "shared", "leave_one_out"):
        module = import_module(f"sim.analysis.calibration.{name}")
        monkeypatch.setattr(module, "judge_evidence", judge_simply)
