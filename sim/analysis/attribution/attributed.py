"""One measure taken apart: what each condition does, what pairs do, and how far some go."""

from typing import NamedTuple

from sim.results import Interval, Json, as_json


class ConditionShare(NamedTuple):
    """What one condition does.

    Attributes
    ----------
    condition
        Its name.
    share
        Its Shapley value: its effect, averaged over every order of moving the conditions.
    of_whole
        The same as a part of the whole difference; `None` where that could be chance.
    alone
        Its effect where it is the only one moved.
    last
        Its effect where all others are moved already.
    """

    condition: str
    share: Interval
    of_whole: Interval | None
    alone: Interval
    last: Interval

    def to_dict(self) -> Json:
        """Return it as JSON has it, under the name of the condition."""
        found: Json = as_json(self._asdict())
        del found["condition"]
        return found


class Interaction(NamedTuple):
    """How much more two conditions do together than one by one, whatever else is moved."""

    conditions: tuple[str, str]
    effect: Interval

    def to_dict(self) -> Json:
        """Return it as JSON has it."""
        return {"conditions": list(self.conditions), **as_json(self.effect)}


class Subset(NamedTuple):
    """What some conditions do together, with all others as they were.

    Attributes
    ----------
    conditions
        Those that are moved.
    effect
        What moving them changes.
    of_whole
        The same as a part of the whole difference; `None` where that could be chance.
    """

    conditions: tuple[str, ...]
    effect: Interval
    of_whole: Interval | None


class LadderStep(NamedTuple):
    """A step of the ladder: what moving so many conditions changes.

    Attributes
    ----------
    size
        How many are moved.
    mean
        The mean of all choices of so many.
    mean_of_whole
        The same as a part of the whole difference; `None` where that could be chance.
    most, least
        The choices that go furthest and least far in the direction of the whole difference. They
        are chosen by their means, so their intervals are a little too hopeful.
    """

    size: int
    mean: Interval
    mean_of_whole: Interval | None
    most: Subset
    least: Subset


class Attributed(NamedTuple):
    """One measure taken apart.

    Attributes
    ----------
    unit, title, better
        As the measure says, with the scenario's currency filled in.
    first, second, difference
        The measure in both designs, and second less first.
    shares
        Of each condition in which the designs differ; they add up to the difference.
    sum_alone, sum_alone_of_whole
        What the conditions do alone, added up: the difference, were there no interactions.
    interactions
        Of each pair of conditions.
    ladder
        For one condition, two, and so on to all.
    """

    unit: str
    title: str
    better: str
    first: Interval
    second: Interval
    difference: Interval
    shares: tuple[ConditionShare, ...]
    sum_alone: Interval
    sum_alone_of_whole: Interval | None
    interactions: tuple[Interaction, ...]
    ladder: tuple[LadderStep, ...]

    def to_dict(self) -> Json:
        """Return it as JSON has it."""
        shares = {share.condition: share for share in self.shares}
        parts = {**self._asdict(), "shares": shares}
        del parts["title"], parts["better"]
        names = {"shares": "conditions"}
        return {names.get(name, name): as_json(part) for name, part in parts.items()}
