"""A comparison in a few sentences, for whoever reads nothing else."""

from collections.abc import Mapping, Sequence

from sim.analysis.comparison import Compared
from sim.charts import PERCENT
from sim.web.words import is_sure, spell


def say_in_short(measures: Mapping[str, Compared], designs: Sequence[str]) -> list[str]:
    """Say in a few sentences what a comparison shows.

    Parameters
    ----------
    measures
        The measures by name.
    designs
        The two designs.
    """
    names = [spell(design) for design in designs]
    costs = [
        say_cost(measures["cost_per_citizen_helped"], names),
        say_unit_cost(measures["unit_cost_per_activity"], names),
    ]
    if measures["visit_fit_share"].first is not None:
        return [*costs, say_visits(measures["visit_fit_share"], measures["faces_per_month"], names)]
    return [
        *costs,
        say_failure(measures["failure_demand_share"], names),
        say_time(measures["end_to_end_days"], measures["reported_days"], names),
    ]


def say_cost(cost: Compared, designs: Sequence[str]) -> str:
    """Say which design costs less per citizen helped, and how sure that is."""
    if cost.first is None or cost.second is None or cost.difference is None:
        return f"The cost per citizen helped cannot be compared: {cost.reason}."
    if not is_sure(cost.difference):
        return (
            "Which design costs less per citizen helped is **uncertain**: "
            "the 95 % interval of the difference includes none."
        )
    low, high = sorted((cost.first.mean, cost.second.mean))
    cheaper = designs[1 if cost.difference.mean < 0 else 0]
    percent = f"{(1 - low / high) * 100:.0f}{PERCENT}"
    return (
        f"**The {cheaper} design costs {percent} less per citizen helped**, "
        "surely: the whole 95 % interval of the difference lies on that side."
    )


def say_unit_cost(unit_cost: Compared, designs: Sequence[str]) -> str:
    """Say which design looks cheaper to whoever sees the cost of an activity only."""
    if unit_cost.difference is None or not is_sure(unit_cost.difference):
        return "The cost of one activity, which is what functional budgets see, is much the same."
    cheaper = designs[1 if unit_cost.difference.mean < 0 else 0]
    return (
        "By the cost of one activity, which is what functional budgets see, "
        f"the **{cheaper}** design is cheaper."
    )


def say_failure(failure: Compared, designs: Sequence[str]) -> str:
    """Say how much of what reaches each design is failure demand."""
    if failure.first is None or failure.second is None:
        return f"Failure demand cannot be compared: {failure.reason}."
    first, second = (f"{i.mean * 100:.0f}" for i in (failure.first, failure.second))
    return (
        f"Of 100 contacts that reach the {designs[0]} design **{first}** are failure demand, "
        f"caused by a need that was not met before; in the {designs[1]} design **{second}**."
    )


def say_visits(fit: Compared, faces: Compared, designs: Sequence[str]) -> str:
    """Say how many visits fit in each design, and how many faces a client meets."""
    if fit.first is None or fit.second is None or faces.first is None or faces.second is None:
        return f"The visits cannot be compared: {fit.reason or faces.reason}."
    return (
        f"Of 100 visits **{fit.first.mean * 100:.0f}** fit the need of the day in the {designs[0]} "
        f"design, where a client meets {faces.first.mean:.0f} faces a month; in the {designs[1]} "
        f"design **{fit.second.mean * 100:.0f}**, and {faces.second.mean:.0f} faces."
    )


def say_time(lived: Compared, reported: Compared, designs: Sequence[str]) -> str:
    """Say how long each design takes on the citizen's clock and on the target's."""
    if lived.first is None or lived.second is None:
        return f"The time until a need is met cannot be compared: {lived.reason}."
    if reported.first is None or reported.second is None:
        return f"The reported time cannot be compared: {reported.reason}."
    return (
        f"From first contact until the need is met takes **{lived.first.mean:.1f} days** in the "
        f"{designs[0]} design, which reports {reported.first.mean:.1f}, and "
        f"**{lived.second.mean:.1f} days** in the {designs[1]} design, which reports "
        f"{reported.second.mean:.1f}."
    )
