"""Units of formulas and flows agree, or it is said where they do not."""

import pytest

from sim.dynamics.system.dimensions import check_units
from sim.dynamics.system.equations import Quantity, Stock, Table, build_model
from sim.dynamics.system.units import parse_unit, write_unit
from tests.unit.dynamics.models import build_everything


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("cases/day", "cases/days"),
        ("cases / days", "cases/days"),
        ("minutes*cases", "cases*minutes"),
        ("1/day", "1/days"),
        ("dmnl", "dmnl"),
        ("1", "dmnl"),
        ("cases*days/days", "cases"),
        ("cases/day/day", "cases/days^2"),
        ("cases/(day*minutes)", "cases/days/minutes"),
        ("minutes^2/minute", "minutes"),
        ("working minutes/case", "working_minutes/case"),
    ],
)
def test_units_are_read_and_written(text, written):
    assert write_unit(parse_unit(text)) == written
    assert parse_unit(written) == parse_unit(text)


@pytest.mark.parametrize("text", ["", "2", "cases+days", "cases per day of", "cases^x", "f(day)"])
def test_what_is_no_unit_is_refused(text):
    if text == "cases per day of":
        assert write_unit(parse_unit(text)) == "cases_per_day_of"
        return
    with pytest.raises(ValueError, match="no unit"):
        parse_unit(text)


def check(formula, unit, flow_unit="cases/day"):
    stocks = [Stock("a", 1.0, ("fill",), (), "cases")]
    others = [
        Quantity("fill", "rate", flow_unit, is_flow=True),
        Quantity("rate", "3", flow_unit),
        Quantity("long", "2", "days"),
        Quantity("q", formula, unit),
    ]
    return check_units(build_model("m", 1.0, stocks, others))


def test_a_model_whose_units_agree_has_nothing_listed():
    assert check_units(build_everything()) == []


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("a / long", "cases/day"),
        ("a / long + rate", "cases/day"),
        ("1 - a / (rate * long)", "dmnl"),
        ("max(0, a)", "cases"),
        ("max(1, a) * 2", "cases"),
        ("where(a < 5, 0, rate)", "cases/day"),
        ("where(time < long, 1, 0)", "cases"),
        ("mod(time, 7)", "days"),
        ("whole(time / long)", "dmnl"),
        ("-a", "cases"),
        ("1 / long", "1/day"),
        ("60 * 8", "minutes"),
    ],
)
def test_units_that_agree(formula, unit):
    assert check(formula, unit) == []


@pytest.mark.parametrize(
    ("formula", "unit", "problem"),
    [
        ("a / long", "cases", "q: its formula is in cases/days, itself in cases"),
        ("a + long", "cases", "q: cases and days are added"),
        ("a - rate", "cases", "q: cases and cases/days are subtracted"),
        ("min(a, rate)", "cases", "q: cases and cases/days are compared"),
        ("where(a < long, 1, 0)", "dmnl", "q: cases and days are compared"),
        ("where(1 < 2, a, long)", "cases", "q: cases and days are the one or the other"),
        ("mod(a, long)", "cases", "q: cases and days are divided with a remainder"),
        ("a * a", "cases", "q: its formula is in cases^2, itself in cases"),
        ("a", "cases+", "q: no unit: cases+"),
    ],
)
def test_units_that_do_not_agree(formula, unit, problem):
    assert check(formula, unit) == [problem]


def test_a_flow_has_the_unit_of_its_stock_per_day():
    problems = check("a", "cases", flow_unit="cases/week")

    assert problems == ["fill: a flow of a is in cases/days, not in cases/weeks"]


def test_what_a_table_is_looked_up_by_is_checked_within():
    table = Table("t", "time + 1 / time", (0.0, 1.0), (2.0, 3.0), "cases")

    assert check_units(build_model("m", 1.0, [], [table])) == ["t: days and 1/days are added"]
