import pytest
from pydantic import TypeAdapter, ValidationError

from sim.design import Quantity
from sim.design.quantity import OFF, Share, off


def share(**keys):
    return TypeAdapter(Share).validate_python({"from": "assumed", **keys})


def test_a_quantity_is_read_as_a_file_writes_it():
    quantity = share(**{"is": 0.5, "range": [0.2, 0.8]})

    assert (quantity.value, quantity.plausible, quantity.source) == (0.5, (0.2, 0.8), "assumed")


def test_a_quantity_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        share(**{"is": 0.5}).value = 0.6


@pytest.mark.parametrize("value", [0, 1, 0.999])
def test_bounds_are_possible_themselves(value):
    assert share(**{"is": value}).value == value


@pytest.mark.parametrize("value", [-0.001, 1.001, float("nan"), float("inf")])
def test_no_value_may_leave_the_bounds(value):
    with pytest.raises(ValidationError, match=r"expected 0 to 1 \(share\)"):
        share(**{"is": value})


@pytest.mark.parametrize("plausible", [[0.5, 1.5], [-1, 0.5]])
def test_no_plausible_range_may_leave_the_bounds(plausible):
    with pytest.raises(ValidationError, match="expected 0 to 1"):
        share(**{"is": 0.5, "range": plausible})


def test_a_range_begins_with_its_lower_number():
    with pytest.raises(ValidationError, match="lower number first"):
        share(**{"is": 0.5, "range": [0.8, 0.2]})


@pytest.mark.parametrize("keys", [{"is": "0.5"}, {"is": True}, {}, {"is": 1, "unit": "share"}])
def test_only_a_number_with_its_source_is_a_quantity(keys):
    with pytest.raises(ValidationError):
        share(**keys)


def test_a_value_may_leave_its_own_plausible_range():
    assert share(**{"is": 0.9, "range": [0.2, 0.8]}).value == 0.9


def test_off_is_neutral_and_says_so():
    assert off() == Quantity.model_validate({"is": 0.0, "from": OFF})
    assert off(1.0).value == 1.0
