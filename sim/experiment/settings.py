"""How runs are to be made: one record of settings, checked when it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Integral
from typing import Literal, TypedDict

from sim.blueprint import build_blueprint
from sim.engines import DEFAULT_ENGINE, check_engine
from sim.errors import RunError, mismatch
from sim.experiment.cells import Frame
from sim.message import Message
from sim.random.keyed import MASK
from sim.results import FIXED, Provenance, build_provenance
from sim.scenario import Scenario
from sim.scenario.keys import found

LEAST_DAYS, MOST_DAYS = 14, 12_000
LEAST_REPLICATIONS = 2
LARGEST_REPLICATIONS = 10_000
"""More make no interval narrower that anybody would see."""
SHIPPED_DESIGNS = ("functionalised", "absorbing")
"""The two designs that every shipped service has."""
AUTO: Literal["auto"] = "auto"
Replications = int | Literal["auto"]


class RunKeywords(TypedDict, total=False):
    """The settings as they may be asked for one by one, see `RunSettings`."""

    seed: int
    days: int | None
    replications: Replications
    warm_up_day: int | None
    follow_up_days: int | None
    engine: str


@dataclass(frozen=True)
class RunSettings:
    """How runs are to be made.

    Attributes
    ----------
    seed
        Which luck.
    days
        Calendar days of arrivals, warm-up included; each scenario's own number if `None`.
    replications
        How many times, at least 2; or "auto": until several measures are known to within 5 %, see
        `sim.experiment.stopping`.
    warm_up_day
        Calendar day on which the cohort begins; if `None`, the day on which all have warmed up.
    follow_up_days
        Calendar days that a run goes on after the cohort's last day; if `None`, so many that all
        but a few cases are closed, see `sim.experiment.frame`.
    engine
        Name of the engine.

    Raises
    ------
    RunError
        If no run can be made so.
    """

    seed: int = 1
    days: int | None = None
    replications: Replications = AUTO
    warm_up_day: int | None = None
    follow_up_days: int | None = None
    engine: str = DEFAULT_ENGINE

    def __post_init__(self) -> None:
        """Check what can be checked without a scenario."""
        for name, number in (("seed", self.seed), ("days", self.days), *self._others()):
            if number is not None and not isinstance(number, Integral):
                raise RunError(mismatch(name, number, Message("a whole number")))
        check_luck(self.seed)
        check_replications(self.replications)
        check_engine(self.engine)
        if self.days is not None:
            check_days(self.days)
        self._check_warm_up()
        self._check_follow_up()

    def _others(self) -> tuple[tuple[str, object], ...]:
        """Return the whole numbers that may be left out, or be a word."""
        word = isinstance(self.replications, str)
        return (
            ("replications", None if word else self.replications),
            ("warm_up_day", self.warm_up_day),
            ("follow_up_days", self.follow_up_days),
        )

    def _check_warm_up(self) -> None:
        last = (MOST_DAYS if self.days is None else self.days) - 1
        if self.warm_up_day is not None and not 0 <= self.warm_up_day <= last:
            within = Message("{least} to {most}", least=0, most=last)
            raise RunError(mismatch("warm_up_day", self.warm_up_day, within))

    def _check_follow_up(self) -> None:
        if self.follow_up_days is not None and not 0 <= self.follow_up_days <= MOST_DAYS:
            within = Message("{least} to {most}", least=0, most=MOST_DAYS)
            raise RunError(mismatch("follow_up_days", self.follow_up_days, within))

    def days_of(self, scenario: Scenario) -> int:
        """Return the calendar days of arrivals in a run of a scenario.

        Raises
        ------
        RunError
            If the scenario's own are too few or too many.
        """
        return check_days(scenario.service.days) if self.days is None else self.days

    def count(self) -> int:
        """Return the number of replications, where it has to be one.

        Raises
        ------
        RunError
            If it is not.
        """
        if isinstance(self.replications, str):
            raise RunError(mismatch("replications", self.replications, Message("a number")))
        return self.replications


def find_provenance(
    scenario: Scenario,
    designs: tuple[str, ...],
    settings: RunSettings,
    frame: Frame,
    rule: str | None = FIXED,
) -> Provenance:
    """Gather where the result of some runs comes from; see `Provenance` for the rule."""
    return build_provenance(
        scenario,
        designs,
        engine=settings.engine,
        seed=settings.seed,
        warm_up_day=frame.warm_up_day,
        follow_up_days=frame.follow_up_days,
        replications_rule=rule,
    )


def check_days(days: int) -> int:
    """Return a number of days that a run can have.

    Raises
    ------
    RunError
        If it is too small or too large.
    """
    if not LEAST_DAYS <= days <= MOST_DAYS:
        bounds = Message(
            "{low} to {high} calendar days (warm-up included)", low=LEAST_DAYS, high=MOST_DAYS
        )
        raise RunError(mismatch("days", days, bounds))
    return days


def check_replications(replications: Replications) -> None:
    """Check that intervals can be built of a number of replications.

    Raises
    ------
    RunError
        If there are too few or too many, or it is another word than "auto".
    """
    if replications == AUTO:
        return
    if isinstance(replications, str):
        number = Message("a number or {auto!r}", auto=AUTO)
        raise RunError(mismatch("replications", replications, number))
    if replications < LEAST_REPLICATIONS:
        enough = Message(
            "{least} or more, since one alone has no interval", least=LEAST_REPLICATIONS
        )
        raise RunError(mismatch("replications", replications, enough))
    if replications > LARGEST_REPLICATIONS:
        within = Message("{most} at the most", most=LARGEST_REPLICATIONS)
        raise RunError(mismatch("replications", replications, within))


def check_luck(seed: int, replication: int = 0) -> None:
    """Check the two numbers that choose the luck: a draw key holds 64 bits of each.

    Raises
    ------
    RunError
        If one is below 0, or larger than that.
    """
    for name, number in (("seed", seed), ("replication", replication)):
        if not 0 <= number <= MASK:
            raise RunError(
                mismatch(name, found(number), Message("{least} to {most}", least=0, most=MASK))
            )


def check_pair(scenario: Scenario, designs: Sequence[str]) -> tuple[str, str]:
    """Return two different designs of a scenario.

    Raises
    ------
    RunError
        If they are not, or one cannot be run.
    """
    if len(designs) != 2 or designs[0] == designs[1]:
        raise RunError(mismatch("designs", ", ".join(designs), Message("two different ones")))
    for design in designs:
        build_blueprint(scenario, design)
    return designs[0], designs[1]
