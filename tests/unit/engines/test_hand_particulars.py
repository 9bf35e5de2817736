"""Logs worked out by hand: particulars captured, lost, asked for, told, answered or not.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, functions, service
from tests.unit.engines.telling import only, table

ONE = Citizen(100, particulars=1)


def test_what_is_lost_between_hands_comes_back(play: Play) -> None:
    line = service(
        "staff.total=2",
        functions(0.5, 0.5),
        "plain.functions.convey=0",
        "plain.functions.read_in_minutes=5",
        "plain.functions.read_in_minutes_per_particular=1",
        "demand.rework_share=0.5",
    )
    log = play(line, ONE)
    assert only(log, "capture", "lose", "finish", "contact_in", "content", "met") == table("""
        100   contact_in  0  -  -  1  nothing  0    value
        100   capture     0  -  -  1  1        1    -          # one of one
        460   finish      0  0  0  1  work     360  -          # 60 + half of 600
        460   content     0  0  0  1  0        300  -
        460   lose        0  1  1  1  1        1    -
        1120  finish      0  1  1  1  work     660  -          # 300 + 60 to read, and 300
        1120  content     0  1  1  1  0        300  -
        1120  contact_in  0  -  -  1  nothing  0    convey     # told again now
        1330  finish      0  0  0  2  work     210  -          # 60 + half of 300 again
        1330  content     0  0  0  2  1        150  -
        1480  finish      0  1  1  2  work     150  -          # knows the case: nothing to read
        1480  content     0  1  1  2  1        150  -
        1480  met         0  -  -  2  0        600  -
    """)


def test_a_letter_is_asked_and_answered(play: Play) -> None:
    letter = service("plain.purpose.notice=1", "plain.digital.capture_dialogue=0")
    log = play(letter, ONE)
    assert only(log, "capture", "finish", "activity", "contact_out", "contact_in", "close") == (
        table("""
        100   contact_in   0  -  -  1  nothing          0    value
        100   capture      0  -  -  1  1                0    -          # none of one
        280   finish       0  0  0  1  work             180  -
        280   activity     0  0  0  1  intake           60   -
        280   activity     0  0  0  1  ask              120  -
        280   contact_out  0  0  0  1  ask_by_letter    1    -
        280   contact_in   0  -  -  1  citizen          0    capture    # answered at once
        1060  finish       0  0  0  1  work             780  -
        1060  activity     0  0  0  1  failure_contact  180  -          # as long as a form
        1060  activity     0  0  0  1  value            600  -
        1060  close        0  -  -  1  0                960  -          # 1060 - 100
    """)
    )


def test_a_dialogue_is_answered_on_the_spot(play: Play) -> None:
    talk = service(
        "plain.purpose.notice=1",
        "plain.digital.capture_dialogue=0",
        "plain.digital.asks_in_dialogue=1",
    )
    assert only(play(talk, ONE), "contact_in", "contact_out", "finish", "met") == table("""
        100  contact_in   0  -  -  1  nothing          0    value
        880  finish       0  0  0  1  work             780  -      # 60 + 120 + 600
        880  contact_out  0  0  0  1  ask_in_dialogue  1    -
        880  met          0  -  -  1  1                600  -
    """)


def test_who_is_not_reached_answers_later(play: Play) -> None:
    talk = service(
        "plain.purpose.notice=1",
        "plain.digital.capture_dialogue=0",
        "plain.digital.asks_in_dialogue=1",
        "demand.reach=0",
    )
    assert only(play(talk, ONE), "contact_in", "contact_out", "finish", "met") == table("""
        100   contact_in   0  -  -  1  nothing          0    value
        280   finish       0  0  0  1  work             180  -          # 60 + 120
        280   contact_out  0  0  0  1  ask_in_dialogue  1    -
        280   contact_in   0  -  -  1  citizen          0    capture
        1060  finish       0  0  0  1  work             780  -          # 180 + 600
        1060  met          0  -  -  1  1                600  -
    """)


def test_what_nobody_notices_is_told_at_the_return(play: Play) -> None:
    blind = service("plain.digital.capture_dialogue=0", "demand.rework_share=1")
    assert only(play(blind, ONE), "contact_in", "finish", "content", "met") == table("""
        100   contact_in  0  -  -  1  nothing  0    value
        760   finish      0  0  0  1  work     660  -
        760   content     0  0  0  1  0        600  -
        760   contact_in  0  -  -  1  nothing  0    capture
        1420  finish      0  0  0  2  work     660  -
        1420  content     0  0  0  2  1        600  -          # all of it again
        1420  met         0  -  -  2  1        600  -
    """)


def test_who_tells_nothing_tells_one_particular_at_each_return(play: Play) -> None:
    shy = service("plain.digital.capture_dialogue=0", "demand.tell=0")
    log = play(shy, Citizen(100, particulars=2))
    assert only(log, "contact_in", "met") == table("""
        100  contact_in  0  -  -  1  nothing  0    value
        760  contact_in  0  -  -  1  nothing  0    capture
        820  contact_in  0  -  -  2  nothing  0    capture    # 60 to take the contact
        880  met         0  -  -  3  1        600  -
    """)
