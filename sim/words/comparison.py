"""What a comparison says, for whoever reads nothing else: one sentence for one finding.

The command line and the page say the same sentences. What is **between stars** is emphasised.
"""

from collections.abc import Iterator, Mapping, Sequence

from sim.analysis.comparison import Compared, Comparison
from sim.message import Message
from sim.results import Interval
from sim.words.designs import mention_design, name_design, name_design_fully
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    SHARE,
    currency_of,
    decimals_of,
    write_money,
    write_number,
    write_quantity,
    write_saving,
)

HEADING = Message("**{title}**: {first} and {second}")
VISITS = Message(
    "With visits, each month of a client counts as one case, and as one citizen helped."
)
TWICE = 2.0
NEGLIGIBLE = 1e-12
Pair = tuple[Interval, Interval]
Designs = tuple[str, str]
Measures = Mapping[str, Compared]


def find_sentences(measures: Measures, designs: Designs) -> Iterator[tuple[str, Message]]:
    """Return the sentences about the measures that are given, each with the measure it is about."""
    if cost := measures.get("cost_per_citizen_helped"):
        yield "cost_per_citizen_helped", _tell_cost(cost, designs)
    if unit_cost := measures.get("unit_cost_per_activity"):
        same = measures.get("cost_per_same_activity")
        for sentence in _tell_unit_cost(unit_cost, same, designs):
            yield "unit_cost_per_activity", sentence
    fit = measures.get("visit_fit_share")
    if fit and _pair(fit):
        yield from _tell_visits(fit, measures.get("faces_per_month"), designs)
    else:
        yield from _tell_cases(measures, designs)


def _tell_cost(cost: Compared, designs: Designs) -> Message:
    pair, difference = _pair(cost), cost.difference
    if pair is None or difference is None:
        return Message(
            "The cost per citizen helped cannot be compared: {reason}.", reason=_reason(cost)
        )
    if max(abs(difference.low), abs(difference.high)) < NEGLIGIBLE:
        return Message("Per citizen helped, both designs **cost the same**, in every run.")
    if not difference.sure_sign:
        return Message(
            "Per citizen helped, neither design is cheaper beyond chance: whether {second} costs "
            "more or less than {first} is **uncertain**.",
            **_mention(designs),
        )
    low, high = sorted(abs(end) for end in (difference.low, difference.high))
    decimals, currency = decimals_of([low, high]), currency_of(cost.unit)
    return Message(
        "Counted end to end, at the price of the time that it takes, a citizen helped **costs "
        "{percent} less** in {winner} than in {loser}: {low} to {high} less, chance allowed for.",
        **_rank(pair, designs),
        low=write_money(low, currency, decimals),
        high=write_money(high, currency, decimals),
    )


def _tell_unit_cost(
    unit_cost: Compared, same: Compared | None, designs: Designs
) -> Iterator[Message]:
    """Tell who looks cheaper by the activity, and how much of that is the price of the same."""
    pair, difference = _pair(unit_cost), unit_cost.difference
    if pair is None or difference is None:
        return
    if not difference.sure_sign:
        yield Message(
            "Per activity, which is what budgets of single functions see, the designs cost much "
            "the same: the difference could be chance."
        )
        return
    less, more = sorted(interval.mean for interval in pair)
    decimals, currency = decimals_of([more]), currency_of(unit_cost.unit)
    yield Message(
        "Per activity, which is what budgets of single functions see, **{winner} looks {percent} "
        "cheaper** than {loser}: {less} against {more}.",
        **_rank(pair, designs),
        less=write_money(less, currency, decimals),
        more=write_money(more, currency, decimals),
    )
    if same is not None and (rate := _pair(same)) and rate[0].mean:
        yield _tell_rate(rate, designs)


def _tell_rate(rate: Pair, designs: Designs) -> Message:
    change = rate[1].mean / rate[0].mean - 1
    filled = {**_mention(designs), "percent": write_saving(abs(change))}
    if change < 0:
        return Message(
            "Of the very same activity, {second} costs {percent} less than {first}; the rest is "
            "mix: the same work cut into more and smaller activities.",
            **filled,
        )
    return Message(
        "Of the very same activity, {second} costs {percent} more than {first}; the rest is "
        "mix: the same work cut into more and smaller activities.",
        **filled,
    )


def _tell_visits(
    fit: Compared, faces: Compared | None, designs: Designs
) -> Iterator[tuple[str, Message]]:
    yield (
        "visit_fit_share",
        Message(
            "Of 100 visits, **{a}** fit the need of the day in {first} and **{b}** in {second}.",
            **_mention(designs),
            **_count(fit, 100),
        ),
    )
    if faces and _pair(faces):
        yield (
            "faces_per_month",
            Message(
                "In a month a client meets **{a}** different faces in {first} and **{b}** in "
                "{second}.",
                **_mention(designs),
                **_count(faces, 1),
            ),
        )


def _tell_cases(measures: Measures, designs: Designs) -> Iterator[tuple[str, Message]]:
    if failure := measures.get("failure_demand_share"):
        yield "failure_demand_share", _tell_failure(failure, designs)
    if lived := measures.get("end_to_end_days"):
        yield "end_to_end_days", _tell_time(lived, designs)
    if slow := measures.get("end_to_end_days_p90"):
        yield from (("end_to_end_days_p90", sentence) for sentence in _tell_slow(slow, designs))
    if reported := measures.get("reported_days"):
        yield "reported_days", _tell_reported(reported)


def _tell_failure(failure: Compared, designs: Designs) -> Message:
    if _pair(failure) is None:
        return Message("Failure demand cannot be compared: {reason}.", reason=_reason(failure))
    return Message(
        "Of 100 inbound contacts, **{a}** are failure demand in {first}, caused by a need that was "
        "not met before; in {second} **{b}**.",
        **_mention(designs),
        **_count(failure, 100),
    )


def _tell_time(lived: Compared, designs: Designs) -> Message:
    if _pair(lived) is None:
        return Message(
            "The time until a need is met cannot be compared: {reason}.", reason=_reason(lived)
        )
    return Message(
        "From first contact until the need is met it takes citizens **{a} days** in {first} and "
        "**{b} days** in {second}.",
        **_mention(designs),
        **_count(lived, 1, decimals=1),
    )


def _tell_slow(slow: Compared, designs: Designs) -> Iterator[Message]:
    if _pair(slow):
        yield Message(
            "One in ten waits longer than **{a} days** in {first}, and longer than **{b} days** in "
            "{second}.",
            **_mention(designs),
            **_count(slow, 1, decimals=1),
        )


def _tell_reported(reported: Compared) -> Message:
    if _pair(reported) is None:
        return Message("The reported time cannot be compared: {reason}.", reason=_reason(reported))
    return Message("The target's clock says {a} and {b} days.", **_count(reported, 1, decimals=1))


def tell_heading(title: str, designs: Designs) -> str:
    """Tell which designs of which service are compared."""
    first, second = map(name_design_fully, designs)
    return say(HEADING, title=title, first=first, second=second)


def tell_reasons(comparison: Comparison, names: Sequence[str]) -> Iterator[str]:
    """Tell why some measures do not apply in every run, though they do in some."""
    for name in names:
        measure = comparison.measures.get(name)
        if measure and measure.reason and (measure.first or measure.second):
            told = {"measure": say(measure.title), "reason": _reason(measure)}
            yield say(Message("{measure}: {reason}.", **told))


def tell_hidden(comparison: Comparison, names: Sequence[str]) -> Iterator[str]:
    """Tell how many measures there are beside some that are shown."""
    more = len(comparison.measures.keys() - set(names))
    if more:
        yield say(
            Message.counted(
                "There is {n} more measure, and each by kind of need, in what --json prints.",
                "There are {n} more measures, and each by kind of need, in what --json prints.",
                n=more,
            )
        )


def tell_difference(measure: Compared, designs: Designs) -> str:
    """Tell in a sentence how the second design differs from the first in one measure."""
    pair, difference = _pair(measure), measure.difference
    if pair is None or difference is None:
        return say(Message("Cannot be compared: {reason}.", reason=_reason(measure)))
    if abs(difference.mean) < NEGLIGIBLE and not difference.sure_sign:
        return say(Message("The same in both."))
    told = {"design": name_design(designs[1]), "size": _size(pair, difference, measure.unit)}
    if difference.sure_sign:
        return say_sentence(Message("{design}: **{size}**, beyond chance.", **told))
    return say_sentence(
        Message("{design}: {size}, but **uncertain**: there may be no difference.", **told)
    )


def _size(pair: Pair, difference: Interval, unit: str) -> Message:
    is_lower = difference.mean < 0
    if unit == SHARE:
        points = write_number(abs(difference.mean) * 100, 1)
        if is_lower:
            return Message("{points} percentage points lower", points=points)
        return Message("{points} percentage points higher", points=points)
    first, second = (interval.mean for interval in pair)
    if abs(first) < NEGLIGIBLE:
        return Message("{amount} against none", amount=write_quantity(second, unit))
    if second / first >= TWICE:
        return Message("{times} times as high", times=write_number(second / first, 1))
    percent = write_saving(abs(second / first - 1))
    if is_lower:
        return Message("{percent} lower", percent=percent)
    return Message("{percent} higher", percent=percent)


def _pair(measure: Compared) -> Pair | None:
    """Return the measure in both designs, if it applies in both."""
    if measure.first is None or measure.second is None:
        return None
    return measure.first, measure.second


def _reason(measure: Compared) -> str:
    return say(measure.reason or "")


def _mention(designs: Designs) -> dict[str, str]:
    return {"first": mention_design(designs[0]), "second": mention_design(designs[1])}


def _rank(pair: Pair, designs: Designs) -> dict[str, str]:
    """Name the cheaper design and the dearer, and say by how much."""
    first, second = (interval.mean for interval in pair)
    winner, loser = designs if first <= second else designs[::-1]
    percent = write_saving(1 - min(first, second) / max(first, second))
    return {"winner": mention_design(winner), "loser": mention_design(loser), "percent": percent}


def _count(measure: Compared, of: int, decimals: int = 0) -> dict[str, str]:
    means = (interval.mean * of for interval in _pair(measure) or ())
    return dict(zip("ab", (write_number(mean, decimals) for mean in means), strict=True))
