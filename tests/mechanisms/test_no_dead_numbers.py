"""Every number of the schema does something: moved across its range, it changes what happens.

What is only a price may change a measure instead. No number is exempt: one that changes nothing is
either a bug, or should not be asked for.
"""

import re

import numpy as np
import pytest

from sim.design import Quantity
from sim.design.quantity import OFF
from sim.scenario import Scenario, list_services, load_scenario, quantities
from tests.mechanisms.runs import EVERYTHING, Run, happened, measured, run_everything

SCENARIO = load_scenario(EVERYTHING)
ON = {key: quantity for key, quantity in quantities(SCENARIO) if quantity.source != OFF}

SUMS = {
    "staff.shifts.0.share": ("staff.shifts.1.share", 1.0),
    "designs.all.functions.pools.0.share": ("designs.all.functions.pools.1.share", 1.0),
    "designs.all.functions.pools.0.staff": ("designs.all.functions.pools.1.staff", 0.8),
}
"""Numbers that add up to something with another one."""
INSTEAD = {
    "designs.all.targets.hold_days": ((0.5, 3.0), ("designs.all.targets.lead_days=none",)),
    "staff.total": ((9, 12), ("designs.all.staff.total=none",)),
}
"""Numbers that cannot be on beside another: what each is moved across, and what is off then."""


def changes(key: str, value: float) -> tuple[str, ...]:
    """Set a number, and the one that adds up with it."""
    for one, other in [*SUMS.items(), *((b, (a, total)) for a, (b, total) in SUMS.items())]:
        if one == key:
            return f"{key}={value}", f"{other[0]}={other[1] - value:.6f}"
    return (f"{key}={value}",)


@pytest.mark.parametrize("key", ON)
def test_a_number_moved_across_its_range_changes_something(key: str) -> None:
    low, high = (run_everything(changes(key, end)) for end in ON[key].plausible or ())
    is_alive = differ(low, high) or measured(low) != measured(high)
    assert is_alive, f"{key} is a dead number"


@pytest.mark.parametrize("key", INSTEAD)
def test_a_number_that_stands_instead_of_another_changes_something(key: str) -> None:
    ends, off = INSTEAD[key]
    assert differ(*(run_everything((*off, f"{key}={end}")) for end in ends))


def differ(low: Run, high: Run) -> bool:
    """Whether anything happened otherwise."""
    return not all(map(np.array_equal, happened(low), happened(high)))


def field_of(key: str) -> str:
    """A key without the names that scenarios choose: the field of the schema."""
    named = re.sub(r"^(demand|designs)\.[^.]+", r"\1.*", key)
    return re.sub(r"\.\d+(?=\.|$)", ".*", named)


def fields_of(scenario: Scenario) -> set[str]:
    return {field_of(key) for key, _ in quantities(scenario)}


def test_every_number_of_the_schema_is_on() -> None:
    assert {field_of(key) for key in (*ON, *INSTEAD)} == fields_of(SCENARIO)


@pytest.mark.parametrize("service", list_services())
def test_shipped_services_have_no_other_numbers(service: str) -> None:
    assert fields_of(load_scenario(service)) <= fields_of(SCENARIO)


def test_every_range_is_a_range() -> None:
    def is_range(quantity: Quantity) -> bool:
        return quantity.plausible is not None and quantity.plausible[0] < quantity.plausible[1]

    assert [key for key, quantity in ON.items() if not is_range(quantity)] == []
