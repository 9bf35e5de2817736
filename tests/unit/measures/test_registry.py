import inspect
import re

import pytest

from sim.errors import RunError
from sim.eventlog import Event
from sim.manual.measures import PAGE, measures_page
from sim.measures import FAMILIES, MEASURES, Reading, Unit, measure_all, read_docstring
from sim.measures.registry import measure
from sim.message import Message
from tests.logs import DAY, mixed_scenario, people, row, view_of, visit_scenario

E = Event

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

UNITS = [
    "share",
    "percent",
    "index",
    "coefficient of variation",
    "days",
    "faces",
    "staff",
    "cases",
    "contacts per month",
    "contacts per case",
    "deliveries per need met",
    "particulars per case",
    "minutes per activity",
    "minutes per citizen helped",
    "hours per year",
    "SEK per activity",
    "SEK per same activity",
    "SEK per citizen helped",
    "SEK per month",
    "SEK per year",
]


@pytest.mark.parametrize("name", RELIED_ON)
def test_a_name_that_other_programs_rely_on_is_there(name):
    assert MEASURES[name].name == name


def test_no_name_is_given_twice():
    assert sum(len(family.measures) for family in FAMILIES) == len(MEASURES)


@pytest.mark.parametrize("one", MEASURES.values(), ids=MEASURES)
def test_a_measure_says_what_it_is_with_formula_unit_and_source(one):
    said = read_docstring(one)

    assert all(said[label] for label in ("Summary", "Formula", "Unit", "Source"))
    assert one.unit_in("currency") in said["Unit"]
    assert one.better in ("lower", "higher", "neither")
    assert one.part_of is None or one.part_of in MEASURES


def test_all_that_a_person_reads_can_be_translated():
    shown = [family.title for family in FAMILIES]
    shown += [text for one in MEASURES.values() for text in (one.title, one.short_title)]

    assert all(isinstance(text, Message) and text for text in shown)


def test_units_in_results_are_stable():
    assert [unit.in_currency("SEK") for unit in Unit] == UNITS


def test_a_unit_is_found_by_what_its_text_was_made_from():
    for one in MEASURES.values():
        assert Unit(one.unit_in("SEK").template) is one.unit
        assert one.unit.is_money == ("SEK" in one.unit_in("SEK"))


def test_what_stays_of_a_title_beneath_a_heading():
    assert MEASURES["cost_travel"].title == "Cost: travel"
    assert MEASURES["cost_travel"].short_title == "travel"
    assert MEASURES["work_joy"].short_title == "Work joy"


def test_the_page_in_the_manual_is_current():
    assert PAGE.read_text(encoding="utf-8") == measures_page()


def test_the_page_has_a_row_for_every_measure_in_order():
    assert re.findall(r"^\| `(\w+)`", measures_page(), re.MULTILINE) == list(MEASURES)


@pytest.mark.parametrize("view", [view_of(), view_of(scenario=visit_scenario())])
def test_an_empty_log_gives_a_value_or_a_reason_for_everything(view):
    for reading in measure_all(view).values():
        assert (reading.value is None) == bool(reading.reason)
        assert reading.reason is None or isinstance(reading.reason, Message)


def test_every_measure_reads_a_view_only():
    for one in MEASURES.values():
        assert list(inspect.signature(one.function).parameters) == ["view"]


def test_a_measure_of_one_kind_of_demand_says_that_there_is_none_of_it():
    reasons = {"case": "there are no one-off cases here", "visits": "this service has no visits"}
    without = {"case": view_of(scenario=visit_scenario()), "visits": view_of()}
    of_one_kind = [one for one in MEASURES.values() if one.only]

    assert {one.only for one in of_one_kind} == {"case", "visits"}
    for one in of_one_kind:
        assert one.read(without[one.only]) == Reading(None, reasons[one.only])


def see_a_case_and_a_client():
    return view_of(
        row(0, E.ARRIVE, 0, step=0, amount=600),
        row(0, E.ARRIVE, 1, step=0, amount=600),
        row(DAY, E.MET, 0, step=1, amount=600),
        scenario=mixed_scenario(),
        citizens=people((0, 1), (0, 1)),
    )


def test_one_measure_alone_says_what_it_says_among_all():
    for name, reading in measure_all(see_a_case_and_a_client()).items():
        assert measure(see_a_case_and_a_client(), [name]) == {name: reading}


def test_a_measure_that_there_is_not_is_an_error():
    with pytest.raises(RunError, match='measure: found "backlogs"'):
        measure(view_of(), ["backlogs"])


def test_a_population_without_citizens_is_no_error():
    assert measure_all(view_of(citizens=people(())))["open_share"].value is None
