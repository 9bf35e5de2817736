import inspect
import re

import pytest

from sim.manual.measures import PAGE, measures_page, read_docstring
from sim.measures import FAMILIES, MEASURES, measure_all
from tests.logs import people, view_of, visit_scenario

RELIED_ON = [
    "failure_demand_share",
    "failure_demand_share_broad",
    "demand_per_month",
    "contacts_per_case",
    "first_time_right_share",
    "end_to_end_days",
    "end_to_end_days_upper_limit",
    "reported_days",
    "reported_days_upper_limit",
    "faces_per_month",
    "faces_per_month_upper_limit",
    "faces_per_month_maximum",
    "visit_fit_share",
    "cost_per_citizen_helped",
    "unit_cost_per_activity",
    "cost_per_same_activity",
    "paid_cost_per_month",
    "staff_minutes_per_citizen_helped",
    "value_work_share",
    "utilisation",
    "absence_share",
    "work_joy",
    "unmet_need_share",
    "open_share",
]


@pytest.mark.parametrize("name", RELIED_ON)
def test_a_name_that_other_programs_rely_on_is_there(name):
    assert MEASURES[name].name == name


def test_no_name_is_given_twice():
    assert sum(map(len, FAMILIES.values())) == len(MEASURES)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_a_measure_says_formula_unit_and_source(measure):
    said = read_docstring(measure)

    assert measure.function.__name__ == f"measure_{measure.name}"
    assert all(said[label] for label in ("Summary", "Formula", "Unit", "Source"))
    assert measure.better in ("lower", "higher", "neither")


def test_the_page_in_the_manual_is_current():
    assert PAGE.read_text(encoding="utf-8") == measures_page()


def test_the_page_has_a_row_for_every_measure_in_order():
    assert re.findall(r"^\| `(\w+)`", measures_page(), re.MULTILINE) == list(MEASURES)


@pytest.mark.parametrize("view", [view_of(), view_of(scenario=visit_scenario())])
def test_an_empty_log_gives_a_value_or_a_reason_for_everything(view):
    for reading in measure_all(view).values():
        assert (reading.value is None) == bool(reading.reason)


def test_every_measure_reads_a_view_only():
    for measure in MEASURES.values():
        assert list(inspect.signature(measure.function).parameters) == ["view"]


def test_a_population_without_citizens_is_no_error():
    assert measure_all(view_of(citizens=people(())))["open_share"].value is None
