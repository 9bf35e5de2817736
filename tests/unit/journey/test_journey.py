import numpy as np
import pytest

from sim.errors import RunError
from sim.eventlog import Activity, Cause, Event, Job, Reason, Waiting
from sim.experiment import Run, simulate
from sim.journey import summarise_journey, tell_journey
from sim.journey.rows import name_particulars
from sim.scenario import build_scenario as build_from
from sim.units import MILLION
from sim.words import speaking
from sim.words.journey import tell_summary
from tests.builders import build_raw, build_scenario
from tests.logs import DAY, HOURS, log_of, people, row

MINUTE, HOUR = 60, 3_600
CASE = (
    row(0, Event.ARRIVE, step=0, amount=60 * MINUTE),
    row(0, Event.CONTACT_IN, step=Waiting.NOTHING, cause=Cause.VALUE),
    row(0, Event.CAPTURE, step=2, amount=1),
    row(0, Event.ENTER, pool=0, step=Job.INTAKE, amount=1),
    row(HOUR, Event.START, staff=3, pool=0, step=Job.INTAKE, amount=HOUR),
    row(HOUR + 120, Event.FINISH, staff=3, pool=0, step=Job.INTAKE, amount=120),
    row(HOUR + 120, Event.ACTIVITY, staff=3, pool=0, step=Activity.INTAKE, amount=120),
    row(DAY, Event.START, staff=7, pool=1, step=Job.WORK, amount=0),
    row(DAY + 600, Event.FINISH, staff=7, pool=1, step=Job.WORK, amount=600),
    row(DAY + 600, Event.CONTACT_OUT, staff=7, pool=1, step=Reason.ASK_BY_LETTER, amount=1),
    row(2 * DAY, Event.CONTACT_IN, step=Waiting.CITIZEN, cause=Cause.CAPTURE),
    row(2 * DAY + 60, Event.DECIDE, staff=8, pool=2, step=1, amount=MILLION * 9 // 10),
    row(2 * DAY + 60, Event.CLOSE, step=0, amount=2 * 86_400),
    row(5 * DAY, Event.CONTACT_IN, attempt=1, step=Waiting.NOTHING, cause=Cause.ABSORB),
    row(5 * DAY + 60, Event.MET, attempt=2, step=0, amount=HOUR),
)


def build_run(*rows, visits_per_day=None):
    return Run(
        build_scenario(), "functionalised", 1, 0, 14, "reference", None, None,
        people([0], visits_per_day), HOURS, log_of(*rows),
    )  # fmt: skip


def tell(*rows, visits_per_day=None):
    return tell_journey(build_run(*rows, visits_per_day=visits_per_day), 0)


def test_a_journey_is_summed_up():
    summary = summarise_journey(build_run(*CASE), 0)

    assert summary.days == pytest.approx(7 + 60 / 86_400)
    assert (summary.contacts, summary.visits, summary.faces) == (4, 0, 2)
    assert summary.work_minutes == 12
    assert summary.currency == build_scenario().service.currency


def test_a_need_that_is_not_met_has_no_days():
    assert summarise_journey(build_run(*CASE[:-1]), 0).days is None


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((18.4, 16, 0, 8), "18 days, 16 contacts, 8 faces, work for 914 kr"),
        ((1.84, 1, 0, 1), "1.8 days, 1 contact, 1 face, work for 914 kr"),
        ((None, 3, 0, 2), "need not met, 3 contacts, 2 faces, work for 914 kr"),
    ],
)
def test_the_sum_is_told_in_one_line(counts, told):
    assert tell_summary(*counts, "914 kr", is_client=False) == told


def test_of_a_client_visits_are_told_as_well():
    told = tell_summary(None, 1, 24, 17, "914 kr", is_client=True)
    assert told == "visits not ended, 24 visits, 1 contact, 17 faces, work for 914 kr"


def test_a_case_is_told_step_by_step():
    assert [(step.when, step.what) for step in tell(*CASE)] == [
        ("day 0, Monday 08:00",
         "Comes for the first time, by a form: a need of 60 min of work."),
        ("day 0, Monday 08:00",
         "2 things are particular about the need; got into the organisation: 1."),
        ("day 0, Monday 09:00",
         "Staff 3 (front office) takes the contact: 2 min, after waiting 1.0 working hours."),
        ("day 1, Tuesday 08:00",
         "Staff 7 (intake) has the case in hand for 10 min, after it waited 0 min."),
        ("day 1, Tuesday 08:10", "Staff 7 writes to ask for one thing that is missing."),
        ("day 2, Wednesday 08:00", "Answers what was asked."),
        ("day 2, Wednesday 08:01", "Staff 8 decides by own judgement: 90% of the standard."),
        ("day 2, Wednesday 08:01", "The case is closed: 2.0 days on the target's clock."),
        ("day 7, Monday 08:00", "Comes back, not helped: the answer did not fit."),
        ("day 7, Monday 08:01", "The need is met."),
    ]  # fmt: skip


def test_a_journey_is_told_in_the_language_that_is_spoken():
    with speaking("sv"):
        steps = tell(*CASE)

    assert [(step.when, step.what) for step in steps[2:4]] == [
        ("dag 0, måndag kl. 09.00",
         "Medarbetare 3 (mottagning) tar emot: 2 min, efter en väntan på 1,0 arbetstimmar."),
        ("dag 1, tisdag kl. 08.00",
         "Medarbetare 7 (intake) arbetar med ärendet i 10 min, efter att det väntat 0 min."),
    ]  # fmt: skip


def test_a_step_says_who_and_at_which_attempt():
    steps = tell(*CASE)

    assert [step.staff for step in steps[:4]] == [None, None, 3, 7]
    assert [step.attempt for step in steps[-2:]] == [1, 2]
    assert steps[-1].day == 7


def test_a_case_that_is_not_finished_says_so():
    steps = tell(*CASE[:8])

    assert steps[-2].what == "Staff 7 (intake) has begun on it when the run ends."
    assert steps[-1].what == "The run ends; the need is still open."


def test_visits_are_told_week_by_week():
    visits = [
        row(day * DAY, kind, staff=staff, pool=1, step=step, amount=amount)
        for day, staff in ((0, 1), (1, 2), (2, 1), (5, 2))
        for kind, step, amount in (
            (Event.START, Job.VISIT, 0),
            (Event.VISIT, int(day == 1), 600),
            (Event.VISIT_TIME, 60 * (day == 1), 60 * (day == 2)),
        )
    ]
    arrival = row(0, Event.ARRIVE, step=1, amount=20 * MINUTE)

    steps = tell(arrival, *visits, row(6 * DAY, Event.END), visits_per_day=[1])

    assert [(step.when, step.what) for step in steps] == [
        ("day 0, Monday 08:00",
         "Becomes a client, in a dialogue: visits of 20 min on a mean day."),
        ("week 1",
         "Visits: 3, by 2 members of staff, 2 of them new to the client. "
         "One visit missed something. Too short for the day's need: 1; too long: 1."),
        ("week 2", "Visits: 1, all by one member of staff whom the client knows."),
        ("day 8, Tuesday 08:00", "The visits end."),
    ]  # fmt: skip


def test_every_citizen_of_a_run_has_a_journey():
    scenario = build_scenario("demand.arrivals_per_day=3")
    run = simulate(scenario, "functionalised", days=14, reform_to="absorbing", reform_day=7)

    for citizen in range(len(run.population.key)):
        steps = tell_journey(run, citizen)
        assert steps[0].what.startswith("Comes for the first time")
        assert all("{" not in step.what for step in steps)
        assert [step.day for step in steps] == sorted(step.day for step in steps)


def test_a_citizen_who_is_not_there_is_refused():
    run = simulate(build_scenario("demand.arrivals_per_day=3"), "absorbing", days=14)

    with pytest.raises(RunError, match="no citizen 100000: in 14 days there are 0 to"):
        tell_journey(run, 100_000)


NAMES = ("two employers", "part-time sick", "no address", "in hospital")


def named_run(design: str):
    """A short run of a service whose particulars have names."""
    raw = build_raw()
    raw["demand"]["known"]["particulars"] = [{"en": n, "sv": n, "da": n} for n in NAMES]
    return simulate(build_from(raw, "named"), design, days=14)


def test_what_is_particular_has_names_that_are_the_same_in_every_design():
    one, other = (named_run(design) for design in ("functionalised", "absorbing"))
    citizens = range(len(one.population.key))
    named = [name_particulars(one, citizen) for citizen in citizens]

    assert named == [name_particulars(other, citizen) for citizen in citizens]
    expected = [min(int(count), len(NAMES)) for count in one.population.particulars]
    assert [len(names) for names in named] == expected
    assert all(len(set(names)) == len(names) for names in named)
    assert {name for names in named for name in names} == set(NAMES)


def test_names_are_told_once_where_the_need_comes_in():
    run = named_run("functionalised")
    citizen = int(np.argmax(run.population.particulars > 1))
    told = [step.what for step in tell_journey(run, citizen)]

    names = "; ".join(name_particulars(run, citizen))
    assert [f"What is particular: {names}." in what for what in told].count(True) == 1
