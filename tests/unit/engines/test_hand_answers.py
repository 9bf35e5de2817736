"""Logs worked out by hand: the check before an answer is sent, exceptions, giving up.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, service
from tests.unit.engines.telling import only, table

ONE = Citizen(100, particulars=1)


def test_a_check_mends_before_it_is_sent(play: Play) -> None:
    careful = service(
        "plain.digital.capture_dialogue=0",
        "plain.purpose.check=1",
        "plain.purpose.check_minutes=2",
    )
    assert only(play(careful, ONE), "activity", "contact_out", "contact_in", "met") == table("""
        100  contact_in   0  -  -  1  nothing  0    value
        880  activity     0  0  0  1  intake   60   -
        880  activity     0  0  0  1  value    600  -
        880  activity     0  0  0  1  check    120  -
        880  contact_out  0  0  0  1  check    1    -
        880  met          0  -  -  1  1        600  -
    """)


def test_a_check_is_paid_whatever_it_finds(play: Play) -> None:
    careful = service("plain.purpose.check=1", "plain.purpose.check_minutes=2")
    assert only(play(careful, Citizen(100)), "contact_out", "close") == table("""
        880  contact_out  0  0  0  1  check  0    -
        880  close        0  -  -  1  0      780  -
    """)


EXCEPTION = (
    "plain.standards.absorb=0",
    "plain.standards.exception_chance=1",
    "plain.standards.exception_minutes=10",
    "plain.standards.exception_delay_days=0.5",
)


def test_an_exception_is_open_from_the_third_attempt(play: Play) -> None:
    log = play(service(*EXCEPTION), ONE)
    assert only(log, "contact_in", "finish", "close", "met") == table("""
        100    contact_in  0  -  -  1  nothing    0      value
        760    finish      0  0  0  1  work       660    -
        760    close       0  -  -  1  0          660    -
        760    contact_in  0  -  -  1  nothing    0      absorb
        820    finish      0  0  0  2  work       60     -
        820    close       0  -  -  2  0          60     -
        820    contact_in  0  -  -  2  nothing    0      absorb
        880    finish      0  0  0  3  work       60     -
        44680  finish      0  0  0  3  exception  600    -         # half a day later
        44680  close       0  -  -  3  0          43860  -         # since 820
        44680  met         0  -  -  3  1          600    -
    """)


def test_where_the_need_counts_the_exception_is_open_at_once(play: Play) -> None:
    log = play(service(*EXCEPTION, "plain.purpose.done=need"), ONE)
    assert only(log, "contact_in", "finish", "met") == table("""
        100    contact_in  0  -  -  1  nothing    0    value
        760    finish      0  0  0  1  work       660  -
        44560  finish      0  0  0  1  exception  600  -
        44560  met         0  -  -  1  1          600  -
    """)


@pytest.mark.parametrize("resumes", [0, 1])
def test_who_gives_up_may_come_back(play: Play, resumes: int) -> None:
    tired = service(
        "plain.digital.capture_dialogue=0", "demand.give_up=1", f"demand.resumes={resumes}"
    )
    later = """
        760  resume      0  -  -  1  -        600  -
        760  contact_in  0  -  -  1  nothing  0    capture
        820  met         0  -  -  2  1        600  -
    """
    given_up = "760 abandon 0 - - 1 - 600 -\n"
    log = only(play(tired, ONE), "abandon", "resume", "contact_in", "met")
    assert log[1:] == table(given_up + later * resumes)
