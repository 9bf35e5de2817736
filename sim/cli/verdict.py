"""What a comparison says, in a few plain sentences. The sentences stand here whole."""

from collections.abc import Iterator

from sim.analysis.comparison import Compared, Comparison
from sim.cli.numbers import decimals_of, scale_of, show_number
from sim.results import Interval

CHEAPER = (
    "Per citizen helped, {winner} costs {percent:.0f} % less than {loser}: {low} to {high} "
    "{currency} less, with 95 % confidence."
)
NOT_CHEAPER = (
    "Per citizen helped, neither design is surely cheaper: what {second} costs more or less than "
    "{first} could be chance."
)
UNIT_COST = (
    "Per activity, {winner} looks {percent:.0f} % cheaper than {loser} ({less} against {more} "
    "{unit}), the figure that budgets of single functions see."
)
RATE_AND_MIX = (
    "Of the very same activity, {second} costs {percent:.0f} % {word} than {first}; the rest is "
    "mix: the same work cut into more and smaller activities."
)
FAILURE = (
    "Of 100 inbound contacts, {first_count:.0f} are failure demand in {first} and "
    "{second_count:.0f} in {second}."
)
FIT = "Of 100 visits, {a:.0f} fit the need of the day in {first} and {b:.0f} in {second}."
FACES = "In a month a client meets {a:.0f} different faces in {first} and {b:.0f} in {second}."
TIME = (
    "From first contact until the need is met it takes citizens {first_days} days in {first} and "
    "{second_days} in {second}."
)
REPORTED = "The target's clock says {first_days} and {second_days}."


def tell_verdict(comparison: Comparison) -> Iterator[str]:
    """Tell what a comparison says, one sentence at a time."""
    yield from _tell_cost(comparison)
    yield from _tell_unit_cost(comparison)
    if _applies(comparison, "visit_fit_share", "faces_per_month"):
        yield from _tell_visits(comparison)
    else:
        yield from _tell_failure(comparison)
        yield from _tell_time(comparison)


def _tell_cost(comparison: Comparison) -> Iterator[str]:
    cost = comparison.measures.get("cost_per_citizen_helped")
    if cost is None or cost.difference is None:
        return
    first, second = comparison.designs
    if is_unsure(cost.difference):
        yield NOT_CHEAPER.format(first=first, second=second)
        return
    (winner, less), (loser, more) = _ranked(comparison, cost)
    ends = sorted(abs(end) for end in (cost.difference.low, cost.difference.high))
    low, high = (show_number(end, decimals_of(ends)) for end in ends)
    percent = 100 * (1 - less / more)
    currency = cost.unit.split()[0]
    yield CHEAPER.format(
        winner=winner, loser=loser, percent=percent, low=low, high=high, currency=currency
    )


def _tell_unit_cost(comparison: Comparison) -> Iterator[str]:
    unit_cost = comparison.measures.get("unit_cost_per_activity")
    if unit_cost is None or unit_cost.difference is None or is_unsure(unit_cost.difference):
        return
    (winner, less), (loser, more) = _ranked(comparison, unit_cost)
    decimals = decimals_of([more])
    yield UNIT_COST.format(
        winner=winner,
        loser=loser,
        percent=100 * (1 - less / more),
        less=show_number(less, decimals),
        more=show_number(more, decimals),
        unit=unit_cost.unit,
    )
    yield from _tell_rate(comparison)


def _tell_rate(comparison: Comparison) -> Iterator[str]:
    same = comparison.measures.get("cost_per_same_activity")
    if same is None or same.first is None or same.second is None or not same.first.mean:
        return
    change = 100 * (same.second.mean / same.first.mean - 1)
    first, second = comparison.designs
    word = "less" if change < 0 else "more"
    yield RATE_AND_MIX.format(first=first, second=second, percent=abs(change), word=word)


def _applies(comparison: Comparison, *names: str) -> bool:
    of_names = [comparison.measures.get(name) for name in names]
    return all(c is not None and c.first is not None and c.second is not None for c in of_names)


def _tell_visits(comparison: Comparison) -> Iterator[str]:
    first, second = comparison.designs
    for name, template in (("visit_fit_share", FIT), ("faces_per_month", FACES)):
        compared = comparison.measures[name]
        scale = scale_of(compared.unit)
        both = [i.mean * scale for i in (compared.first, compared.second) if i is not None]
        yield template.format(first=first, second=second, a=both[0], b=both[1])


def _tell_failure(comparison: Comparison) -> Iterator[str]:
    share = comparison.measures.get("failure_demand_share")
    if share is not None and share.first is not None and share.second is not None:
        first, second = comparison.designs
        scale = scale_of(share.unit)
        yield FAILURE.format(
            first=first,
            second=second,
            first_count=share.first.mean * scale,
            second_count=share.second.mean * scale,
        )


def _tell_time(comparison: Comparison) -> Iterator[str]:
    first, second = comparison.designs
    for name, template in (("end_to_end_days", TIME), ("reported_days", REPORTED)):
        days = comparison.measures.get(name)
        if days is not None and days.first is not None and days.second is not None:
            shown = [show_number(i.mean, 1) for i in (days.first, days.second)]
            yield template.format(
                first=first, second=second, first_days=shown[0], second_days=shown[1]
            )


def is_unsure(difference: Interval) -> bool:
    """Tell whether a difference could be chance."""
    return difference.low <= 0 <= difference.high


def _ranked(comparison: Comparison, compared: Compared) -> list[tuple[str, float]]:
    """Return the designs with their means, the lower first."""
    intervals = zip(comparison.designs, (compared.first, compared.second), strict=True)
    means = [(design, interval.mean) for design, interval in intervals if interval is not None]
    return sorted(means, key=lambda pair: pair[1])
