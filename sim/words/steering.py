"""What is said of managers: what each steers by, what becomes of that figure, and of the cost.

What is said quarter by quarter stands in `sim.words.quarters`.
"""

from collections.abc import Iterator, Sequence

from sim.experiment import Settling
from sim.measures import MEASURES
from sim.message import Message
from sim.results import Interval
from sim.steering import RULES, Arm, Change, Steering, first_of
from sim.words.basis import CHANCE_ONLY, tell_changes, tell_sources, warn_of_few
from sim.words.designs import mention_design, name_condition, name_design
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    NOTHING,
    decimals_of,
    write_headlines,
    write_interval,
    write_list,
    write_number,
    write_percent,
    write_quantity,
    write_value,
)

COST = "cost_per_citizen_helped"
TOLD = (COST, "unit_cost_per_activity", "failure_demand_share", "end_to_end_days")
"""The measures of the table."""
SMALL = 0.01
"""Of what it was: a change that may be chance and is no larger is told as none."""
FIGURES = {
    "unit_cost_per_activity": Message("unit cost"),
    "reported_days": Message("the target's figure"),
    "cost_own_budget": Message("what its own budget bears for a citizen helped"),
    "failure_demand_share": Message("failure demand"),
    "end_to_end_days": Message("end-to-end time"),
    COST: Message("end-to-end cost"),
    "kept_promise_share": Message("the promise kept"),
}
"""What figures are called within a sentence; others by their titles."""
HEADING = Message("{title}: the same manager, and only the figure steered by differs")
VARIES = Message("Needs as the scenario has them")
ALIKE = Message("No variety: all needs are alike")
HEADS = (Message("steered by"), Message("from"))
HOW = Message(
    "Each quarter after the first a manager tries one change, a condition as the other design has "
    "it or fewer or more staff, and keeps it if the figure of that quarter is better by more than "
    "1%. The names of the designs play no part. The order of changes, the citizens and the luck "
    "are the same for all managers, and for the service that nobody steers, with which each is "
    "compared. End-to-end cost counts the hours that are worked, so idle staff cost it nothing; "
    "what is paid is a measure of its own."
)
QUANTITIES = Message(
    "Or a quantity, a fifth of its range up or down: {ranges}. Where the condition that it belongs "
    "to is moved, it stays where it was brought to."
)
YEAR_AFTER = Message(
    "Told of those who come in the year after {quarters} quarters; {replications} replications, "
    "seed {seed}."
)
OVER = Message("does not settle")


def tell_heading(title: str) -> str:
    """Tell what is looked at."""
    return say(HEADING, title=title)


def list_parts(result: Steering) -> Iterator[tuple[str, list[Arm]]]:
    """List the headings, with variety and without, each with its arms."""
    for has_variety, heading in ((True, VARIES), (False, ALIKE)):
        if arms := [arm for arm in result.arms if arm.has_variety == has_variety]:
            yield say(heading), arms


def tell_arm(result: Steering, arm: Arm) -> list[str]:
    """Tell what one manager has made of the service, in two sentences, or three."""
    told = [say_sentence(_tell_figures(arm)), say_sentence(_tell_end(result, arm))]
    if result.quantities:
        told.append(say_sentence(_tell_quantities(result, arm)))
    return [sentence if sentence.endswith(".") else f"{sentence}." for sentence in told]


def _tell_figures(arm: Arm) -> Message:
    begun = {"figure": name_policy(arm.by), "design": mention_design(arm.start)}
    if not arm.settling.settles:
        return Message(
            "steered by {figure}, from {design} on, the service does not settle: {why}; no mean of "
            "it is told",
            why=arm.settling.reasons[0],
            **begun,
        )
    if not arm.before.settles:
        return Message(
            "steered by {figure}, from {design} on, it comes to a service that settles; where "
            "nobody steers it does not, so no difference is told: {why}",
            why=arm.before.reasons[0],
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
    asked |= {"percent": _write_part(change.nobody.mean, change.difference)}
    is_small = abs(change.difference.mean) < SMALL * abs(change.nobody.mean)
    if not change.difference.sure_sign and (before == after or is_small):
        return Message("{figure} stays at {after}", figure=name_figure(name), after=after)
    if change.difference.sure_sign > 0:
        return Message("{figure} **rises** from {before} to {after} ({percent})", **asked)
    if change.difference.sure_sign < 0:
        return Message("{figure} **falls** from {before} to {after} ({percent})", **asked)
    return Message(
        "{figure} goes from {before} to {after} ({percent}), which may be chance", **asked
    )


def _write_part(whole: float, change: Interval) -> str:
    """Write a change with its interval as a part of what it was."""
    if not whole:
        return NOTHING
    mean, low, high = (write_percent(end / whole, is_signed=True) for end in change)
    return say(Message("{mean}, 95%: {low} to {high}", mean=mean, low=low, high=high))


def _tell_end(result: Steering, arm: Arm) -> Message:
    """Tell which conditions it ends with: by name where all replications agree."""
    staff = write_number(arm.staff.mean, 0 if arm.staff.mean.is_integer() else 1)
    second = [name for name, share in arm.second.items() if share == 1]
    first = [name for name, share in arm.second.items() if share == 0]
    if arm.by in RULES and not arm.kept.mean:
        return Message("the rule was never acted on: nothing passed its mark")
    if len(first) + len(second) == len(arm.second):
        return tell_mix(result.designs, first, second, staff)
    return Message(
        "on the mean it ends with {count} of {all} conditions as in {second}, not always the same "
        "ones, and {staff} staff",
        count=write_number(sum(arm.second.values()), 1),
        all=len(arm.second),
        second=mention_design(result.designs[1]),
        staff=staff,
    )


def tell_mix(
    designs: tuple[str, str], first: Sequence[str], second: Sequence[str], staff: str
) -> Message:
    """Tell which conditions a service ends with as each of two designs has them."""
    if not first or not second:
        return Message(
            "it ends with every condition as in {design}, and {staff} staff",
            design=mention_design(designs[0] if first else designs[1]),
            staff=staff,
        )
    return Message(
        "it ends with {moved} as in {second}, the rest as in {first}, and {staff} staff",
        moved=write_list([say(name_condition(name)) for name in second]),
        first=mention_design(designs[0]),
        second=mention_design(designs[1]),
        staff=staff,
    )


def _tell_quantities(result: Steering, arm: Arm) -> Message:
    """Tell what has become of each quantity that could be moved."""
    ends = [
        say(
            Message(
                "{key} at {mean} (95%: {low} to {high})",
                key=lever.key,
                **{
                    end: write_quantity(value, lever.unit)
                    for end, value in arm.quantities[lever.key]._asdict().items()
                },
            )
        )
        for lever in result.quantities
    ]
    return Message("of the quantities it ends with {ends}", ends=write_list(ends))


def name_policy(by: str) -> Message:
    """Return what is steered by, within a sentence: a figure, or several with their weights."""
    if by in RULES:
        return Message("the rule “{rule}”", rule=RULES[by].title)
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
    if change is None or (change.nobody is None and arm.settles):
        return NOTHING
    means = [one.mean for one in (change.nobody, change.steered) if one is not None]
    decimals = decimals_of(means[:1], change.unit) if means else 0
    before = _write_settled(change.nobody, arm.before, change.unit, decimals)
    after = _write_settled(change.steered, arm.settling, change.unit, decimals)
    if not arm.settles or change.difference is None:
        return f"{before} → {after}"
    difference = write_interval(change.difference, change.unit, decimals, is_signed=True)
    return f"{before} → {after}\n{difference}"


def _write_settled(interval: Interval | None, settling: Settling, unit: str, decimals: int) -> str:
    if not settling.settles:
        return say(OVER)
    return NOTHING if interval is None else write_value(interval.mean, unit, decimals)


def tell_basis_of_steering(result: Steering) -> list[str]:
    """Tell how it was found."""
    return [
        say(HOW),
        *_tell_ranges(result),
        say(
            YEAR_AFTER,
            quarters=result.quarters,
            replications=result.replications,
            seed=result.seed,
        ),
        *map(say, (*warn_of_few(result.replications), CHANCE_ONLY)),
        tell_sources(result.provenance.sources),
        *tell_changes(result.provenance),
    ]


def _tell_ranges(result: Steering) -> list[str]:
    """Tell between which ends each quantity can be moved, where there are any."""
    ranges = [
        say(
            Message(
                "{key} from {low} to {high}",
                key=lever.key,
                low=write_quantity(lever.low, lever.unit),
                high=write_quantity(lever.high, lever.unit),
            )
        )
        for lever in result.quantities
    ]
    return [say(QUANTITIES, ranges=write_list(ranges))] if ranges else []
