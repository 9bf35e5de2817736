"""A scenario is built of what is known: as it is, and with the waits that were attributed."""

from math import nan

import pytest

from sim.analysis.comparison import compare
from sim.message import Message
from sim.own.build import (
    AS_IT_IS,
    ASKED_AT_ONCE,
    NO_DATES,
    ONE_PERSON,
    TALLY,
    build_scenario,
    write_like,
    write_scenario,
)
from sim.own.estimate import Estimate
from sim.own.waits import Ender
from sim.results import count_sources
from sim.scenario import list_services, quantities, read_scenario
from tests.unit.own.known import USUAL, know_of

HEARD = Estimate("failure_share", 0.62, 0.35, 0.84, 30)


def test_as_it_is_has_the_faces_and_the_days_it_was_built_of():
    found = compare(build_scenario(know_of()), (AS_IT_IS, ONE_PERSON), replications=10, days=365)
    means = {
        name: found.measures[name].first.mean
        for name in ("faces_per_case", "one_face_share", "end_to_end_days")
    }
    assert means["faces_per_case"] == pytest.approx(2.3, rel=0.1)
    assert means["one_face_share"] == pytest.approx(0.35, rel=0.15)
    assert means["end_to_end_days"] == pytest.approx(7.0, rel=0.25)


@pytest.mark.parametrize("service", list_services())
def test_what_is_like_a_shipped_service_can_be_read(service):
    scenario = read_scenario(write_like(service, HEARD, "own", "A tally").encode(), "own.toml")
    assert [one.source for one in scenario.evidence] == [TALLY]


def test_every_number_says_that_it_was_measured_or_assumed():
    scenario = build_scenario(know_of())
    assert count_sources(scenario, tuple(scenario.designs))["measured"] > 15
    known = {key: one.source for key, one in quantities(scenario)}
    assert known["demand.case.arrivals_per_day"] == "measured-log"
    assert known["staff.rate_per_hour"] == "assumed"


@pytest.mark.parametrize(
    ("unknown", "key"),
    [
        ("days_per_week", "calendar.days_per_week"),
        ("hours_per_day", "calendar.hours_per_day"),
        ("persons", "staff.total"),
    ],
)
def test_what_the_data_cannot_say_is_assumed(unknown, key):
    sources = {key: one.source for key, one in quantities(build_scenario(know_of()))}
    assert sources[key] == "measured-log"
    without = build_scenario(know_of(**{unknown: nan}))
    assert {key: one.source for key, one in quantities(without)}[key] == "assumed"


def test_more_staff_than_was_seen_is_assumed():
    scenario = build_scenario(know_of(persons=2.0))
    assert scenario.staff.total.value > 2
    assert scenario.staff.total.source == "assumed"


def test_another_design_is_built_of_attributed_waits_alone():
    assert list(build_scenario(know_of()).designs) == [AS_IT_IS, ONE_PERSON]
    by_date = know_of(waited={Ender.CALENDAR: 15.0})
    assert list(build_scenario(by_date).designs) == [AS_IT_IS, NO_DATES]
    asked = know_of(waited={Ender.CITIZEN: 3.0}, asks_per_case=0.4)
    assert list(build_scenario(asked).designs) == [AS_IT_IS, ASKED_AT_ONCE]
    assert list(build_scenario(know_of(waited={Ender.SAME: 5.0})).designs) == [AS_IT_IS]


def test_what_was_fitted_is_marked_so():
    fitted = know_of().with_fitted({"pick_up_days": 2.0, "pick_up_cv": 3.0})
    sources = {key: one.source for key, one in quantities(build_scenario(fitted))}
    waits = [source for key, source in sources.items() if key.endswith("pick_up_days")]
    assert waits
    assert set(waits) == {"fitted"}


def test_a_tally_is_evidence_and_no_number_of_the_service():
    known = know_of().citing("measured-tally", "30 contacts")
    assert "failure_demand_share" in write_scenario(known, "own", HEARD)
    assert "failure_demand_share" not in write_scenario(know_of())


def test_what_is_cut_short_is_no_evidence():
    known = know_of().citing("measured-tally", "30 contacts")
    cut = HEARD._replace(why_not=Message("most are open still"))
    assert "failure_demand_share" in write_scenario(known, "own", HEARD)
    assert "failure_demand_share" not in write_scenario(know_of(), "own", cut)


def test_a_source_that_says_nothing_is_not_cited():
    unheard = Estimate("failure_share", nan, nan, nan, 0)
    known = know_of().citing("measured-tally", "1 contact")
    assert "measured-tally" not in write_scenario(known, "own", unheard)
    silent = know_of(waited={Ender.SAME: nan}, **dict.fromkeys(USUAL, nan))
    assert count_sources(build_scenario(silent), (AS_IT_IS,))["measured"] == 0


def test_counts_stand_in_place_of_the_log():
    counted = {"arrivals_per_day": Estimate("arrivals_per_day", 9.0, 8.0, 10.0, 200)}
    known = know_of().with_others(counted, "measured-counts").citing("measured-counts", "counts")
    arrivals = build_scenario(known).demand["case"].arrivals_per_day
    assert (arrivals.value, arrivals.source) == (9.0, "measured-counts")
