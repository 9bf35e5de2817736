"""A row of the tables of switches: what is changed, what it does to what, and why.

A row changes one thing of the small service of `tests.builders` and names a quantity that must rise
(+1) or fall (-1). The quantity is a measure by name, or how often an event is logged. ``given``
is what has to be the case for the switch to matter at all.
"""

from typing import NamedTuple

from sim.eventlog import Event

UP, DOWN = 1, -1


class Switch(NamedTuple):
    """One row: from one value of a key to another, and where that leads."""

    key: str
    before: float | str
    after: float | str
    quantity: str | Event
    sign: int
    given: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the test is called."""
        quantity = self.quantity.name if isinstance(self.quantity, Event) else self.quantity
        return f"{self.key}:{self.before}->{self.after}:{quantity}"


SPELL = ("demand.spell_days=30", "functionalised.inspection.waiting_days=1")
ALL_CONTROLLED = (*SPELL, "functionalised.inspection.share=1")
DISHONEST = (*ALL_CONTROLLED, "demand.dishonest=0.5")
LATE = ("functionalised.targets.days=2", "functionalised.targets.clock=arrival")
VISITS = (
    "demand.kind=visits",
    "demand.chase_per_day=0",
    "demand.arrivals_per_day=2",
    "demand.visits_per_day=2",
    "demand.episode_days=20",
    "demand.day_variety=1",
    "demand.missed_call=0.2",
    "demand.missed_extra_visit=0.2",
)
BUSY = ("staff.total=9",)
DEEP = ("demand.expert=0.8",)
FEW = ("staff.total=12",)
"""So few that visits wait."""
UNHELD = ("functionalised.targets.hold_days=0",)
NEAR = (
    *UNHELD,
    "functionalised.targets.days=10",
    "functionalised.targets.near_days=3",
    "functionalised.functions.pools.1.pick_up_days=20",
    "functionalised.functions.pools.1.pick_up_cv=1",
    "staff.absence=0.1",
    "loops.speed_limit=0.3",
    "loops.absence_weeks=1",
    "loops.absence_gain=3",
)
CALLED = ("staff.total=7", "demand.chase_per_day=0.5")
ON_THE_LINE = (
    *BUSY,
    "demand.patience_minutes=5",
    "demand.call_back_hours=4",
    "functionalised.digital.form_share=0",
)
_WEIGHTS = ",".join(f"{{is={weight},from='assumed'}}" for weight in (4, 3, 2, 1, 1, 1, 1, 1))
MORNINGS = f"[{_WEIGHTS}]"
"""Hours of calls: more in the morning than later."""
IN_TEAMS = (
    *VISITS,
    "staff.total=15",
    "absorbing.centralisation.teams=3",
    "demand.on_time_minutes=10",
)
"""Clients of three teams."""
SIMPLE = ("demand.variety=0", "functionalised.targets.hold_days=0")
PRESSED = (
    *BUSY,
    "loops.alpha=1",
    "loops.floor=0.3",
    "loops.pressure_days=0.2",
    "functionalised.budget.cap_minutes=none",
)
CONTRACT = ("functionalised.outsourcing.share=0.5",)
AWAY = ("functionalised.prevention.turns_away_below_minutes=60",)
BACK = (*AWAY, "functionalised.prevention.return_chance=1")
FREE = ("absorbing.standards.discretion=1", "demand.appeals=0.5", "costs.grant=9000")
LEAVING = ("staff.turnover_per_year=12", "designs.functions.training_weeks=2")
NUMBER = '{{is={},from="assumed"}}'


def shock(what: str, factor: float) -> str:
    """The change that brings a shock in the second and third week."""
    days, weeks = NUMBER.format(7), NUMBER.format(14)
    about = f'what="{what}",from_day={days},days={weeks},factor={NUMBER.format(factor)}'
    return f"[{{{about}}}]"


TEMPS = ("staff.absence=0.3", "staff.temps=8")
