"""Logs worked out by hand: who has not met a citizen for long no longer knows the case.

With a mean memory of 0 days whatever was learnt is gone on the next day. Columns: time (s), event,
citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, service
from tests.unit.engines.telling import only
from tests.unit.engines.test_hand_visits import CLIENT, HOME_CARE

DAY_S = 86_400
LASTING = CLIENT._replace(episode_s=3 * DAY_S)
FORGETFUL = "staff.memory_days=0"
READS = ("plain.functions.read_in_minutes=2", "plain.functions.read_in_minutes_per_particular=1")


def missed(rows: list[str]) -> list[str]:
    """Particulars missed on each visit."""
    return [row.split()[6] for row in only(rows, "visit")]


def reading_s(rows: list[str]) -> list[str]:
    """Seconds that reading in takes, each time."""
    return [row.split()[7] for row in only(rows, "activity") if "read_in" in row]


@pytest.mark.parametrize(
    ("memory", "missed_by_day", "reads"), [((), ["1", "0", "0"], 1), ((FORGETFUL,), ["1"] * 3, 3)]
)
def test_a_visitor_who_has_forgotten_a_client_is_new_to_them(
    play: Play, memory: tuple[str, ...], missed_by_day: list[str], reads: int
) -> None:
    # Nothing of the plan arrives, and nothing is noticed: only who knows the client knows it.
    log = play(service(*HOME_CARE, "plain.functions.convey=0", *memory), LASTING, days=4)
    assert missed(log) == missed_by_day
    assert reading_s(log) == ["180"] * reads


def test_what_was_seen_in_the_morning_is_known_in_the_evening(play: Play) -> None:
    twice = LASTING._replace(visits_per_day=2)
    log = play(service(*HOME_CARE, "plain.functions.convey=0", FORGETFUL), twice, days=2)
    assert missed(log) == ["1", "0"] * 2


def test_who_only_answers_a_call_does_not_know_the_case_by_it(play: Play) -> None:
    # The client calls each day as the visit is due, and is answered after it.
    calls = (*HOME_CARE, "plain.functions.convey=0", "demand.value_calls_per_month=30", FORGETFUL)
    assert missed(play(service(*calls), LASTING, days=4)) == ["1"] * 3


@pytest.mark.parametrize(("memory", "expected"), [((), []), ((FORGETFUL,), ["180"])])
def test_who_takes_up_a_forgotten_case_reads_in_though_nobody_else_had_it(
    play: Play, memory: tuple[str, ...], expected: list[str]
) -> None:
    # The answer exists after ten days; then the same worker goes on, who has forgotten the case.
    waits = Citizen(0, particulars=1, ready_delay_s=10 * DAY_S)
    log = play(service(*READS, *memory), waits, days=12)
    assert reading_s(log) == expected


def test_a_face_that_has_forgotten_is_not_preferred(play: Play) -> None:
    # Of three members of staff the known one is preferred, until nobody is known any more.
    prefer = ("staff.total=3", "plain.centralisation.known_face=1")
    known = play(service(*HOME_CARE, *prefer), LASTING._replace(episode_s=20 * DAY_S), days=20)
    forgotten = play(
        service(*HOME_CARE, *prefer, FORGETFUL), LASTING._replace(episode_s=20 * DAY_S), days=20
    )
    visitors = [{row.split()[3] for row in only(log, "visit")} for log in (known, forgotten)]
    assert [len(staff) for staff in visitors] == [1, 3]
