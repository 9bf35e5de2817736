"""Rules that are followed in place of a search: what is done when one figure passes a mark.

Each is a habit of steering with a source, and optional: nothing here says what comes of it. Where a
rule moves a condition, it takes whichever of the two designs has more of what the rule asks for; no
rule knows what the designs are called.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sim.design import Design
from sim.measures import Reading
from sim.message import Message
from sim.steering.ground import STAFF, Ground
from sim.steering.stance import Stance, Trial

QUARTERS_OF_YEAR = 4
SQUEEZE, BUDGET_CUT, BUY = 0.03, 0.05, 0.1
"""Parts of the staff of the scenario: let go in a quarter, in a year, and taken on in a quarter."""
MORE = 1.05
"""Times what came in the first quarter: from here on it is said that expectations are rising."""


class Situation(NamedTuple):
    """What a rule is told of.

    Attributes
    ----------
    quarter
        Which quarter begins, from 0.
    stance
        What the service is at present.
    first, seen
        What the books of the first quarter and of the last one tell.
    """

    quarter: int
    stance: Stance
    first: Mapping[str, Reading]
    seen: Mapping[str, Reading]

    def read(self, name: str) -> float:
        """Return a measure of the last quarter; where it is not known NaN, beyond no mark."""
        value = self.seen[name].value
        return float("nan") if value is None else value


Act = Callable[[Ground, Situation], Trial | None]


class Rule(NamedTuple):
    """A rule.

    Attributes
    ----------
    name, title
        What it is called, in a command and within a sentence.
    figure
        The measure that it looks at.
    source
        Where the habit is described.
    act
        What it does; `None` where it does nothing.
    """

    name: str
    title: Message
    figure: str
    source: str
    act: Act

    @property
    def figures(self) -> tuple[str, ...]:
        """The measure, as a policy has several."""
        return (self.figure,)


def squeeze(ground: Ground, now: Situation) -> Trial | None:
    """Let staff go while they are busy for less of their time than the service aims at."""
    aim = ground.scenario.staff.target_utilisation.value
    return _let_go(ground, SQUEEZE) if now.read("utilisation") < aim else None


def cut_budget(ground: Ground, now: Situation) -> Trial | None:
    """Let a part of the staff go at the end of each year, whatever the figures say."""
    return _let_go(ground, BUDGET_CUT) if now.quarter % QUARTERS_OF_YEAR == 0 else None


def buy_capacity(ground: Ground, now: Situation) -> Trial | None:
    """Take on staff while some pool is busier than the service aims at."""
    aim = ground.scenario.staff.target_utilisation.value
    step = max(round(BUY * ground.staff), 1)
    return Trial(STAFF, more=step) if now.read("utilisation_busiest") > aim else None


def meet_expectations(ground: Ground, now: Situation) -> Trial | None:
    """Take in more by forms when more comes in than in the first quarter."""
    began = now.first["demand_per_month"].value
    if began is not None and now.read("demand_per_month") > MORE * began:
        return _move(ground, now.stance, "digital", lambda design: design.digital.form_share.value)
    return None


def tighten_control(ground: Ground, now: Situation) -> Trial | None:
    """Where the target is missed, inspect more."""
    present = ground.find_mix(now.stance) or ground.scenario
    target = present.designs[ground.name].targets.days.value
    if now.read("reported_days") > target:
        return _move(ground, now.stance, "inspection", lambda design: design.inspection.share.value)
    return None


def _let_go(ground: Ground, part: float) -> Trial:
    return Trial(STAFF, more=-max(round(part * ground.staff), 1))


def _move(
    ground: Ground, stance: Stance, lever: str, amount: Callable[[Design], float]
) -> Trial | None:
    """Move a condition to the design that has more of something, unless it stands there."""
    if lever not in ground.levers:
        return None
    place = ground.levers.index(lever)
    first, second = (amount(ground.scenario.designs[name]) for name in ground.designs)
    stands = stance.mix >> place & 1
    is_moved = (stands == 0 and second > first) or (stands == 1 and first > second)
    return Trial(lever, flips=1 << place) if is_moved else None


REVIEW = "Oliva & Sterman 2001, Management Science 47(7), 894-914"
RULES = {
    rule.name: rule
    for rule in (
        Rule(
            "squeeze",
            Message("fewer staff while they are not busy enough"),
            "utilisation",
            REVIEW,
            squeeze,
        ),
        Rule(
            "budget_cut",
            Message("a twentieth of the staff cut each year"),
            "utilisation",
            "report, section 7; Ghaffarzadegan et al. 2011, System Dynamics Review 27(1), 22-44",
            cut_budget,
        ),
        Rule(
            "buy_capacity",
            Message("more staff while some are too busy"),
            "utilisation_busiest",
            REVIEW,
            buy_capacity,
        ),
        Rule(
            "expectations",
            Message("more forms when more comes in"),
            "demand_per_month",
            "report, section 7 (demand is taken as given); assumed as a rule",
            meet_expectations,
        ),
        Rule(
            "control",
            Message("more control when the target is missed"),
            "reported_days",
            "Repenning & Sterman 2002, Administrative Science Quarterly 47(2), 265-295",
            tighten_control,
        ),
    )
}
"""By name."""
