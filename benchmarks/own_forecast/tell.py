"""What is found of one log: the forecast, what came, and what Simod simulates."""

import subprocess
from datetime import UTC, datetime
from math import nan
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.own_forecast.as_told import tell_as
from benchmarks.own_forecast.simod import Simod, load_simulated, shift, take_cases, write_steps
from benchmarks.own_forecast.sources import Source, load
from sim.errors import RequisiteError
from sim.own.caselog import CaseLog
from sim.own.estimates import estimate
from sim.own.forecast import Forecast, Held, find_forecast
from sim.own.steps import find_first_steps

COMPARED = (
    "arrivals_per_day",
    "faces_per_case",
    "hand_overs_per_case",
    "asks_per_case",
    "days_p50",
    "days_p90",
)
REPEATED, OURS, SIMOD = "repeat", "ours", "Simod"


class Told(NamedTuple):
    """What was found of one log.

    Attributes
    ----------
    source
        Which log it is.
    found
        The forecast, and what came.
    by_simod
        The figures of what Simod simulates; none where it was not run.
    distances
        From the second half, by what is compared and measure; empty where they were not measured.
    why_not
        Why there is nothing of Simod.
    """

    source: Source
    found: Forecast
    by_simod: dict[str, float]
    distances: dict[str, dict[str, float]]
    why_not: str

    @property
    def held(self) -> dict[str, Held]:
        """Figure by figure, those compared."""
        return {one.name: one for one in self.found.held if one.name in COMPARED}

    def error_of_simod(self, name: str) -> float:
        """Return how far off Simod is, as a part of what came."""
        return self.held[name]._replace(forecast=self.by_simod.get(name, nan)).error


def tell(path: Path, simod: Simod | None) -> Told:
    """Forecast a log, and hold it against what came and what Simod says."""
    source, log, mapping = load(path)
    found = find_forecast(log)
    by_simod, distances, why_not = dict[str, float](), dict[str, dict[str, float]](), ""
    if simod is None:
        return Told(source, found, by_simod, distances, "it was not asked for")
    with TemporaryDirectory() as name:
        folder = Path(name)
        came = folder / "came.csv"
        write_steps(found.second, came)
        ours = tell_as(found.simulated, found.first)
        logs = {REPEATED: found.first, OURS: take_cases(ours, found.second.cases)}
        for which, one in logs.items():
            write_steps(shift(one, found.second), folder / f"{which}.csv")
        others = [folder / f"{which}.csv" for which in logs]
        try:
            made = simod.simulate(source.name, found.first, found.second, folder)
            by_simod = _estimate_made(load_simulated(made, log, mapping))
            others.append(made)
        except (OSError, StopIteration, subprocess.SubprocessError, RequisiteError) as error:
            why_not = f"it failed: {type(error).__name__}"
        measured = simod.measure(came, others)
    names = {"simod": SIMOD}
    distances = {names.get(which, which): one for which, one in measured.items()}
    return Told(source, found, by_simod, distances, why_not)


def _estimate_made(log: CaseLog) -> dict[str, float]:
    """Estimate a simulated log, of days until the last of its cases began."""
    last_us = int(log.end_us[find_first_steps(log)].max())
    last = datetime.fromtimestamp(last_us / 1e6, UTC).date()
    return {name: one.value for name, one in estimate(log, last=last).items()}
