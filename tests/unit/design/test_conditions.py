from copy import deepcopy

import pytest
from pydantic import ValidationError

from sim.design import CONDITIONS, Design
from sim.design.quantity import OFF
from tests.builders import ABSORBING, FUNCTIONALISED


def test_the_eight_conditions_are_the_required_tables_of_a_design():
    required = [name for name, field in Design.model_fields.items() if field.is_required()]

    assert tuple(required) == CONDITIONS
    assert len(CONDITIONS) == 8


@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_condition_may_be_left_out(condition):
    raw = {key: table for key, table in FUNCTIONALISED.items() if key != condition}

    with pytest.raises(ValidationError, match=condition):
        Design.model_validate(raw)


def test_what_a_design_does_not_use_is_off():
    design = Design.model_validate(ABSORBING)

    assert design.budget.cap_minutes is None
    assert design.centralisation.front_office_staff.source == OFF
    assert design.outsourcing.share.value == 0
    assert design.prevention.growth.value == 1


def test_a_design_has_at_least_one_function():
    raw = deepcopy(ABSORBING)
    raw["functions"]["pools"] = []

    with pytest.raises(ValidationError, match="at least 1 item"):
        Design.model_validate(raw)


def test_functions_keep_their_order():
    design = Design.model_validate(FUNCTIONALISED)

    assert [pool.name for pool in design.functions.pools] == ["intake", "assess"]
