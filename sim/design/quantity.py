"""A number of a scenario: its value, its plausible range and where it comes from.

`range` is what is plausible and may be left by whoever explores; the bounds of the type (a share
lies between 0 and 1) are what is possible and may not.
"""

from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictFloat

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
    """Bounds that no value may leave, and the unit.

    Raises
    ------
    ValueError
        When called with a quantity whose value or range lies outside.
    """

    low: float
    high: float
    unit: str

    def __call__(self, quantity: Quantity) -> Quantity:
        """Check a quantity against the bounds."""
        for number in (quantity.value, *(quantity.plausible or ())):
            if not self.low <= number <= self.high:
                raise ValueError(self._refuse(number))
        if quantity.plausible and quantity.plausible[0] > quantity.plausible[1]:
            found = list(quantity.plausible)
            raise ValueError(Message("range {found}: expected the lower number first", found=found))
        return quantity

    def _refuse(self, number: float) -> Message:
        return Message(
            "found {found:g}, expected {low:g} to {high:g} ({unit})",
            found=number,
            low=self.low,
            high=self.high,
            unit=Message(self.unit),
        )


SHARE = Possible(0.0, 1.0, "share")
MINUTES = Possible(0.0, 24 * 60.0, "minutes")
HOURS = Possible(0.0, 24.0, "hours")
DAYS = Possible(0.0, 3_660.0, "calendar days")
COUNT = Possible(0.0, 100_000.0, "count")
RATE_PER_DAY = Possible(0.0, 10_000.0, "per day")
FACTOR = Possible(0.0, 100.0, "factor")
GROWTH = Possible(1.0, 100.0, "factor")
MONEY = Possible(0.0, 1e9, "currency")
WEEKS = Possible(0.0, 1_000.0, "weeks")

Share = Annotated[Quantity, AfterValidator(SHARE), SHARE]
Minutes = Annotated[Quantity, AfterValidator(MINUTES), MINUTES]
Hours = Annotated[Quantity, AfterValidator(HOURS), HOURS]
Days = Annotated[Quantity, AfterValidator(DAYS), DAYS]
Count = Annotated[Quantity, AfterValidator(COUNT), COUNT]
RatePerDay = Annotated[Quantity, AfterValidator(RATE_PER_DAY), RATE_PER_DAY]
Factor = Annotated[Quantity, AfterValidator(FACTOR), FACTOR]
Growth = Annotated[Quantity, AfterValidator(GROWTH), GROWTH]
Money = Annotated[Quantity, AfterValidator(MONEY), MONEY]
Weeks = Annotated[Quantity, AfterValidator(WEEKS), WEEKS]


def off(value: float = 0.0) -> Quantity:
    """Return the neutral value of a mechanism that a scenario does not use."""
    return Quantity.model_validate({"is": value, "from": OFF})
