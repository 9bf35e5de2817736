"""What a break-even says, in plain sentences. The sentences stand here whole."""

import math
from collections.abc import Iterator

from sim.analysis.breakeven import About, Axis, Crossing, Profile, Unsure
from sim.cli.numbers import show_number

SAME_COST = "The designs cost the same at {name} {where}."
SAME = "{title}: the designs do not differ at {name} {where}."
SIDES = "Below it {below} {wins}, above it {above}."
STRETCH = "From {low} to {high} {design} {wins}."
THROUGHOUT = "No crossing: {design} {wins} throughout, at every {name} from {low} to {high}."
NEITHER = "No crossing: from {name} {low} to {high} neither design {wins} in the mean."
UNSURE = "From {low} to {high} they come so near that chance alone could turn the order."
ALL_UNSURE = "Anywhere in this range chance alone could turn the order."
WAVERS = (
    "Within the band of {where} the mean changes sign {count} times, which chance alone could do."
)
OPEN = "The band goes on beyond the range; take a wider one, or more replications."
GAP = "At some values the measure does not apply ({reason}); nothing is said about them."
AXIS = "{key} is varied from {low} to {high}{own}."
OWN = "; the scenario has {own}"
PROPORTIONAL = (
    "{key} stands for {places} different values: all are multiplied by one factor, and their mean "
    "is shown. It is varied from {low} to {high}; the scenario has {own}."
)


def decimals_on(axis: Axis) -> int:
    """Return how many decimals to show of values of an axis: about what is known of a crossing."""
    return max(0, math.ceil(-math.log10(3 * axis.tolerance)))


def show_value(axis: Axis, value: float) -> str:
    """Show a value of an axis."""
    return show_number(value, decimals_on(axis))


def show_crossing(axis: Axis, crossing: Crossing) -> str:
    """Show a crossing and, in brackets, its band."""
    at = show_value(axis, crossing.x)
    low, high = crossing.low, crossing.high
    if low is None and high is None:
        return f"{at} (anywhere)"
    if low is None or high is None:
        known, word = (high, "less") if low is None else (low, "more")
        return f"{at} ({show_value(axis, known or 0.0)} or {word})"
    return f"{at} ({show_value(axis, low)} to {show_value(axis, high)})"


def tell_axis(axis: Axis) -> str:
    """Tell what was varied, and how."""
    low, high = (show_value(axis, end) for end in (axis.low, axis.high))
    own = "" if axis.own is None else show_value(axis, axis.own)
    if axis.is_proportional:
        return PROPORTIONAL.format(key=axis.key, places=axis.places, low=low, high=high, own=own)
    return AXIS.format(key=axis.key, low=low, high=high, own=own and OWN.format(own=own))


def tell_profile(about: About, axis: Axis, profile: Profile) -> Iterator[str]:
    """Tell where the designs change places, one sentence at a time."""
    if profile.crossings:
        yield from _tell_crossings(about, axis, profile.crossings)
    else:
        yield _tell_throughout(about, axis, profile)
    yield from (_tell_unsure(axis, stretch) for stretch in profile.unsure)
    reasons = [point.reason for point in profile.points if point.difference is None]
    if reasons:
        yield GAP.format(reason=reasons[0])


def _tell_crossings(about: About, axis: Axis, crossings: tuple[Crossing, ...]) -> Iterator[str]:
    where = " and ".join(show_crossing(axis, crossing) for crossing in crossings)
    yield (SAME_COST if about.is_cost else SAME).format(
        title=about.title, name=axis.name, where=where
    )
    if len(crossings) == 1:
        (one,) = crossings
        yield SIDES.format(below=one.below, above=one.above, wins=about.wins)
    else:
        yield from _tell_stretches(about, axis, crossings)
    for crossing in crossings:
        if len(crossing.roots) > 1:
            yield WAVERS.format(where=show_value(axis, crossing.x), count=len(crossing.roots))
    if any(None in (crossing.low, crossing.high) for crossing in crossings):
        yield OPEN


def _tell_stretches(about: About, axis: Axis, crossings: tuple[Crossing, ...]) -> Iterator[str]:
    """Tell who does better from the lowest value up."""
    ends = [axis.low, *(crossing.x for crossing in crossings), axis.high]
    shown = [show_value(axis, end) for end in ends]
    designs = [crossings[0].below, *(crossing.above for crossing in crossings)]
    for low, high, design in zip(shown[:-1], shown[1:], designs, strict=True):
        yield STRETCH.format(low=low, high=high, design=design, wins=about.wins)


def _tell_throughout(about: About, axis: Axis, profile: Profile) -> str:
    low, high = (show_value(axis, end) for end in (axis.low, axis.high))
    design, words = profile.throughout, {"low": low, "high": high, "wins": about.wins}
    if design is None:
        return NEITHER.format(name=axis.name, **words)
    return THROUGHOUT.format(design=design, name=axis.name, **words)


def _tell_unsure(axis: Axis, stretch: Unsure) -> str:
    if stretch.low is None and stretch.high is None:
        return ALL_UNSURE
    ends = zip((stretch.low, stretch.high), (axis.low, axis.high), strict=True)
    low, high = (show_value(axis, edge if end is None else end) for end, edge in ends)
    return UNSURE.format(low=low, high=high)
