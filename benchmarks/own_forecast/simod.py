"""Simod and the field's distances, by the programs of an environment of their own.

That environment has `simod` (which brings `prosimos`) and `log-distance-measures`; nothing of it
is imported here. It is discovered in one shot, without its search for better settings.
"""

import json
import subprocess
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from sim.own.caselog import DAY_US, UNKNOWN, CaseLog
from sim.own.local_time import WEEK_DAYS, find_local_us
from sim.own.logs import build_caselog, give_roles
from sim.own.mapping import Mapping
from sim.own.reading import load_table
from sim.own.steps import find_first_steps

DISTANCES = Path(__file__).with_name("distances.py")
NOBODY = "nobody"
TIME_FORMAT = "%Y-%m-%dT%H:%M:%S.%f+00:00"
MOST_S = 1_800
"""Seconds that Simod may take for a log."""


class Simod(NamedTuple):
    """Where Simod is, and where what it found was kept.

    Attributes
    ----------
    venv
        Its environment.
    results
        A folder that holds, below the short name of a log, a `.bpmn` and its `.json`; `None`: it is
        run anew.
    """

    venv: Path
    results: Path | None

    def simulate(self, name: str, first: CaseLog, second: CaseLog, folder: Path) -> Path:
        """Simulate as many cases as came, of what it finds in the first half; return the file."""
        bpmn = self._find_model(name, first, folder)
        out = folder / "simod.csv"
        options = {
            "--bpmn_path": str(bpmn),
            "--json_path": str(bpmn.with_suffix(".json")),
            "--total_cases": str(second.cases),
            "--log_out_path": str(out),
            "--starting_at": pd.Timestamp(_begin_us(second), unit="us", tz="UTC").isoformat(),
        }
        words = [word for option in options.items() for word in option]
        self._run("prosimos", "start-simulation", *words, folder=folder)
        return out

    def measure(self, second: Path, others: list[Path]) -> dict[str, dict[str, float]]:
        """Measure how far logs are from the second half; by the name of each file."""
        said = self._run("python", str(DISTANCES), *map(str, (second, *others)), folder=None)
        found: dict[str, dict[str, float]] = json.loads(said.splitlines()[-1])
        return found

    def _find_model(self, name: str, first: CaseLog, folder: Path) -> Path:
        if self.results is None:
            write_steps(first, folder / "model.csv")
            made = folder / "model"
            options = ("-l", str(folder / "model.csv"), "-o", str(made))
            self._run("simod", "--one-shot", *options, folder=folder)
        else:
            made = self.results / name
        return next(made.rglob("best_result/*.bpmn")).resolve()

    def _run(self, program: str, *words: str, folder: Path | None) -> str:
        ran = subprocess.run(
            (str(self.venv.resolve() / "bin" / program), *words),
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
            timeout=MOST_S,
        )
        return ran.stdout


def load_simulated(path: Path, like: CaseLog, mapping: Mapping) -> CaseLog:
    """Load the case log that Simod made, its activities meaning what they mean in another."""
    columns = Mapping("case_id", "activity", "end_time", resource="resource", tz=like.zone)
    names = ("asks", "closes", "citizen", "automatic")
    roles = {name: getattr(mapping, name) for name in names}
    log = build_caselog(load_table(path), columns)
    log = give_roles(log, columns._replace(**roles))
    is_nobody = np.isin(log.person, [i for i, who in enumerate(log.person_names) if who == NOBODY])
    return log._replace(person=np.where(is_nobody, UNKNOWN, log.person).astype(np.int32))


def take_cases(log: CaseLog, cases: int) -> CaseLog:
    """Return the first cases of a log."""
    is_in = log.case < cases
    columns = ("case", "activity", "person", "end_us", "start_us")
    taken = {name: getattr(log, name)[is_in] for name in columns}
    return log._replace(**taken, case_names=log.case_names[:cases])


def shift(log: CaseLog, like: CaseLog) -> CaseLog:
    """Shift a log by whole weeks to where another begins, as near as that is, by its clocks."""
    local_us, came_us = (find_local_us(one.end_us, one.zone) for one in (log, like))
    week_us = WEEK_DAYS * DAY_US
    moved_us = local_us + round(int(came_us.min() - local_us.min()) / week_us) * week_us
    clock = pd.DatetimeIndex(moved_us.view("datetime64[us]"))
    zone, hours = ZoneInfo(like.zone), np.ones(len(clock), np.bool_)
    times = clock.tz_localize(zone, nonexistent="shift_forward", ambiguous=hours)
    end_us = times.tz_convert("UTC").tz_localize(None).to_numpy("datetime64[us]").view(np.int64)
    return log._replace(end_us=end_us, zone=like.zone, ends_us=int(end_us.max()))


def write_steps(log: CaseLog, path: Path) -> None:
    """Write the steps of a log as Simod reads them, each begun when it ended."""
    ends = pd.DatetimeIndex(log.end_us.view("datetime64[us]")).strftime(TIME_FORMAT)
    who = np.array([*log.person_names, NOBODY])
    steps = {
        "case_id": log.case,
        "activity": np.array(log.activity_names)[log.activity],
        "start_time": ends,
        "end_time": ends,
        "resource": who[np.where(log.person == UNKNOWN, len(who) - 1, log.person)],
    }
    pd.DataFrame(steps).to_csv(path, index=False)


def _begin_us(log: CaseLog) -> int:
    return int(log.end_us[find_first_steps(log)].min())
