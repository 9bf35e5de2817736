"""What an attribution says: which condition does how much of a difference between two designs."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import fsum

from sim.analysis.attribution import Attributed, Attribution, Interaction, Subset
from sim.message import Message
from sim.results import Interval
from sim.units import MINUTE_S
from sim.words.basis import CHANCE_ONLY, tell_changes, tell_sources
from sim.words.designs import mention_design, name_condition, name_design
from sim.words.differences import find_points, write_change, write_difference
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    NOTHING,
    SHARE,
    currency_of,
    decimals_of,
    write_currency,
    write_interval,
    write_list,
    write_number,
    write_percent,
)

HEADING = Message("{title}: from {first} to {second}, condition by condition")
HEADS_OF_LADDER = (
    Message("moved"),
    Message("on average"),
    Message("furthest"),
    Message("least far"),
)
MAY_BE_CHANCE = Message("That may be chance, so nothing is told as a part of it.")
SMALL = Message(
    "It is small beside what its parts do, which pull both ways; hence parts of more than 100%."
)
NO_PAIRS = Message("No two conditions surely give more, or less, together than one by one.")
ONLY_THESE = Message(
    "It is the difference between these two designs that is taken apart: with other numbers in "
    "them, other conditions may weigh more."
)
STAFF_FITTED = Message(
    "In a mix each function, and a front office, has staff as its share of the work is; the two "
    "designs stay as they are."
)
PAIRS_TOLD = 3
WORTH_TELLING = 0.01
"""Of the difference: the least interaction that is told."""
NEARLY_ALL = 0.9
MOST_OF_PARTS = 3.0
"""Of the difference: what its parts may come to, all counted as positive, before it looks small."""


def tell_estimate(runs: int, seconds: float) -> str:
    """Tell before it begins how long it will take."""
    minutes = max(1, round(seconds / MINUTE_S))
    return say(
        Message.counted(
            "{runs} runs: about {n} minute.",
            "{runs} runs: about {n} minutes.",
            n=minutes,
            runs=write_number(runs, 0),
        )
    )


def tell_heading(title: str, designs: tuple[str, str]) -> str:
    """Tell what is taken apart."""
    first, second = map(name_design, designs)
    return say(HEADING, title=title, first=first, second=second)


def tell_whole(designs: tuple[str, str], measure: Attributed) -> str:
    """Tell what the difference is that is taken apart."""
    decimals = _decimals(measure)
    a, b = (write_interval(i, measure.unit, decimals) for i in (measure.first, measure.second))
    whole = Message(
        "In {first} it is {a}, in {second} {b}: a difference of {difference}.",
        first=mention_design(designs[0]),
        second=mention_design(designs[1]),
        a=a,
        b=b,
        difference=_write_signed(measure.difference, measure),
    )
    told = say_sentence(whole)
    if not measure.is_sure:
        return f"{told} {say(MAY_BE_CHANCE)}"
    parts = [share.of_whole.mean for share in measure.shares if share.of_whole is not None]
    return f"{told} {say(SMALL)}" if fsum(map(abs, parts)) > MOST_OF_PARTS else told


def tell_parts(measure: Attributed) -> Iterator[str]:
    """Tell how many conditions it takes, what each does alone, and what pairs do."""
    yield from map(say_sentence, _tell_ladder(measure))
    yield from map(say_sentence, _tell_pairs(measure))


def _tell_ladder(measure: Attributed) -> Iterator[Message]:
    if not measure.is_sure:
        return
    far = (s for s in measure.ladder if s.most.of_whole and s.most.of_whole.mean >= NEARLY_ALL)
    step = next(far)
    yield Message(
        "Nine tenths of the difference takes at least {size} of the {count}: {names}.",
        size=step.size,
        count=len(measure.shares),
        names=_list_conditions(step.most.conditions),
    )
    if measure.sum_alone is None or measure.sum_alone_of_whole is None:
        return
    yield Message(
        "Moved alone, one at a time, the conditions change {sum} in sum, {percent} of the "
        "difference; what is missing or too much is how they act on each other.",
        sum=_write_signed(measure.sum_alone, measure),
        percent=write_percent(measure.sum_alone_of_whole.mean),
    )


def _tell_pairs(measure: Attributed) -> Iterator[Message]:
    """Tell the largest interactions that are more than chance, and than next to nothing."""
    least = WORTH_TELLING * abs(measure.difference.mean)
    pairs = [i for i in measure.interactions if abs(i.effect.mean) >= least]
    largest = sorted((i for i in pairs if i.effect.sure_sign), key=lambda i: -abs(i.effect.mean))
    if not largest:
        yield NO_PAIRS
    for interaction in islice(largest, PAIRS_TOLD):
        yield _tell_pair(interaction, measure)


def _tell_pair(interaction: Interaction, measure: Attributed) -> Message:
    a, b = map(name_condition, interaction.conditions)
    told = {"a": a, "b": b, "effect": _write_signed(interaction.effect, measure)}
    if not measure.is_sure:
        return Message("{a} and {b} together: {effect} beyond what they do one by one.", **told)
    if (interaction.effect.mean > 0) == (measure.difference.mean > 0):
        return Message(
            "{a} and {b} give more of the difference together than one by one: {effect}.", **told
        )
    return Message(
        "{a} and {b} give less of the difference together than one by one: {effect}.", **told
    )


def heads_of_shares(measure: Attributed) -> list[str]:
    """Return the heads of the table of shares."""
    unit: str = Message("points")
    if measure.unit != SHARE:
        currency = currency_of(measure.unit)
        unit = write_currency(currency) if currency else measure.unit
    heads = (
        Message("condition"),
        Message("share, {unit}", unit=say(unit)),
        Message("of the difference"),
        Message("alone"),
        Message("last"),
    )
    return list(map(say, heads))


def rows_of_shares(measure: Attributed) -> list[list[str]]:
    """Return a row for each condition, the largest share first."""
    return [
        [
            say(name_condition(share.condition)),
            _write_cell(share.share, measure),
            write_interval(share.of_whole, SHARE, 0) if share.of_whole else NOTHING,
            _write_mean(share.alone, measure),
            _write_mean(share.last, measure),
        ]
        for share in sorted(measure.shares, key=lambda share: -abs(share.share.mean))
    ]


def rows_of_ladder(measure: Attributed) -> list[list[str]]:
    """Return a row for each number of conditions moved, less than all."""
    names = tuple(share.condition for share in measure.shares)
    return [
        [
            str(step.size),
            _tell_part(step.mean, step.mean_of_whole, measure),
            _tell_subset(step.most, names, measure),
            _tell_subset(step.least, names, measure),
        ]
        for step in measure.ladder[:-1]
    ]


def _tell_subset(subset: Subset, names: Sequence[str], measure: Attributed) -> str:
    """Tell how far some conditions get, and which; by those left out if they are fewer."""
    how_far = _tell_part(subset.effect, subset.of_whole, measure)
    others = [name for name in names if name not in subset.conditions]
    if len(others) < len(subset.conditions):
        left_out = _list_conditions(others)
        return say(Message("{how_far}: all but {names}", how_far=how_far, names=left_out))
    return f"{how_far}: {_list_conditions(subset.conditions)}"


def _tell_part(effect: Interval, of_whole: Interval | None, measure: Attributed) -> str:
    """Tell what part of the difference something does; where that may be chance, how much."""
    return _write_mean(effect, measure) if of_whole is None else write_percent(of_whole.mean)


def tell_basis_of_attribution(attribution: Attribution) -> Iterator[str]:
    """Tell how to read the tables, and what they rest on."""
    about = attribution.provenance
    yield from map(say_sentence, _tell_reading(attribution))
    yield from (
        say_sentence(Message("Left out: {name}, since {reason}.", name=name, reason=say(reason)))
        for name, reason in attribution.left_out.items()
    )
    yield from map(say_sentence, _tell_kept_out(attribution))
    yield from map(say, (_tell_runs(attribution), STAFF_FITTED, CHANCE_ONLY, ONLY_THESE))
    yield tell_sources(about.sources)
    yield from tell_changes(about)


def _tell_kept_out(attribution: Attribution) -> Iterator[Message]:
    """Tell how many mixes do not settle, and the smallest of them."""
    kept_out = [mix for mix in attribution.kept_out if mix.conditions]
    if not kept_out:
        return
    first = min(kept_out, key=lambda mix: len(mix.conditions))
    yield Message.counted(
        "{n} of {mixes} mixes does not settle and is kept out: no order of moving conditions leads "
        "through it. It moves {names}: {reason}.",
        "{n} of {mixes} mixes do not settle and are kept out: no order of moving conditions leads "
        "through one. The smallest moves {names}: {reason}.",
        n=len(kept_out),
        mixes=attribution.runs // attribution.replications,
        names=_list_conditions(first.conditions),
        reason=say(first.reasons[0]),
    )


def _tell_reading(attribution: Attribution) -> Iterator[Message]:
    first, second = map(mention_design, attribution.designs)
    yield Message(
        "Share: what a condition does, averaged over every order of moving all of them (Shapley "
        "value); the shares add up to the difference. Alone: with all others as in {first}. Last: "
        "with all others as in {second}.",
        first=first,
        second=second,
    )
    yield Message(
        "Moved: how much of the difference there is with so many conditions moved, on average over "
        "all choices of so many, and with those that get furthest and least far towards {second}.",
        second=second,
    )
    if attribution.same_in_both:
        names = _list_conditions(attribution.same_in_both)
        yield Message("The same in both designs, so not moved: {names}.", names=names)


def _tell_runs(attribution: Attribution) -> Message:
    about = attribution.provenance
    return Message(
        "{runs} runs: each of the {mixes} mixes of the two designs, {replications} replications of "
        "{days} days with the same citizens and the same luck (seed {seed}; warm-up {warm_up} "
        "days, follow-up {follow_up} days); in brackets 95% confidence intervals.",
        runs=write_number(attribution.runs, 0),
        mixes=attribution.runs // attribution.replications,
        replications=attribution.replications,
        days=attribution.days,
        seed=about.seed,
        warm_up=about.warm_up_day,
        follow_up=about.follow_up_days,
    )


def _write_signed(interval: Interval, measure: Attributed) -> str:
    """Write a change with its interval."""
    return write_difference(interval, measure.unit, _decimals(measure))


def _write_cell(interval: Interval, measure: Attributed) -> str:
    """Write a change below a heading that says its unit."""
    decimals = _decimals(measure)
    if measure.unit == SHARE:
        return write_interval(find_points(interval), "", decimals, is_signed=True)
    return write_interval(interval, measure.unit, decimals, is_signed=True)


def _write_mean(interval: Interval | None, measure: Attributed) -> str:
    """Write a change alone, if it is known."""
    if interval is None:
        return NOTHING
    return write_change(interval.mean, measure.unit, _decimals(measure))


def _list_conditions(names: Sequence[str]) -> str:
    return write_list([say(name_condition(name)) for name in names])


def _decimals(measure: Attributed) -> int:
    return decimals_of([measure.first.mean, measure.second.mean], measure.unit)
