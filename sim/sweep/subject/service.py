"""Services as the subject of a sweep: a point is a scenario, each design of which is run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.blueprint import build_blueprint
from sim.engines.request import build_stop_sign
from sim.errors import RequisiteError, ScenarioError, TooLargeError
from sim.experiment import SIGNS, Cell, Frame, RunSettings
from sim.experiment.cells import Batch, CellRun, measure_run, simulate_batch
from sim.experiment.frame import is_warm
from sim.experiment.size import check_size
from sim.ledger import Ledger
from sim.measures import Measure, find_measure
from sim.scenario import Scenario
from sim.sweep.plan import Factor, Value, build_point
from sim.sweep.subject.subject import Row, fail
from sim.sweep.subject.weekly import describe_series, read_weeks
from sim.sweep.table import DONE, FAILED, REFUSED, TOO_LARGE, Outcome

BETTER = {"higher": 1, "lower": -1, "neither": 0}


class ServicePart(NamedTuple):
    """A service of the plan."""

    raw: dict[str, Any]
    """Its scenario as a raw table, before any point."""
    name: str
    factors: tuple[Factor, ...]
    frame: Frame
    """Who is the cohort, the same at all points: that of what is not varied."""


@dataclass(frozen=True)
class ServiceSubject:
    """Some designs of some services.

    Attributes
    ----------
    parts
        The services, in the order of the plan.
    designs
        The designs that are run at each point: they meet the same citizens with the same luck.
    settings
        How it is run.
    measures
        The measures to take; those that tell whether a design settles are taken as well.
    weekly
        Names of the series that are told of each week.
    """

    parts: tuple[ServicePart, ...]
    designs: tuple[str, ...]
    settings: RunSettings
    measures: tuple[str, ...]
    weekly: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The measures that are taken."""
        return tuple(dict.fromkeys((*self.measures, *SIGNS)))

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What is measured."""
        currency = "/".join(dict.fromkeys(part.raw["service"]["currency"] for part in self.parts))
        return tuple(
            Outcome(one.name, _unit_of(one, currency), str(one.title), BETTER[one.better])
            for one in map(find_measure, self.names)
        )

    @property
    def series(self) -> tuple[Outcome, ...]:
        """What is told of each week."""
        return describe_series(self.weekly)

    @property
    def engine(self) -> str:
        """Name of the engine."""
        return self.settings.engine

    def run_point(
        self, part: int, values: Sequence[Value], replications: range
    ) -> Iterator[tuple[Row, ...]]:
        """Run a point of a service; see `Subject.run_point`."""
        service = self.parts[part]
        try:
            runs = self._build_runs(service, values)
        except TooLargeError as error:
            rows = (fail(TOO_LARGE, error),) * len(self.designs)
            yield from (rows for _ in replications)
            return
        except RequisiteError as error:
            rows = (_refuse(error),) * len(self.designs)
            yield from (rows for _ in replications)
            return
        for replication in replications:
            yield self._run(service.frame, [one._replace(replication=replication) for one in runs])

    def _build_runs(self, service: ServicePart, values: Sequence[Value]) -> list[CellRun]:
        scenario = build_point(service.raw, service.factors, values, service.name, self.designs)
        days = self.settings.days_of(scenario)
        check_size(scenario, days + service.frame.follow_up_days)
        return [
            _build_run(scenario, design, place, days) for place, design in enumerate(self.designs)
        ]

    def _run(self, frame: Frame, runs: Sequence[CellRun]) -> tuple[Row, ...]:
        """Run all designs, which share their citizens; where one cannot be, each by itself."""
        try:
            return self._measure(frame, runs)
        except Exception:  # told below, in the row of the run that it belongs to
            return tuple(self._run_alone(frame, run) for run in runs)

    def _run_alone(self, frame: Frame, run: CellRun) -> Row:
        try:
            return self._measure(frame, [run])[0]
        except TooLargeError as error:
            return fail(TOO_LARGE, error)
        except Exception as error:  # whatever it is, it is told in the row of its run
            return fail(FAILED, error)

    def _measure(self, frame: Frame, runs: Sequence[CellRun]) -> tuple[Row, ...]:
        batch = Batch(tuple(runs), self.engine, self.settings.seed, frame.follow_up_days)
        ledgers = simulate_batch(batch, build_stop_sign())
        return tuple(
            self._build_row(frame, run, ledger) for run, ledger in zip(runs, ledgers, strict=True)
        )

    def _build_row(self, frame: Frame, run: CellRun, ledger: Ledger) -> Row:
        found = measure_run(run, ledger, {None: self.names}, frame.warm_up_day)[None]
        values = tuple(found[name].value for name in self.names)
        warm, series = is_warm(frame, run.cell, run.days), read_weeks(run, ledger, self.weekly)
        return Row(DONE, is_warm=warm, values=values, series=series)


def _unit_of(measure: Measure, currency: str) -> str:
    return measure.unit.value.template.replace("{currency}", currency)


def _build_run(scenario: Scenario, design: str, place: int, days: int) -> CellRun:
    return CellRun(0, place, Cell(scenario, design), build_blueprint(scenario, design), days)


def _refuse(error: RequisiteError) -> Row:
    """Return the row of a point that rules refuse: with the problems, without their heading."""
    if isinstance(error, ScenarioError):
        return Row(REFUSED, "; ".join(str(problem) for problem in error.problems))
    return fail(REFUSED, error)
