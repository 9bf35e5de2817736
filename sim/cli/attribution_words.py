"""What an attribution says, in plain sentences. The sentences stand here whole."""

from collections.abc import Iterator
from itertools import islice

from sim.analysis.attribution import Attributed, Attribution, Interaction
from sim.cli.basis import CHANCE_ONLY, CHANGED, MOST_CHANGES_SHOWN, UNCHANGED, tell_sources
from sim.cli.numbers import decimals_of, scale_of, show_interval, show_number
from sim.cli.table import NOTHING
from sim.results import Interval, Provenance

WHOLE = "{first} is {a}, {second} {b}: a difference of {difference}."
MAY_BE_CHANCE = "That may be chance, so nothing is told as a part of it."
SMALL = (
    "It is small beside what its parts do, which pull both ways; hence parts of more than 100 %."
)
NINE_TENTHS = "Nine tenths of the difference takes at least {size} of the {count}: {names}."
SUM_ALONE = (
    "Moved alone, one at a time, the conditions change {sum} in sum, {percent} of the difference; "
    "what is missing or too much is how they act on each other."
)
TOGETHER = "{a} and {b} give {word} of the difference together than one by one: {effect}."
BEYOND = "{a} and {b} together: {effect} beyond what they do one by one."
NO_PAIRS = "No two conditions surely give more, or less, together than one by one."
READ_SHARES = (
    "Share: what a condition does, averaged over every order of moving all of them (Shapley "
    "value); the shares add up to the difference. Alone: with all others as in {first}. Last: with "
    "all others as in {second}."
)
READ_LADDER = (
    "Moved: how much of the difference there is with so many conditions moved, on average over all "
    "choices of so many, and with those that get furthest and least far towards {second}."
)
SAME = "The same in both designs, so not moved: {names}."
LEFT_OUT = "Left out: {name}, since {reason}."
RUNS = (
    "{runs:,} runs: each of the {mixes} mixes of the two designs, {replications} replications of "
    "{days} days with the same citizens and the same luck (seed {seed}; warm-up {warm_up} days, "
    "run-out {run_out} days); in brackets 95 % confidence intervals."
)
ONLY_THESE = (
    "It is the difference between these two designs that is taken apart: with other numbers in "
    "them, other conditions may weigh more."
)
PAIRS_TOLD = 3
WORTH_TELLING = 0.01
"""Of the difference: the least interaction that is told."""
NEARLY_ALL = 0.9
MOST_OF_PARTS = 3.0
"""Of the difference: what its parts may come to, all counted as positive, before it looks small."""


def tell_whole(designs: tuple[str, str], measure: Attributed) -> str:
    """Tell what the difference is that is taken apart."""
    decimals = _decimals(measure)
    a, b = (show_interval(i, measure.unit, decimals) for i in (measure.first, measure.second))
    difference = show_signed(measure.difference, measure)
    told = WHOLE.format(first=designs[0], second=designs[1], a=a, b=b, difference=difference)
    if measure.sum_alone_of_whole is None:
        return f"{told} {MAY_BE_CHANCE}"
    parts = [share.of_whole.mean for share in measure.shares if share.of_whole is not None]
    return f"{told} {SMALL}" if sum(map(abs, parts)) > MOST_OF_PARTS else told


def tell_parts(measure: Attributed) -> Iterator[str]:
    """Tell how many conditions it takes, what each does alone, and what pairs do."""
    yield from _tell_ladder(measure)
    yield from _tell_pairs(measure)


def _tell_ladder(measure: Attributed) -> Iterator[str]:
    if measure.sum_alone_of_whole is None:
        return
    far = (s for s in measure.ladder if s.most.of_whole and s.most.of_whole.mean >= NEARLY_ALL)
    step = next(far)
    names, count = ", ".join(step.most.conditions), len(measure.shares)
    yield NINE_TENTHS.format(size=step.size, count=count, names=names)
    yield SUM_ALONE.format(
        sum=show_signed(measure.sum_alone, measure), percent=show_part(measure.sum_alone_of_whole)
    )


def _tell_pairs(measure: Attributed) -> Iterator[str]:
    """Tell the largest interactions that are more than chance, and than next to nothing."""
    least = WORTH_TELLING * abs(measure.difference.mean)
    pairs = [i for i in measure.interactions if abs(i.effect.mean) >= least]
    sure = [i for i in pairs if i.effect.low > 0 or i.effect.high < 0]
    largest = sorted(sure, key=lambda i: -abs(i.effect.mean))
    if not largest:
        yield NO_PAIRS
    for interaction in islice(largest, PAIRS_TOLD):
        yield _tell_pair(interaction, measure)


def _tell_pair(interaction: Interaction, measure: Attributed) -> str:
    is_more = (interaction.effect.mean > 0) == (measure.difference.mean > 0)
    template = BEYOND if measure.sum_alone_of_whole is None else TOGETHER
    return template.format(
        a=interaction.conditions[0].capitalize(),
        b=interaction.conditions[1],
        word="more" if is_more else "less",
        effect=show_signed(interaction.effect, measure),
    )


def tell_basis(attribution: Attribution) -> Iterator[str]:
    """Tell how to read the tables, and what they rest on."""
    about, (first, second) = attribution.provenance, attribution.designs
    yield READ_SHARES.format(first=first, second=second)
    yield READ_LADDER.format(second=second)
    if attribution.same_in_both:
        yield SAME.format(names=", ".join(attribution.same_in_both))
    for name, reason in attribution.left_out.items():
        yield LEFT_OUT.format(name=name, reason=reason)
    yield _tell_runs(attribution)
    yield CHANCE_ONLY
    yield ONLY_THESE
    yield tell_sources(about.sources)
    yield from _tell_changes(about)


def _tell_runs(attribution: Attribution) -> str:
    return RUNS.format(
        runs=attribution.runs,
        mixes=attribution.runs // attribution.replications,
        replications=attribution.replications,
        days=attribution.days,
        seed=attribution.seed,
        warm_up=attribution.provenance.warm_up_day,
        run_out=attribution.provenance.follow_up_days,
    )


def _tell_changes(about: Provenance) -> Iterator[str]:
    yield (CHANGED if about.changed else UNCHANGED).format(file=about.scenario_file)
    for change in about.changed[:MOST_CHANGES_SHOWN]:
        yield f"  {change.key}: {_show_value(change.old)} → {_show_value(change.new)}"
    if len(about.changed) > MOST_CHANGES_SHOWN:
        yield f"  and {len(about.changed) - MOST_CHANGES_SHOWN} more; --json has them all."


def _show_value(value: float | int | str | None) -> str:
    if value is None:
        return "none"
    return value if isinstance(value, str) else f"{value:g}"


def show_signed(interval: Interval, measure: Attributed) -> str:
    """Show a change with its interval."""
    return show_interval(interval, measure.unit, _decimals(measure), is_signed=True)


def show_mean(interval: Interval, measure: Attributed) -> str:
    """Show a change alone."""
    scaled = interval.mean * scale_of(measure.unit)
    return show_number(scaled, _decimals(measure), is_signed=True)


def show_part(part: Interval | None) -> str:
    """Show a part of the difference."""
    return NOTHING if part is None else f"{show_number(part.mean * 100, 0)} %"


def _decimals(measure: Attributed) -> int:
    return decimals_of([measure.first.mean, measure.second.mean], measure.unit)
