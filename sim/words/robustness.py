"""What many plausible worlds say: in how many a design is better, and what decides."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.analysis.robustness import Deciding, Half, Kept, Robustness, Spread, Verdict
from sim.message import Message
from sim.words.basis import tell_changes, tell_sources
from sim.words.designs import mention_design, say_designs
from sim.words.differences import write_change
from sim.words.language import say, say_sentence
from sim.words.numbers import NOTHING, SHARE, write_list, write_number, write_percent

Designs = tuple[str, str]


class Finding(NamedTuple):
    """What is said of the design that is better in a measure, in so many worlds."""

    all_judged: Message
    """Where something can be told of every world."""
    some_judged: Message
    """Where in some nothing can be told."""


FINDINGS = {
    "cost_per_citizen_helped": Finding(
        Message(
            "In **{better} of {judged}** plausible worlds {design} costs less per citizen helped."
        ),
        Message(
            "In **{better} of the {judged}** plausible worlds in which that can be told, {design} "
            "costs less per citizen helped."
        ),
    ),
    "end_to_end_days": Finding(
        Message(
            "In **{better} of {judged}** plausible worlds citizens are helped sooner by {design}."
        ),
        Message(
            "In **{better} of the {judged}** plausible worlds in which that can be told, citizens "
            "are helped sooner by {design}."
        ),
    ),
    "failure_demand_share": Finding(
        Message("In **{better} of {judged}** plausible worlds {design} has less failure demand."),
        Message(
            "In **{better} of the {judged}** plausible worlds in which that can be told, {design} "
            "has less failure demand."
        ),
    ),
    "faces_per_month": Finding(
        Message(
            "In **{better} of {judged}** plausible worlds citizens meet fewer faces in a month in "
            "{design}."
        ),
        Message(
            "In **{better} of the {judged}** plausible worlds in which that can be told, citizens "
            "meet fewer faces in a month in {design}."
        ),
    ),
}
"""What is told of a measure."""
NEITHER = Message("In no plausible world can it be told which design is better.")
EQUAL_WEIGHT = Message(
    "Worlds are not equally likely, and the ranges are what the scenario's authors hold plausible: "
    "a share of worlds is no probability."
)
DIVIDED = Message(
    "In every world both designs meet the same citizens, and the staff of each are divided between "
    "functions by where the work is."
)
HEADS = (
    Message("measure"),
    Message("{design} better"),
    Message("alike"),
    Message("cannot be told"),
    Message("change: middle (10th to 90th percentile)"),
)
HEADS_OF_DECIDING = (
    Message("quantity"),
    Message("correlation"),
    Message("beyond chance"),
    Message("low half"),
    Message("high half"),
)
YES, NO = Message("yes"), Message("no")


def tell_worlds(result: Robustness | Kept) -> Iterator[str]:
    """Tell in how many worlds which design is better, and in how many one is overwhelmed."""
    for name in FINDINGS:
        if verdict := result.measures.get(name):
            yield say_sentence(tell_verdict(name, verdict, result.designs))
    if not result.measures:
        yield say(NEITHER)
    yield from _tell_overwhelmed(result)


def tell_verdict(name: str, verdict: Verdict, designs: Designs) -> Message:
    """Tell in how many worlds the design that is better in more of them is better."""
    finding = FINDINGS[name]
    is_second = verdict.second >= verdict.first
    return Message(
        finding.some_judged if verdict.no_verdict else finding.all_judged,
        better=verdict.second if is_second else verdict.first,
        judged=verdict.judged,
        design=mention_design(designs[is_second]),
    )


def _tell_overwhelmed(result: Robustness | Kept) -> Iterator[str]:
    first, second = map(mention_design, result.designs)
    counts = result.overwhelmed
    if sum(counts):
        yield say_sentence(
            Message(
                "In {first_only} worlds {first} alone is overwhelmed and has lost on cost and time "
                "for that, in {second_only} {second} alone; in {both} both are, and nothing is "
                "told.",
                first=first,
                second=second,
                **counts._asdict(),
            )
        )


def heads_of_worlds(designs: Designs) -> list[str]:
    """Return the heads of the table of measures."""
    first, second = say_designs(designs)
    measure, better, *others = HEADS
    both = [say(Message(better, design=design)) for design in (first, second)]
    return [say(measure), *both, *map(say, others)]


def rows_of_worlds(result: Robustness | Kept) -> list[list[str]]:
    """Return a row for each measure."""
    return [
        [
            say(verdict.title),
            *map(str, (verdict.first, verdict.second, verdict.alike, verdict.no_verdict)),
            _write_change(verdict.change, verdict.unit),
        ]
        for verdict in result.measures.values()
    ]


def _write_change(change: Spread | None, unit: str) -> str:
    if change is None:
        return NOTHING
    low, middle, high = (_write_end(end, unit) for end in change[:3])
    return say(Message("{middle} ({low} to {high})", middle=middle, low=low, high=high))


def _write_end(number: float, unit: str) -> str:
    """Write a change: in percent, or of a share in percentage points."""
    if unit == SHARE:
        return write_change(number, unit, 0)
    return write_percent(number, is_signed=True)


def tell_deciding(result: Robustness) -> str:
    """Tell which quantities decide on the cost, beyond what chance would do."""
    keys = [one.key for one in result.deciding if one.is_beyond_chance]
    if not keys:
        return say(
            Message(
                "Of {n} quantities none goes with the change in cost beyond what chance would do.",
                n=result.quantities,
            )
        )
    return say(
        Message(
            "What decides on the cost, of {n} quantities, beyond chance: {keys}.",
            n=result.quantities,
            keys=write_list(keys),
        )
    )


def tell_halves(designs: Designs) -> str:
    """Tell how the table of what decides is to be read."""
    return say(
        Message(
            "Rank correlation with the change in cost; and in how many worlds {second} is cheaper, "
            "where the quantity lies in the low and in the high half of its draws.",
            second=mention_design(designs[1]),
        )
    )


def rows_of_deciding(result: Robustness | Kept) -> list[list[str]]:
    """Return a row for each of the quantities that go most with the change in cost."""
    return [_row_of_deciding(one) for one in result.deciding]


def _row_of_deciding(one: Deciding) -> list[str]:
    return [
        one.key,
        write_number(one.correlation, 2, is_signed=True),
        say(YES if one.is_beyond_chance else NO),
        _write_half(one.in_lower_half),
        _write_half(one.in_upper_half),
    ]


def _write_half(half: Half) -> str:
    return say(Message("{n} of {of}", n=half.second, of=half.worlds))


def tell_basis_of_worlds(result: Robustness) -> Iterator[str]:
    """Tell how worlds were drawn and run, and what their share does not mean."""
    about = result.provenance
    drawn = Message(
        "{worlds} worlds, each with {quantities} quantities drawn within their ranges (in "
        "{redrawn} some again, since the scenario's rules refused them), {replications} "
        "replications of {days} days (seed {seed}; warm-up {warm_up} days, follow-up {follow_up} "
        "days).",
        worlds=result.worlds,
        quantities=result.quantities,
        redrawn=result.redrawn,
        replications=result.replications,
        days=result.days,
        seed=result.seed,
        warm_up=about.warm_up_day,
        follow_up=about.follow_up_days,
    )
    yield from map(say, (drawn, DIVIDED, EQUAL_WEIGHT))
    yield tell_sources(about.sources)
    yield from tell_changes(about)
