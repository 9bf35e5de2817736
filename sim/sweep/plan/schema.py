"""What a plan file may say."""

from typing import Any, Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt, ValidationError

from sim.design import Frozen
from sim.experiment.settings import LARGEST_REPLICATIONS, LEAST_DAYS, MOST_DAYS
from sim.random.keyed import MASK
from sim.scenario.problems import list_problems

Raw = dict[str, Any]
DEFAULT_MEASURES = (
    "cost_per_citizen_helped",
    "end_to_end_days",
    "failure_demand_share",
    "faces_per_month",
    "faces_per_case",
)
"""What a service costs, how long it takes, what of its work comes of failing, and how many faces a
citizen meets."""


class Span(Frozen):
    """A range that is given."""

    low: StrictFloat = Field(allow_inf_nan=False, description="Its lowest value.")
    high: StrictFloat = Field(allow_inf_nan=False, description="Its highest value.")
    steps: StrictInt | None = Field(
        None, ge=2, description="Only so many values of it, evenly spread."
    )


class UntilTable(Frozen):
    """When there are enough replications."""

    outcome: str = Field(description="What is to be known.")
    within: StrictFloat = Field(
        0.05, allow_inf_nan=False, description="Half of its 95 % interval, as a part of its mean."
    )
    most: StrictInt = Field(50, description="Replications of a point at the most.")


class PlanFile(Frozen):
    """A plan with what is measured, and how it is run."""

    title: str = Field("", description="What it asks, in one line.")
    services: tuple[str, ...] = Field(
        min_length=1, description="Names of services, or paths relative to this file."
    )
    designs: tuple[str, ...] | None = Field(
        None, min_length=1, description="Designs that are run, the first to compare with."
    )
    changes: tuple[str, ...] = Field((), description="Changes to each service, as `--set`.")
    method: Literal["grid", "lhs", "sobol", "morris", "factorial", "table"] = Field(
        description="How points are chosen."
    )
    points: StrictInt | None = Field(None, ge=1, description="Points of a Latin hypercube.")
    base: StrictInt | None = Field(None, ge=2, description="Of Sobol: a power of two.")
    second_order: StrictBool | None = Field(
        None,
        description="Of Sobol: also points for pairs of factors, for other tools than `analyse`.",
    )
    trajectories: StrictInt | None = Field(None, ge=2, description="Of Morris.")
    levels: StrictInt | None = Field(None, ge=2, description="Of Morris: an even number.")
    steps: StrictInt | None = Field(None, ge=2, description="Values of a range in a grid.")
    file: str | None = Field(None, description="A table of points, relative to this file.")
    seed: StrictInt = Field(1, ge=0, le=MASK, description="Luck of the runs.")
    sampling_seed: StrictInt | None = Field(
        None, ge=0, le=MASK, description="Luck of the points; as the runs if left out."
    )
    replications: StrictInt | None = Field(
        None, ge=1, le=LARGEST_REPLICATIONS, description="Runs of each design at each point."
    )
    until: UntilTable | None = Field(
        None, description="A rule by which points get more replications."
    )
    days: StrictInt | None = Field(
        None, ge=LEAST_DAYS, le=MOST_DAYS, description="Calendar days of arrivals."
    )
    warm_up_day: StrictInt | None = Field(
        None, ge=0, lt=MOST_DAYS, description="Calendar day on which the cohort begins."
    )
    follow_up_days: StrictInt | None = Field(
        None, ge=0, le=MOST_DAYS, description="Calendar days that a run goes on after it."
    )
    measures: tuple[str, ...] = Field(DEFAULT_MEASURES, min_length=1, description="Outcomes.")
    series: tuple[str, ...] = Field(
        (), description="What is told of each week of each run, in a table of its own."
    )
    levers: dict[str, Any] = Field(default_factory=dict, description="What a design chooses.")
    uncertainties: dict[str, Any] = Field(
        default_factory=dict, description="What the world chooses."
    )


def read_file(raw: Raw) -> tuple[PlanFile | None, set[str], list[str]]:
    """Read the table of a plan file.

    Returns
    -------
    What is sound of it, `None` if that is no plan; the keys that are not sound; and the problems.
    """
    try:
        return PlanFile.model_validate(raw), set(), []
    except ValidationError as error:
        broken = {str(details["loc"][0]) for details in error.errors()}
        problems = list_problems(error, PlanFile)
    try:
        sound = {key: value for key, value in raw.items() if key not in broken}
        return PlanFile.model_validate(sound), broken, problems
    except ValidationError:
        return None, broken, problems


def read_span(raw: Raw) -> tuple[Span | None, list[str]]:
    """Read a range, or say what is wrong with it."""
    try:
        return Span.model_validate(raw), []
    except ValidationError as error:
        return None, list_problems(error, Span)
