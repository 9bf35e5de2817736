"""One measure taken apart: what each condition does, what pairs do, and how far some go."""

from typing import NamedTuple

from sim.results import Interval, Json, as_json


class ConditionShare(NamedTuple):
    """What one condition does."""

    condition: str
    """Its name."""
    share: Interval
    """Its Shapley value: its effect, averaged over every order of moving the conditions."""
    of_whole: Interval | None
    """The same as a part of the whole difference; `None` where that could be chance."""
    alone: Interval | None
    """Its effect where it is the only one moved."""
    last: Interval | None
    """Its effect where all others are moved already. `None` where that mix is kept out."""

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
    """What some conditions do together, with all others as they were."""

    conditions: tuple[str, ...]
    """Those that are moved."""
    effect: Interval
    """What moving them changes."""
    of_whole: Interval | None
    """The same as a part of the whole difference; `None` where that could be chance."""


class LadderStep(NamedTuple):
    """A step of the ladder: what moving so many conditions changes."""

    size: int
    """How many are moved."""
    mean: Interval
    """The mean of all choices of so many."""
    mean_of_whole: Interval | None
    """The same as a part of the whole difference; `None` where that could be chance."""
    most: Subset
    least: Subset
    """The choices that go furthest and least far in the direction of the whole difference. They are
    chosen by their means, so their intervals are a little too hopeful."""


class Attributed(NamedTuple):
    """One measure taken apart."""

    unit: str
    """As the measure says, with the scenario's currency filled in."""
    title: str
    better: str
    """As the measure says."""
    first: Interval
    second: Interval
    difference: Interval
    """The measure in both designs, and second less first."""
    shares: tuple[ConditionShare, ...]
    """Of each condition in which the designs differ; they add up to the difference."""
    sum_alone: Interval | None
    sum_alone_of_whole: Interval | None
    """What the conditions do alone, added up: the difference, were there no interactions. `None`
    where one of them is not known alone."""
    interactions: tuple[Interaction, ...]
    """Of each pair of conditions of which it is known."""
    ladder: tuple[LadderStep, ...]
    """For one condition, two, and so on to all, where there is a mix of so many."""

    @property
    def is_sure(self) -> bool:
        """Whether there is a difference beyond chance, of which parts can be told."""
        return bool(self.difference.sure_sign)

    def to_dict(self) -> Json:
        """Return it as JSON has it."""
        shares = {share.condition: share for share in self.shares}
        parts = {**self._asdict(), "shares": shares}
        del parts["title"], parts["better"]
        names = {"shares": "conditions"}
        return {names.get(name, name): as_json(part) for name, part in parts.items()}
