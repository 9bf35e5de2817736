"""What a comparison says from first to last: does it settle, what is freed, what holds elsewhere.

Hours come before money, for a design that needs less work costs no less while the same staff are
paid. Beside each verdict stands in how many plausible worlds it holds, where that was tried.
"""

from collections.abc import Iterator
from math import ceil, floor

from sim.analysis.comparison import NOT_WARM, Compared, Comparison
from sim.analysis.robustness import Kept
from sim.message import Message
from sim.results import Interval
from sim.words.comparison import Designs, Measures, find_sentences
from sim.words.designs import mention_design
from sim.words.journey import FRONT_OFFICE
from sim.words.kept import NOT_TRIED, tell_cheapest, tell_kept
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    currency_of,
    decimals_of,
    round_digits,
    write_headline,
    write_money,
    write_number,
    write_percent,
)
from sim.words.quantities import name_function
from sim.words.robustness import FINDINGS

HIDDEN_SHARE = 0.05
"""So much busier than all staff together the busiest pool is where it is worth a sentence."""
LEAST_PAY_SHARE = 0.005
"""A smaller difference in what is paid is none: half a percent."""
PAID = Message(
    "Hours freed are not money by themselves. Paid for staff, overtime and temps is {low} to "
    "{high} less in a month in {winner}. How many staff each design needs is another question."
)
PAID_FOR_MORE = Message(
    "Hours freed are not money by themselves: paid are those who are on shift, with work or "
    "without. For staff, overtime and temps that is {low} to {high} less in a month in {winner}, "
    "though it takes more hours of work. How many staff each design needs is another question."
)
TOLD_WAGES = (0.5, 3.0)
"""Wages at which both designs cost the same are told within these multiples of those they have."""
COST, DOWNSTREAM = "cost_per_citizen_helped", "cost_downstream"
MOST_OF_IT = 0.5
DOWNSTREAM_OF_IT = Message(
    "Of that difference {amount} falls on others (downstream): work passed on, and needs left "
    "unmet."
)
FREED_IS_NOT_CASH = Message(
    "These are hours freed for other work, and no money: what is paid for staff is the same in "
    "both. How many each design needs is another question."
)


def tell_findings(comparison: Comparison, kept: Kept | None) -> list[str]:
    """Tell what a comparison shows; where a design does not settle, that and nothing else.

    Parameters
    ----------
    comparison
        The comparison.
    kept
        What was found beforehand of the same scenario and designs in plausible worlds.
    """
    if not comparison.settles:
        return tell_unsettled(comparison)
    measures, designs = comparison.measures, comparison.designs
    told = [say_sentence(found) for found in _find_staff(comparison)]
    told += [say_sentence(found) for found in _find_hours(measures, designs)]
    for name, sentence in find_sentences(measures, designs):
        downstream = _tell_downstream(measures) if name == COST else ()
        worlds = _tell_worlds(name, comparison, kept)
        told.append(" ".join((say_sentence(sentence), *downstream, *worlds)))
    told += [say_sentence(found) for found in _find_failure_cost(measures, designs)]
    told += [say_sentence(found) for found in _find_wage(comparison)]
    told += [say_sentence(found) for found in _find_bottlenecks(comparison)]
    return [*told, *(tell_cheapest(kept) if kept else [say(NOT_TRIED)])]


def tell_unsettled(comparison: Comparison) -> list[str]:
    """Tell which design does not settle, and why; nothing where both do."""
    if comparison.settles:
        return []
    found = [*_find_staff(comparison), *_find_unsettled(comparison)]
    return [say_sentence(sentence) for sentence in found]


def _find_staff(comparison: Comparison) -> Iterator[Message]:
    """Tell where one design has more staff than the other: their figures differ by that as well."""
    if comparison.staff is None:
        return
    first, second = map(mention_design, comparison.designs)
    a, b = comparison.staff
    yield Message(
        "The designs **do not have as many staff**: {a} in {first}, {b} in {second}. What differs "
        "is due to their number as well as to the design.",
        a=a,
        b=b,
        first=first,
        second=second,
    )


def _find_unsettled(comparison: Comparison) -> Iterator[Message]:
    pairs = list(zip(comparison.designs, comparison.settling, strict=True))
    for design, found in pairs:
        if not found.settles:
            yield Message(
                "{design} **does not settle**: {reason}. Its figures depend on how long one "
                "looks, so no mean is told.",
                design=mention_design(design),
                reason=say(found.reasons[0]),
            )
    settled = [design for design, found in pairs if found.settles]
    if settled and comparison.staff is None:
        yield Message(
            "{design} settles with the same citizens and the same staff.",
            design=mention_design(settled[0]),
        )
    elif settled:
        yield Message("{design} settles.", design=mention_design(settled[0]))
    if all(found.reasons == (NOT_WARM,) for _, found in pairs if not found.settles):
        yield Message("A longer run would tell.")


def _find_hours(measures: Measures, designs: Designs) -> Iterator[Message]:
    """Tell how many hours of work one design takes less than the other, and whether it is paid."""
    hours, paid = measures.get("staff_hours_per_year"), measures.get("paid_cost_per_month")
    if hours is None or hours.difference is None or not hours.difference.sure_sign:
        return
    low, high = _ends(hours.difference)
    yield Message(
        "For the same citizens {winner} takes **{low} to {high} fewer hours of work** in a year.",
        winner=mention_design(_lower(hours.difference, designs)),
        low=write_number(round_digits(low), 0),
        high=write_number(round_digits(high), 0),
    )
    if paid is not None and paid.difference is not None and paid.first is not None:
        yield _tell_pay(paid, paid.difference, paid.first.mean, designs, hours.difference)


def _tell_pay(
    paid: Compared, difference: Interval, first: float, designs: Designs, hours: Interval
) -> Message:
    low, high = _ends(difference)
    takes_more = hours.sure_sign != difference.sure_sign
    if not difference.sure_sign or abs(difference.mean) < LEAST_PAY_SHARE * first:
        return FREED_IS_NOT_CASH
    low, high = round_digits(low), round_digits(high)
    decimals, currency = decimals_of([high]), currency_of(paid.unit)
    told = {
        "winner": mention_design(_lower(difference, designs)),
        "low": write_money(low, currency, decimals),
        "high": write_money(high, currency, decimals),
    }
    return Message(PAID_FOR_MORE if takes_more else PAID, **told)


def _tell_downstream(measures: Measures) -> Iterator[str]:
    """Tell what of a sure difference in cost falls on others, where that is half of it or more."""
    cost, downstream = measures[COST].difference, measures.get(DOWNSTREAM)
    if cost is None or not cost.sure_sign or downstream is None or downstream.difference is None:
        return
    part = downstream.difference
    if part.sure_sign == cost.sure_sign and abs(part.mean) >= MOST_OF_IT * abs(cost.mean):
        yield say(DOWNSTREAM_OF_IT, amount=write_headline(abs(part.mean), downstream.unit))


def _find_failure_cost(measures: Measures, designs: Designs) -> Iterator[Message]:
    cost = measures.get("failure_demand_cost_per_year")
    if cost is None or cost.first is None or cost.second is None:
        return
    means = [round_digits(cost.first.mean), round_digits(cost.second.mean)]
    decimals, currency = decimals_of(means), currency_of(cost.unit)
    a, b = (write_money(mean, currency, decimals) for mean in means)
    first, second = map(mention_design, designs)
    yield Message(
        "Failure demand takes work worth {a} a year in {first} and {b} in {second}: contacts, and "
        "work done again.",
        a=a,
        b=b,
        first=first,
        second=second,
    )


def _find_wage(comparison: Comparison) -> Iterator[Message]:
    """Tell at which wages the order of costs turns, where anybody might be paid such wages."""
    factor = comparison.break_even_wage
    if factor is None or not TOLD_WAGES[0] <= factor.mean <= TOLD_WAGES[1]:
        return
    yield Message(
        "A citizen helped would cost the same in both if the staff of {design} were paid {low} to "
        "{high} times as much as they are here.",
        design=mention_design(comparison.designs[1]),
        low=write_number(floor(factor.low * 100) / 100, 2),
        high=write_number(ceil(factor.high * 100) / 100, 2),
    )


def _find_bottlenecks(comparison: Comparison) -> Iterator[Message]:
    """Tell of the busiest pool where the mean of all staff hides it."""
    mean, busiest = (
        comparison.measures.get(name) for name in ("utilisation", "utilisation_busiest")
    )
    if mean is None or busiest is None:
        return
    sides = ((mean.first, busiest.first), (mean.second, busiest.second))
    for design, pool, (of_all, of_pool) in zip(
        comparison.designs, comparison.busiest, sides, strict=True
    ):
        if pool and of_all and of_pool and of_pool.mean > of_all.mean + HIDDEN_SHARE:
            yield Message(
                "Busiest in {design}: {pool}, {busy} of the time; all staff together: {all}.",
                design=mention_design(design),
                pool=say(FRONT_OFFICE) if pool.function is None else name_function(pool.function),
                busy=write_percent(of_pool.mean, 0),
                all=write_percent(of_all.mean, 0),
            )


def _tell_worlds(name: str, comparison: Comparison, kept: Kept | None) -> Iterator[str]:
    """Tell in how many plausible worlds which design is better, where this run has a verdict."""
    difference = comparison.measures[name].difference
    if kept and name in kept.measures and difference and difference.sure_sign and name in FINDINGS:
        yield tell_kept(kept, name)


def _ends(difference: Interval) -> tuple[float, float]:
    low, high = sorted(abs(end) for end in (difference.low, difference.high))
    return low, high


def _lower(difference: Interval, designs: Designs) -> str:
    """Return the design in which a measure is lower; of all those told of here lower is better."""
    return designs[difference.mean < 0]
