"""The form that a comparison has as JSON, every part of it checked as it is read back."""

from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeInt,
    ValidationError,
    model_validator,
)

from sim.scenario.keys import dotted

DIFFERENCE = "difference"
LONGEST_FILE_NAME = 255
"""Bytes of a file's name, of what every file system takes."""
LONGEST_NAME, LARGEST = 255, 10**9
"""Characters of a name, and a number of days or replications: larger than any that can be run."""


def _check_file_name(name: str) -> str:
    """Check that a name is that of a file, without the folders above it."""
    is_plain = PurePosixPath(name).name == name == PureWindowsPath(name).name and name != ".."
    if not name or not is_plain or len(name.encode()) > LONGEST_FILE_NAME:
        raise ValueError("expected the name of a file")
    return name


ServiceName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=LONGEST_NAME)]
"""As the schema of a scenario has it."""
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=LONGEST_NAME)]
"""Of a design, a demand type or a measure."""
FileName = Annotated[str, AfterValidator(_check_file_name)]
Count = Annotated[int, Field(ge=0, le=LARGEST)]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, allow_inf_nan=False)


class IntervalForm(_Part):
    """A mean with the ends of its interval."""

    mean: float
    low: float
    high: float


class PairForm(_Part):
    """A measure in two designs, with the difference: each an interval, or null."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, IntervalForm | None]
    reason: str | None = None


class MeasureForm(PairForm):
    """A measure of all citizens, and of each demand type."""

    unit: str
    by_demand_type: dict[Name, PairForm]


class BusiestForm(_Part):
    """The busiest pool of a design."""

    function: str | None
    utilisation: float


class SettlingForm(_Part):
    """Whether a design settles."""

    settles: bool
    open_share: float | None
    backlog_trend: IntervalForm | None
    work_trend: IntervalForm | None
    is_warm: bool
    reasons: list[str]


class ProvenanceForm(_Part):
    """Where the comparison came from, as far as it takes that to make it again."""

    version: str
    engine: Name
    python: str
    packages: dict[str, str]
    scenario_file: FileName | None
    scenario_sha256: Hash | None
    asked: list[str]
    warm_up_day: Count
    run_out_days: Count
    replications_rule: Literal["fixed", "enough", "maximum"]


class ComparisonForm(_Part):
    """A comparison; what else may stand in it is not needed to make it again."""

    service: ServiceName
    seed: NonNegativeInt
    replications: Count
    days: Count
    designs: Annotated[list[Name], Field(min_length=2, max_length=2)]
    measures: Annotated[dict[Name, MeasureForm], Field(min_length=1)]
    busiest: dict[Name, BusiestForm | None]
    settling: dict[Name, SettlingForm]
    provenance: ProvenanceForm

    @model_validator(mode="after")
    def _check_columns(self) -> Self:
        """Check that everything is told of the two designs, and of nothing else."""
        designs = set(self.designs)
        pairs = [
            pair
            for measure in self.measures.values()
            for pair in (measure, *measure.by_demand_type.values())
        ]
        has_both = all(set(pair.__pydantic_extra__) == {*designs, DIFFERENCE} for pair in pairs)
        if not has_both or set(self.busiest) != designs or set(self.settling) != designs:
            raise ValueError("expected each of the two designs everywhere")
        return self


def find_fault(found: Any) -> str | None:
    """Return the place of the first part that has not its form.

    Returns
    -------
    str or None
        Such as ``measures.utilisation.absorbing``; empty for the whole; `None` if all is sound.
    """
    try:
        ComparisonForm.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return dotted([key for key in first["loc"] if key != "[key]"])
    return None
