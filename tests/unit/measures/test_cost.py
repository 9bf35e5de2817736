import numpy as np
import pytest

from sim.blueprint import list_premiums
from sim.eventlog import NONE, Activity, Event, Job, Purchase
from sim.ledger import build_ledger
from sim.measures import MEASURES, Reading, build_view, measure_all
from sim.measures.cost import PARTS
from tests.builders import FUNCTIONALISED, build_raw, q, read_scenario
from tests.logs import DAY, HOURS, log_of, mixed_scenario, people, row, view_of, visit_scenario

E = Event
LOADED = 400 / 0.8 * 1.1
"""Cost of an hour worked: rate, over target utilisation, with management: 550."""


def spend(time_s, citizen=0, **seconds):
    """A finished job of so many seconds on activities, which are named in small letters."""
    about = {"staff": 1, "pool": 0}
    total = sum(seconds.values())
    parts = [
        row(time_s, E.ACTIVITY, citizen, **about, step=Activity[name.upper()], amount=amount)
        for name, amount in seconds.items()
    ]
    return (row(time_s, E.FINISH, citizen, **about, step=Job.WORK, amount=total), *parts)


def case_log():
    """Two citizens: one is helped in two jobs; one gives up after half an hour."""
    return (
        row(0, E.ARRIVE, 0, step=0, amount=3_600),
        row(0, E.ARRIVE, 1, step=0, amount=3_600),
        *spend(DAY, 0, value=1_800, read_in=600, ask=300, failure_contact=300),
        row(DAY, E.CONTENT, 0, staff=1, step=0, amount=2_400),
        row(DAY, E.PURCHASE, 0, staff=1, step=Purchase.CERTIFICATE, amount=1),
        row(DAY, E.PASS_ON, 0, staff=1, step=0, amount=7_200),
        row(DAY, E.DISHONEST, 0, staff=1, step=0, amount=1),
        *spend(2 * DAY, 0, rework=1_200, exception=600, control=900, report=300, check=600),
        row(2 * DAY, E.CONTENT, 0, staff=1, step=1, amount=1_200),
        row(2 * DAY, E.DISHONEST, 0, staff=1, step=0, amount=1),
        row(2 * DAY, E.MET, 0, attempt=2, step=1, amount=3_600),
        *spend(3 * DAY, 1, intake=900, overservice=900),
        row(3 * DAY, E.ABANDON, 1, amount=3_600),
    )


def priced():
    """The small scenario, where certificates cost 500 and dishonest claims 1000."""
    designs = {
        "functionalised": {
            **FUNCTIONALISED,
            "inspection": {"share": q(0.1), "minutes": q(20), "certificate_price": q(500)},
        }
    }
    costs = {
        "management_share": q(0.1),
        "unmet_need": q(5_000),
        "downstream_rate_per_hour": q(300),
        "dishonest_claim": q(1_000),
        "grant": q(2_000),
    }
    return read_scenario(build_raw(designs=designs, costs=costs), "test")


@pytest.fixture(name="readings")
def read_cases():
    return measure_all(view_of(*case_log(), scenario=priced()))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cost_value_work", 0.5 * LOADED),
        ("purchases_per_year", 500 * 365 / 28),
        # 300 s of asking, 300 s of failure contacts; 1200 s of rework, 600 s of an exception.
        ("failure_contacts_cost_per_year", LOADED / 6 * 365 / 28),
        ("rework_cost_per_year", LOADED / 2 * 365 / 28),
        ("failure_demand_cost_per_year", LOADED * 4 / 6 * 365 / 28),
        # The case that is given up takes staff as well.
        ("staff_hours_per_year", 8_400 / 3_600 * 365 / 28),
        ("cost_read_in", LOADED / 6),
        ("cost_failure_contacts", LOADED / 6),
        ("cost_rework", 0.5 * LOADED),
        ("cost_control", LOADED / 3),
        ("cost_intake_and_checks", (600 + 900) / 3_600 * LOADED),
        ("cost_planning", 0),
        ("cost_travel", 0),
        ("cost_overservice", LOADED / 4),
        ("cost_purchases", 500),
        ("cost_grants", 0),
        # Two hours passed on at 300, one need unmet at 5000, one dishonest claim at 1000.
        ("cost_downstream", 600 + 5_000 + 1_000),
        # 8400 s in all, divided by the one citizen who is helped.
        ("cost_own_budget", 8_400 / 3_600 * LOADED + 500),
        ("cost_other_budgets", 6_600),
        ("cost_per_citizen_helped", 8_400 / 3_600 * LOADED + 500 + 6_600),
        ("staff_minutes_per_citizen_helped", 140),
        ("unit_cost_per_activity", 8_400 / 3_600 * LOADED / 3),
        ("activity_size_minutes", 140 / 3),
        # 3900 s, 900 of them more than the need, for 3600 s of content of a mean need.
        ("cost_per_same_activity", 65 / 60 * LOADED),
        ("value_work_share", 1_800 / 8_400),
    ],
)
def test_cost_is_what_the_log_and_the_prices_say(readings, name, value):
    assert readings[name].value == pytest.approx(value)


def test_the_parts_add_up_to_the_whole_exactly(readings):
    parts = [readings[part.name].value for part in PARTS]

    assert sum(parts) == readings["cost_per_citizen_helped"].value
    budgets = readings["cost_own_budget"].value + readings["cost_other_budgets"].value
    assert budgets == pytest.approx(sum(parts))


def test_unit_cost_is_size_times_the_price_of_time(readings):
    size, unit_cost = readings["activity_size_minutes"], readings["unit_cost_per_activity"]

    assert unit_cost.value == pytest.approx(size.value / 60 * LOADED)


def decided(time_s, granted_ppm, citizen=0):
    return row(time_s, E.DECIDE, citizen, staff=1, step=1, amount=granted_ppm)


def test_what_is_granted_beyond_the_standard_costs_and_what_is_not_saves_nothing():
    generous = decided(4 * DAY, 500_000), decided(5 * DAY, 1_250_000)  # the last one counts
    meagre = decided(6 * DAY, 400_000, citizen=1)
    measures = measure_all(view_of(*case_log(), *generous, meagre, scenario=priced()))

    assert measures["cost_grants"].value == pytest.approx(0.25 * 2_000)
    assert measures["cost_other_budgets"].value == pytest.approx(6_600 + 500)
    assert measures["cost_own_budget"].value == pytest.approx(8_400 / 3_600 * LOADED + 500)


def test_a_dishonest_claim_that_is_found_costs_nothing():
    found = row(4 * DAY, E.DETECT, 0, staff=1, step=0, amount=1)
    view = view_of(*case_log(), found, scenario=priced())

    assert measure_all(view)["cost_downstream"].value == pytest.approx(600 + 5_000)


def test_work_under_contract_has_its_price():
    contract = {
        "share": q(0.5),
        "price_advantage": q(0.2),
        "tender_share": q(0.05),
        "supervision_share": q(0.03),
    }
    designs = {"functionalised": {**FUNCTIONALISED, "outsourcing": contract}}
    view = view_of(*case_log(), scenario=read_scenario(build_raw(designs=designs), "test"))

    # Half of the work at 1 - 0.2 + 0.05 + 0.03 = 0.88.
    assert measure_all(view)["cost_value_work"].value == pytest.approx(0.5 * LOADED * 0.94)


def test_a_client_with_visits_costs_by_the_month_and_within_the_days():
    # From the first opening, calendar second 28800, to the end of day 30 and of the log.
    view = view_of(
        row(0, E.ARRIVE, step=1, amount=3_600),
        *spend(DAY, value=3_600, travel=1_800, plan=900),
        *spend(25 * DAY, value=3_600),  # calendar day 35: after the days
        days=(0, 30),
        scenario=visit_scenario(),
        citizens=people((0,), (2,)),
    )
    months = (30 - 8 / 24) / 30

    readings = measure_all(view)
    assert readings["cost_per_citizen_helped"].value == pytest.approx(1.75 * LOADED / months)
    assert readings["cost_travel"].value == pytest.approx(0.5 * LOADED / months)
    assert readings["cost_planning"].value == pytest.approx(0.25 * LOADED / months)


def test_cases_and_clients_of_one_service_are_told_apart():
    log = (
        row(0, E.ARRIVE, 0, step=0, amount=3_600),
        row(0, E.ARRIVE, 1, step=1, amount=3_600),
        *spend(DAY, 0, value=3_600),
        row(DAY, E.MET, 0, step=1, amount=3_600),
        *spend(2 * DAY, 1, value=1_800),
    )

    def minutes(demand_type):
        view = view_of(
            *log,
            days=(0, 30),
            scenario=mixed_scenario(),
            citizens=people((0, 1), (0, 1)),
            demand_type=demand_type,
        )
        return measure_all(view)["staff_minutes_per_citizen_helped"].value

    months = (30 - 8 / 24) / 30
    assert minutes("known") == pytest.approx(60)
    assert minutes("daily") == pytest.approx(30 / months)
    assert minutes(None) == pytest.approx(90 / (1 + months))


def test_where_nobody_is_helped_cost_has_a_reason():
    readings = measure_all(view_of(row(0, E.ARRIVE, step=0, amount=3_600)))

    assert readings["cost_per_citizen_helped"] == Reading(None, "nobody was helped")
    assert readings["unit_cost_per_activity"] == Reading(None, "no work was done")
    assert MEASURES["cost_per_citizen_helped"].unit_in("SEK") == "SEK per citizen helped"


def waged():
    """The priced scenario, where the second pool's hour costs 1.5 and the front office's 0.5."""
    changes = ("functionalised.functions.pools.0.wage=1.5",)
    return priced().changed(*changes, "functionalised.centralisation.front_office_wage=0.5")


def of_pool(pool, rows):
    return tuple((*r[:4], pool, *r[5:]) for r in rows)


def test_an_hour_costs_what_it_costs_in_its_pool():
    premiums = np.array(list_premiums(waged().designs["functionalised"]))
    log = (
        row(0, E.ARRIVE, 0, step=0, amount=3_600),
        *of_pool(0, spend(DAY, 0, intake=600)),
        *of_pool(1, spend(DAY, 0, value=1_800, failure_contact=1_200)),
        *of_pool(2, spend(DAY, 0, value=3_600, rework=900)),
        row(2 * DAY, E.MET, 0, attempt=1, step=1, amount=3_600),
    )
    ledger = build_ledger(log_of(*log), people(), HOURS, [premiums])
    measures = measure_all(build_view(ledger, waged(), "functionalised", 0, 28))

    assert premiums.tolist() == [-500_000, 500_000, 0]
    expected = {
        "cost_intake_and_checks": 0.5 * LOADED / 6,
        "cost_value_work": (1.5 * 1_800 + 3_600) / 3_600 * LOADED,
        "cost_failure_contacts": 1.5 * LOADED / 3,
        "cost_rework": LOADED / 4,
        "failure_contacts_cost_per_year": 1.5 * LOADED / 3 * 365 / 28,
        "unit_cost_per_activity": (300 + 1.5 * 3_000 + 4_500) / 3_600 * LOADED / 3,
        "staff_hours_per_year": 8_100 / 3_600 * 365 / 28,
    }
    assert {name: measures[name].value for name in expected} == pytest.approx(expected)


def test_who_is_present_is_paid_the_wage_of_the_pool():
    here = {"step": 0, "amount": 7_200}
    log = tuple(row(0, E.PRESENT, NONE, staff=pool, pool=pool, **here) for pool in range(3))
    paid, plain = (
        measure_all(view_of(*log, scenario=scenario))["paid_cost_per_month"].value
        for scenario in (waged(), priced())
    )

    assert paid == pytest.approx(plain * (0.5 + 1.5 + 1) / 3)
