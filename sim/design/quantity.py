"""A number of a scenario: its value, its plausible range and where it comes from.

`range` is what is plausible and may be left by whoever explores; the bounds of the type (a share
lies between 0 and 1) are what is possible and may not.
"""

from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, StrictFloat
from pydantic_core.core_schema import CoreSchema, no_info_after_validator_function

from sim.message import Message

ASSUMED = "assumed"
FITTED = "fitted"
OFF = "off"
CHANGED = "changed"
OWN_SOURCES = (ASSUMED, FITTED, OFF, CHANGED)
"""Words that may stand where a source does: nobody measured it, it was fitted, it plays no part,
whoever runs the scenario has set it."""


class Frozen(BaseModel):
    """A part of a scenario: immutable, and without room for a key that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quantity(Frozen):
    """One number with its source."""

    value: StrictFloat = Field(alias="is", description="The number itself.")
    plausible: tuple[StrictFloat, StrictFloat] | None = Field(
        None, alias="range", description="Lowest and highest plausible value."
    )
    source: str = Field(
        alias="from",
        description="A key of `[sources]`, or one of `assumed`, `fitted`, `off`, `changed`.",
    )


class Possible(NamedTuple):
    """Bounds that no value may leave, and the unit; stands beside a type, and checks it."""

    low: float
    high: float
    unit: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Have Pydantic check the bounds of a quantity after all else."""
        return no_info_after_validator_function(self.check, handler(source))

    def check(self, quantity: Quantity) -> Quantity:
        """Return a quantity that lies within the bounds.

        Raises
        ------
        ValueError
            If its value or range does not.
        """
        for number in (quantity.value, *(quantity.plausible or ())):
            if not self.low <= number <= self.high:
                raise ValueError(self._refuse(number))
        if quantity.plausible and quantity.plausible[0] > quantity.plausible[1]:
            found = list(quantity.plausible)
            raise ValueError(Message("range {found}: expected the lower number first", found=found))
        return quantity

    def _refuse(self, number: float) -> Message:
        return Message(
            "found {found:.15g}, expected {low:.15g} to {high:.15g} ({unit})",
            found=number,
            low=self.low,
            high=self.high,
            unit=Message(self.unit),
        )


Share = Annotated[Quantity, Possible(0.0, 1.0, "share")]
Minutes = Annotated[Quantity, Possible(0.0, 24 * 60.0, "minutes")]
Hours = Annotated[Quantity, Possible(0.0, 24.0, "hours")]
Days = Annotated[Quantity, Possible(0.0, 3_660.0, "calendar days")]
Count = Annotated[Quantity, Possible(0.0, 100_000.0, "count")]
RatePerDay = Annotated[Quantity, Possible(0.0, 10_000.0, "per day")]
RatePerMonth = Annotated[Quantity, Possible(0.0, 30.0, "per month")]
Factor = Annotated[Quantity, Possible(0.0, 100.0, "factor")]
Growth = Annotated[Quantity, Possible(1.0, 100.0, "factor")]
Money = Annotated[Quantity, Possible(0.0, 1e9, "currency")]
Weeks = Annotated[Quantity, Possible(0.0, 1_000.0, "weeks")]


def off(value: float = 0.0) -> Quantity:
    """Return the neutral value of a mechanism that a scenario does not use."""
    return Quantity.model_validate({"is": value, "from": OFF})


def optional(about: str, otherwise: float = 0.0) -> Any:
    """Describe a quantity that a file may leave out: it is off then, at its neutral value."""
    return Field(default_factory=lambda: off(otherwise), description=about)
