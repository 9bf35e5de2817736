"""What a break-even says: where two designs change places, and how sure that is."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from sim.analysis.breakeven import About, Axis, BreakevenLine, Crossing, Profile, Unsure
from sim.message import Message
from sim.words.basis import CHANCE_ONLY, tell_changes, tell_sources
from sim.words.designs import DIFFERENCE, mention_design, name_design, say_designs
from sim.words.differences import write_both
from sim.words.language import say, say_sentence
from sim.words.numbers import NOTHING, write_list, write_number


class Verdicts(NamedTuple):
    """What is said of the design that does better, in each place where that is said."""

    alone: Message
    sides: Message
    stretch: Message
    throughout: Message
    neither: Message


VERDICTS = {
    "costs less": Verdicts(
        Message("{design} costs less"),
        Message("Below it {below} costs less, above it {above}."),
        Message("From {low} to {high} {design} costs less."),
        Message(
            "No break-even point: {design} costs less throughout, at every {name} from {low} to "
            "{high}."
        ),
        Message(
            "No break-even point: from {name} {low} to {high} neither design costs less in the "
            "mean."
        ),
    ),
    "does better": Verdicts(
        Message("{design} does better"),
        Message("Below it {below} does better, above it {above}."),
        Message("From {low} to {high} {design} does better."),
        Message(
            "No break-even point: {design} does better throughout, at every {name} from {low} to "
            "{high}."
        ),
        Message(
            "No break-even point: from {name} {low} to {high} neither design does better in the "
            "mean."
        ),
    ),
    "is lower": Verdicts(
        Message("{design} is lower"),
        Message("Below it {below} is lower, above it {above}."),
        Message("From {low} to {high} {design} is lower."),
        Message(
            "No break-even point: {design} is lower throughout, at every {name} from {low} to "
            "{high}."
        ),
        Message(
            "No break-even point: from {name} {low} to {high} neither design is lower in the mean."
        ),
    ),
}
"""By what the result says of whoever does better."""
ALL_UNSURE = Message("Anywhere in this range chance alone could turn the order.")
OPEN = Message(
    "The band of uncertainty goes on beyond the range; take a wider one, or more replications."
)
BAND = Message(
    "The band of uncertainty of a break-even point holds the values at which chance alone could "
    "turn the order of the designs: with other seeds it would hold the true one in 95 of 100 cases."
)
OWN = Message("* as in the scenario")


def name_axis(axis: Axis) -> str:
    """Return what a quantity is called in a sentence, to be said."""
    return Message("variety") if axis.key == "demand.variety" else Message.verbatim(axis.key)


def write_on(axis: Axis, value: float) -> str:
    """Write a value of an axis, with about as many decimals as are known of a break-even point."""
    return write_number(value, max(0, math.ceil(-math.log10(3 * axis.tolerance))))


def write_crossing(axis: Axis, crossing: Crossing) -> str:
    """Write a break-even point and, in brackets, its band."""
    at, (low, high) = write_on(axis, crossing.x), (crossing.low, crossing.high)
    if low is not None and high is not None:
        ends = {"low": write_on(axis, low), "high": write_on(axis, high)}
        return say(Message("{at} ({low} to {high})", at=at, **ends))
    if high is not None:
        return say(Message("{at} ({high} or less)", at=at, high=write_on(axis, high)))
    if low is not None:
        return say(Message("{at} ({low} or more)", at=at, low=write_on(axis, low)))
    return say(Message("{at} (anywhere)", at=at))


def tell_profile(about: About, axis: Axis, profile: Profile) -> Iterator[str]:
    """Tell where the designs change places, one sentence at a time."""
    return map(say_sentence, _tell(about, axis, profile))


def _tell(about: About, axis: Axis, profile: Profile) -> Iterator[Message]:
    if profile.crossings:
        yield from _tell_crossings(about, axis, profile.crossings)
    else:
        yield _tell_throughout(about, axis, profile)
    yield from (_tell_unsure(axis, stretch) for stretch in profile.unsure)
    yield from _tell_failing(about, axis, profile)
    unsaid = [point for point in profile.points if point.judged is None]
    reasons = [point.reason for point in unsaid if not point.failing]
    if reasons:
        yield Message(
            "At some values the measure does not apply ({reason}); nothing is said about them.",
            reason=say(reasons[0] or ""),
        )


def _tell_failing(about: About, axis: Axis, profile: Profile) -> Iterator[Message]:
    """Tell at which values a design fails and has lost, and at which nothing is told."""
    for design in about.designs:
        where = [write_on(axis, p.x) for p in profile.points if p.failing == (design,)]
        if where:
            yield Message(
                "At {name} {where} {design} does not settle or helps nobody, and has lost.",
                name=name_axis(axis),
                where=write_list(where),
                design=mention_design(design),
            )
    both = [write_on(axis, p.x) for p in profile.points if len(p.failing) > 1]
    if both:
        yield Message(
            "At {name} {where} neither design settles and helps somebody: nothing is told there.",
            name=name_axis(axis),
            where=write_list(both),
        )


def _tell_crossings(about: About, axis: Axis, crossings: tuple[Crossing, ...]) -> Iterator[Message]:
    yield _tell_where(about, axis, crossings)
    if len(crossings) == 1:
        (one,) = crossings
        sides = {"below": mention_design(one.below), "above": mention_design(one.above)}
        yield Message(VERDICTS[about.wins].sides, **sides)
    else:
        yield from _tell_stretches(about, axis, crossings)
    yield from (_tell_wavering(axis, one) for one in crossings if len(one.roots) > 1)
    if any(None in (crossing.low, crossing.high) for crossing in crossings):
        yield OPEN


def _tell_where(about: About, axis: Axis, crossings: tuple[Crossing, ...]) -> Message:
    where = write_list([write_crossing(axis, crossing) for crossing in crossings])
    name = name_axis(axis)
    if about.is_cost:
        return Message("The designs cost the same at {name} {where}.", name=name, where=where)
    return Message(
        "{title}: the designs do not differ at {name} {where}.",
        title=say(about.title),
        name=name,
        where=where,
    )


def _tell_wavering(axis: Axis, crossing: Crossing) -> Message:
    return Message(
        "Within the band of {where} the mean changes sign {count} times, which chance alone could "
        "do.",
        where=write_on(axis, crossing.x),
        count=len(crossing.roots),
    )


def _tell_stretches(about: About, axis: Axis, crossings: tuple[Crossing, ...]) -> Iterator[Message]:
    """Tell who does better from the lowest value up."""
    ends = [axis.low, *(crossing.x for crossing in crossings), axis.high]
    written = [write_on(axis, end) for end in ends]
    designs = [crossings[0].below, *(crossing.above for crossing in crossings)]
    template = VERDICTS[about.wins].stretch
    for low, high, design in zip(written[:-1], written[1:], designs, strict=True):
        yield Message(template, low=low, high=high, design=mention_design(design))


def _tell_throughout(about: About, axis: Axis, profile: Profile) -> Message:
    low, high = (write_on(axis, end) for end in (axis.low, axis.high))
    told, verdicts = {"name": name_axis(axis), "low": low, "high": high}, VERDICTS[about.wins]
    if profile.throughout is None:
        return Message(verdicts.neither, **told)
    if any(len(point.failing) > 1 for point in profile.points):
        alone = Message(verdicts.alone, design=mention_design(profile.throughout))
        return Message("No break-even point. Wherever it can be told, {verdict}.", verdict=alone)
    return Message(verdicts.throughout, design=mention_design(profile.throughout), **told)


def _tell_unsure(axis: Axis, stretch: Unsure) -> Message:
    if stretch.low is None and stretch.high is None:
        return ALL_UNSURE
    ends = zip((stretch.low, stretch.high), (axis.low, axis.high), strict=True)
    low, high = (write_on(axis, edge if end is None else end) for end, edge in ends)
    return Message(
        "From {low} to {high} they come so near that chance alone could turn the order.",
        low=low,
        high=high,
    )


def tell_winner(about: About, design: str | None) -> str:
    """Tell in a table who does better."""
    if design is None:
        return NOTHING
    return say_sentence(Message(VERDICTS[about.wins].alone, design=name_design(design)))


def _mark(axis: Axis, value: float) -> str:
    """Write a value of an axis, marked if it is the scenario's own."""
    return f"{write_on(axis, value)} *" if value == axis.own else write_on(axis, value)


def heads_of_profile(about: About, axis: Axis) -> list[str]:
    """Return the heads of the table of differences."""
    return [say(name_axis(axis)), *say_designs(about.designs), say(DIFFERENCE)]


def rows_of_profile(about: About, axis: Axis, profile: Profile) -> list[list[str]]:
    """Return a row for each value that was looked at."""
    return [
        [_mark(axis, p.x), *write_both((p.first, p.second), p.difference, about.unit)]
        for p in profile.points
    ]


def heads_of_line(x: Axis, y: Axis) -> list[str]:
    """Return the heads of the table of break-even points."""
    same = Message("the same at {name}", name=name_axis(x))
    return list(map(say, (name_axis(y), same, Message("below"), Message("above"))))


def rows_of_line(result: BreakevenLine) -> list[list[str]]:
    """Return a row for each break-even point, or one for a value at which there is none."""
    about, rows = result.about, []
    for line in result.lines:
        y, profile = _mark(result.y, line.y), line.profile
        for crossing in profile.crossings:
            sides = (tell_winner(about, name) for name in (crossing.below, crossing.above))
            rows.append([y, write_crossing(result.x, crossing), *sides])
        if not profile.crossings:
            rows.append([y, NOTHING, *[tell_winner(about, profile.throughout)] * 2])
    return rows


def tell_basis_of_breakeven(about: About, axes: list[Axis]) -> list[str]:
    """Tell what was varied, and what the result rests on."""
    how = Message(
        "{replications} replications of {days} days at each value (seed {seed}, the same citizens "
        "and the same luck everywhere); in brackets 95% intervals.",
        replications=about.replications,
        days=about.days,
        seed=about.seed,
    )
    return [
        *(say(_tell_axis(axis)) for axis in axes),
        *map(say, (how, BAND, CHANCE_ONLY)),
        tell_sources(about.provenance.sources),
        *tell_changes(about.provenance),
    ]


def _tell_axis(axis: Axis) -> Message:
    low, high = (write_on(axis, end) for end in (axis.low, axis.high))
    told: dict[str, str | int] = {"key": axis.key, "low": low, "high": high}
    if axis.own is None:
        return Message("{key} is varied from {low} to {high}.", **told)
    told["own"] = write_on(axis, axis.own)
    if not axis.is_proportional:
        return Message("{key} is varied from {low} to {high}; the scenario has {own}.", **told)
    return Message(
        "{key} stands for {places} different values: all are multiplied by one factor, and their "
        "mean is shown. It is varied from {low} to {high}; the scenario has {own}.",
        places=axis.places,
        **told,
    )
