"""What is said of managers: what each steers by, what becomes of that figure, and of the cost."""

from collections.abc import Iterator

from sim.measures import MEASURES
from sim.message import Message
from sim.results import Interval
from sim.steering import Arm, Change, Steering
from sim.words.basis import CHANCE_ONLY, tell_changes, tell_sources
from sim.words.designs import mention_design, name_condition, name_design
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    NOTHING,
    decimals_of,
    write_headlines,
    write_interval,
    write_list,
    write_number,
    write_value,
)

COST = "cost_per_citizen_helped"
TOLD = (COST, "unit_cost_per_activity", "failure_demand_share", "end_to_end_days")
"""The measures of the table."""
FIGURES = {
    "unit_cost_per_activity": Message("unit cost"),
    "reported_days": Message("the target's figure"),
    "cost_own_budget": Message("its own budget"),
    "failure_demand_share": Message("failure demand"),
    "end_to_end_days": Message("end-to-end time"),
    COST: Message("end-to-end cost"),
    "kept_promise_share": Message("the promise kept"),
}
"""What figures are called within a sentence; others by their titles."""
HALF = 0.5
HEADING = Message("{title}: the same manager, and only the figure steered by differs")
VARIES = Message("Needs as the scenario has them")
ALIKE = Message("No variety: all needs are alike")
HEADS = (Message("steered by"), Message("from"))
HOW = Message(
    "Each quarter a manager tries one change, a condition as the other design has it or fewer or "
    "more staff, and keeps it if the figure of that quarter is better by more than 1%. The names "
    "of the designs play no part. The order of changes, the citizens and the luck are the same for "
    "all managers, and for the service that nobody steers, with which each is compared."
)
YEAR_AFTER = Message(
    "Told of those who come in the year after {quarters} quarters; {replications} replications, "
    "seed {seed}."
)
OVER = Message("does not settle")
COURSES = Message("From {design} on, quarter by quarter")
SEEN = Message("The figure steered by, of what it was in the first quarter")
LIVED = Message("End-to-end cost of a citizen helped")
QUARTERS = Message("quarter")


def tell_heading(title: str) -> str:
    """Tell what is looked at."""
    return say(HEADING, title=title)


def list_parts(result: Steering) -> Iterator[tuple[str, list[Arm]]]:
    """List the headings, with variety and without, each with its arms."""
    for has_variety, heading in ((True, VARIES), (False, ALIKE)):
        yield say(heading), [arm for arm in result.arms if arm.has_variety == has_variety]


def tell_arm(result: Steering, arm: Arm) -> list[str]:
    """Tell what one manager has made of the service, in two sentences."""
    return [say_sentence(_tell_figures(arm)), say_sentence(_tell_end(result, arm))]


def _tell_figures(arm: Arm) -> Message:
    begun = {"figure": name_policy(arm.by), "design": mention_design(arm.start)}
    if not arm.settling.settles:
        return Message(
            "steered by {figure}, from {design} on, the service does not settle: {why}; no mean of "
            "it is told",
            why=arm.settling.reasons[0],
            **begun,
        )
    own = first_of(arm.by) if first_of(arm.by) in arm.outcome else COST
    told = Message(
        "steered by {figure}, from {design} on, {move}",
        move=_tell_move(own, arm.outcome[own]),
        **begun,
    )
    if own == COST:
        return told
    return Message("{told}; {move}", told=told, move=_tell_move(COST, arm.outcome[COST]))


def _tell_move(name: str, change: Change) -> Message:
    if change.nobody is None or change.steered is None or change.difference is None:
        return Message("{figure} is not known", figure=name_figure(name))
    before, after = write_headlines((change.nobody.mean, change.steered.mean), change.unit)
    asked = {"figure": name_figure(name), "before": before, "after": after}
    if change.difference.sure_sign > 0:
        return Message("{figure} **rises** from {before} to {after}", **asked)
    if change.difference.sure_sign < 0:
        return Message("{figure} **falls** from {before} to {after}", **asked)
    return Message("{figure} goes from {before} to {after}, which may be chance", **asked)


def _tell_end(result: Steering, arm: Arm) -> Message:
    second = [name_condition(name) for name, share in arm.second.items() if share > HALF]
    first = [name_condition(name) for name, share in arm.second.items() if share <= HALF]
    staff = write_number(arm.staff.mean, 1)
    names = dict(zip(("first", "second"), map(mention_design, result.designs), strict=True))
    if not first or not second:
        design = names["first"] if first else names["second"]
        return Message(
            "it ends with every condition as in {design}, and {staff} staff",
            design=design,
            staff=staff,
        )
    return Message(
        "it ends with {moved} as in {second}, the rest as in {first}, and {staff} staff",
        moved=write_list(list(map(say, second))),
        staff=staff,
        **names,
    )


def name_policy(by: str) -> Message:
    """Return what is steered by, within a sentence: a figure, or several with their weights."""
    if "=" not in by:
        return name_figure(by)
    parts = (part.partition("=") for part in by.split(","))
    named = [
        say(Message("{figure} (weight {weight})", figure=name_figure(name), weight=weight))
        for name, _, weight in parts
    ]
    return Message.verbatim(write_list(named))


def name_figure(name: str) -> Message:
    """Return what a figure is called within a sentence."""
    return FIGURES.get(name, Message("“{title}”", title=MEASURES[name].title))


def first_of(by: str) -> str:
    """Return the measure that is steered by, or the first of several."""
    return by.split(",", maxsplit=1)[0].partition("=")[0]


def heads_of_arms(arms: list[Arm]) -> list[str]:
    """Return the heads of the table: what each measure is."""
    names = [name for name in TOLD if any(name in arm.outcome for arm in arms)]
    return [*map(say, HEADS), *(say(MEASURES[name].title) for name in names)]


def rows_of_arms(arms: list[Arm]) -> list[list[str]]:
    """Return a row for each manager: before, after, and the difference with its interval."""
    names = [name for name in TOLD if any(name in arm.outcome for arm in arms)]
    return [
        [
            say(name_policy(arm.by)),
            say(name_design(arm.start)),
            *(_write_change(arm, arm.outcome.get(name)) for name in names),
        ]
        for arm in arms
    ]


def _write_change(arm: Arm, change: Change | None) -> str:
    if change is None or change.nobody is None:
        return NOTHING
    decimals = decimals_of([change.nobody.mean], change.unit)
    before = write_value(change.nobody.mean, change.unit, decimals)
    if not arm.settling.settles or change.steered is None or change.difference is None:
        return f"{before} → {say(OVER)}"
    after = write_value(change.steered.mean, change.unit, decimals)
    return f"{before} → {after}\n{_write_difference(change.difference, change.unit, decimals)}"


def _write_difference(difference: Interval, unit: str, decimals: int) -> str:
    return write_interval(difference, unit, decimals, is_signed=True)


def tell_basis_of_steering(result: Steering) -> list[str]:
    """Tell how it was found."""
    return [
        say(HOW),
        say(
            YEAR_AFTER,
            quarters=result.quarters,
            replications=result.replications,
            seed=result.seed,
        ),
        say(CHANCE_ONLY),
        tell_sources(result.provenance.sources),
        *tell_changes(result.provenance),
    ]
