"""A run as a case log: the steps that a case system would have written, at their times."""

from datetime import UTC, datetime

import numpy as np
import pytest

from sim.eventlog import Cause, Event, Job, Reason, Waiting
from sim.experiment import Run, simulate
from sim.own.caselog import UNKNOWN, Role
from sim.own.simulated import build_caselog_of, simulate_caselog
from tests.builders import build_scenario
from tests.logs import DAY, HOURS, log_of, people, row

DESIGN = "functionalised"
FRONT, INTAKE, ASSESS = 0, 1, 2
LATE = DAY - 600


def run_of(*rows, reform_to=None, reform_day=None):
    return Run(
        scenario=build_scenario(),
        design=DESIGN,
        seed=1,
        replication=0,
        days=60,
        engine="fast",
        reform_to=reform_to,
        reform_day=reform_day,
        population=people((0, 0)),
        calendar=HOURS,
        log=log_of(*rows),
    )


def say_us(time_us):
    return datetime.fromtimestamp(time_us / 1e6, UTC).strftime("%d %H:%M")


def tell(log):
    """Each step as a line: its case, activity, person, start and end."""
    columns = zip(log.case, log.activity, log.person, log.start_us, log.end_us, strict=True)
    return [
        (
            log.case_names[case],
            log.activity_names[activity],
            "" if person == UNKNOWN else log.person_names[person],
            say_us(start),
            say_us(end),
        )
        for case, activity, person, start, end in columns
    ]


ONE_CASE = (
    row(0, Event.DAY),
    row(60, Event.ARRIVE, 1, step=0),
    row(60, Event.CONTACT_IN, 1, step=Waiting.NOTHING, cause=Cause.VALUE),
    row(60, Event.START, 1, staff=4, pool=FRONT, step=Job.INTAKE),
    row(240, Event.FINISH, 1, staff=4, pool=FRONT, step=Job.INTAKE, amount=180),
    row(LATE, Event.START, 1, staff=7, pool=ASSESS, step=Job.WORK),
    row(DAY, Event.LAY_ASIDE, 1, staff=7, pool=ASSESS, step=Job.WORK, amount=600),
    row(DAY, Event.DAY, amount=1),
    row(DAY, Event.GO_ON, 1, staff=7, pool=ASSESS, step=Job.WORK, amount=120),
    row(DAY + 120, Event.FINISH, 1, staff=7, pool=ASSESS, step=Job.WORK, amount=720),
    row(DAY + 120, Event.CONTACT_OUT, 1, staff=7, pool=ASSESS, step=Reason.ASK_BY_LETTER),
    row(DAY + 300, Event.CONTACT_IN, 1, step=Waiting.CITIZEN, cause=Cause.CAPTURE),
    row(DAY + 300, Event.CLOSE, 1, step=0),
)


def test_jobs_contacts_questions_and_closings_are_steps_at_their_times():
    log = build_caselog_of(run_of(*ONE_CASE))

    assert tell(log) == [
        ("case-1", "citizen contacts by form", "", "01 08:01", "01 08:01"),
        ("case-1", "front office: intake", "person-4", "01 08:01", "01 08:04"),
        ("case-1", "assess: work", "person-7", "01 15:50", "02 08:02"),
        ("case-1", "ask citizen by letter", "person-7", "02 08:02", "02 08:02"),
        ("case-1", "citizen answers", "", "02 08:05", "02 08:05"),
        ("case-1", "close", "", "02 08:05", "02 08:05"),
    ]
    roles = [Role.CITIZEN, Role.WORK, Role.WORK, Role.ASK, Role.CITIZEN, Role.CLOSE]
    assert log.role[log.activity].tolist() == roles
    assert (log.zone, say_us(log.ends_us)) == ("UTC", "02 08:05")


def test_who_answers_at_once_is_not_waited_for():
    log = build_caselog_of(
        run_of(
            row(0, Event.CONTACT_OUT, 0, staff=1, pool=ASSESS, step=Reason.ASK_IN_DIALOGUE),
            row(9, Event.CONTACT_OUT, 1, staff=2, pool=ASSESS, step=Reason.ASK_IN_DIALOGUE),
            row(60, Event.START, 0, staff=2, pool=ASSESS, step=Job.WORK),
            row(90, Event.CONTACT_IN, 1, step=Waiting.CITIZEN, cause=Cause.CAPTURE),
        )
    )

    assert [activity for _, activity, *_ in tell(log)] == [
        "dialogue, answered at once",
        "ask citizen in dialogue",
        "citizen answers",
    ]


def test_it_is_closed_by_whoever_has_just_done_a_job_for_the_citizen():
    log = build_caselog_of(
        run_of(
            row(0, Event.START, 0, staff=1, pool=ASSESS, step=Job.WORK),
            row(0, Event.START, 1, staff=2, pool=ASSESS, step=Job.WORK),
            row(60, Event.FINISH, 0, staff=1, pool=ASSESS, step=Job.WORK, amount=60),
            row(60, Event.FINISH, 1, staff=2, pool=ASSESS, step=Job.WORK, amount=60),
            row(60, Event.CLOSE, 0, step=0),
            row(90, Event.CLOSE, 1, step=0),
        )
    )

    by = [(case, person) for case, activity, person, *_ in tell(log) if activity == "close"]
    assert by == [("case-0", "person-1"), ("case-1", "")]


def test_a_visit_beyond_closing_ends_when_it_is_over():
    log = build_caselog_of(
        run_of(
            row(0, Event.DAY),
            row(LATE, Event.START, staff=1, pool=INTAKE, step=Job.VISIT),
            row(DAY, Event.FINISH, staff=1, pool=INTAKE, step=Job.VISIT, amount=1_800),
            row(DAY, Event.DAY, amount=1),
        )
    )

    assert tell(log) == [("case-0", "intake: visit", "person-1", "01 15:50", "01 16:20")]


def test_after_a_reform_functions_are_those_of_the_new_design():
    log = build_caselog_of(
        run_of(
            row(0, Event.START, staff=1, pool=1, step=Job.WORK),
            row(60, Event.FINISH, staff=1, pool=1, step=Job.WORK, amount=60),
            row(DAY, Event.REFORM),
            row(DAY, Event.START, staff=1, pool=1, step=Job.WORK),
            row(DAY + 60, Event.FINISH, staff=1, pool=1, step=Job.WORK, amount=60),
            reform_to="absorbing",
            reform_day=1,
        )
    )

    assert [activity for _, activity, *_ in tell(log)] == ["intake: work", "whole: work"]


@pytest.fixture(scope="module")
def run():
    return simulate(build_scenario(), DESIGN, days=20)


def test_of_a_run_every_finished_job_and_contact_is_there_once(run):
    log = build_caselog_of(run)

    kinds = np.bincount(run.log.kind)
    is_a_step = [Event.FINISH, Event.CONTACT_IN, Event.CONTACT_OUT, Event.CLOSE]
    assert len(log.case) == sum(kinds[kind] for kind in is_a_step)
    assert (log.start_us <= log.end_us).all()
    lengths_s = (log.end_us - log.start_us) // 1_000_000
    assert lengths_s.sum() >= run.log.of_kind(Event.FINISH).amount.sum()


def test_cases_are_by_their_first_step_and_steps_by_their_end(run):
    log = build_caselog_of(run)

    assert (np.diff(log.case) >= 0).all()
    is_first = np.diff(log.case, prepend=-1) == 1
    assert (np.diff(log.end_us[is_first]) >= 0).all()
    assert (np.diff(log.end_us)[~is_first[1:]] >= 0).all()


def test_why_a_citizen_makes_contact_is_not_told(run):
    log = build_caselog_of(run)

    causes = {cause.name.lower() for cause in Cause} - {"citizen"}
    assert not any(cause in name for name in log.activity_names for cause in causes)


def test_a_caselog_is_simulated_in_one_call(run):
    log = simulate_caselog(build_scenario(), DESIGN, days=20)

    assert log.end_us.tolist() == build_caselog_of(run).end_us.tolist()
