"""Logs worked out by hand: control of citizens, refusal, prevention.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, functions, service
from tests.unit.engines.telling import only, table

CONTROL = (
    "plain.inspection.share=1",
    "plain.inspection.minutes=10",
    "plain.inspection.waiting_days=0.5",
    "plain.inspection.certificate_day=5",
)


def test_a_certificate_is_waited_for(play: Play) -> None:
    log = play(service(*CONTROL), Citizen(100, spell_s=6 * 86_400))
    assert only(log, "enter", "finish", "activity", "purchase", "decide", "close") == table("""
        100    enter     0  -  0  1  work         1        -
        1360   finish    0  0  0  1  work         1260     -
        1360   activity  0  0  0  1  intake       60       -
        1360   activity  0  0  0  1  value        600      -
        1360   activity  0  0  0  1  control      600      -
        1360   purchase  0  0  0  1  certificate  1        -
        44560  enter     0  -  0  1  decide       1        -    # half a day later
        44560  finish    0  0  0  1  decide       0        -
        44560  decide    0  0  0  1  0            1000000  -
        44560  close     0  -  -  1  0            44460    -
    """)


def test_a_short_spell_needs_no_certificate(play: Play) -> None:
    log = play(service(*CONTROL), Citizen(100, spell_s=4 * 86_400))
    assert only(log, "purchase", "close") == ["1360 close 0 - - 1 0 1260 -"]


def test_the_dishonest_are_found_or_granted(play: Play) -> None:
    strict = service(*CONTROL, "plain.inspection.detects=1", "plain.inspection.learned=0")
    long = Citizen(100, spell_s=6 * 86_400, dishonest=True)
    log = play(strict, long, long._replace(spell_s=86_400, arrives_s=5_000, key=2))
    assert only(log, "detect", "dishonest", "decide") == table("""
        6260   dishonest  1  0  0  1  0  1        -    # too short a spell for a certificate
        6260   decide     1  0  0  1  0  1000000  -
        44560  detect     0  0  0  1  0  1        -
        44560  decide     0  0  0  1  0  0        -    # granted nothing
    """)


def test_the_dishonest_learn_the_threshold(play: Play) -> None:
    known = service(*CONTROL, "plain.inspection.detects=1", "plain.inspection.learned=1")
    log = play(known, Citizen(100, spell_s=6 * 86_400, dishonest=True))
    assert only(log, "purchase", "detect", "dishonest") == ["1360 dishonest 0 0 0 1 0 1 -"]


def test_an_incomplete_form_is_sent_back_before_any_work(play: Play) -> None:
    strict = service(
        "plain.digital.form_share=1",
        "plain.digital.capture_form=0",
        "plain.digital.refuses_incomplete=1",
        "plain.targets.clock=complete",
    )
    log = play(strict, Citizen(100, particulars=1))
    assert only(log, "arrive", "activity", "refuse", "contact_out", "contact_in", "close") == (
        table("""
        100   arrive       0  -  -  1  form             600  -
        100   contact_in   0  -  -  1  nothing          0    value
        400   activity     0  0  0  1  intake           180  -
        400   activity     0  0  0  1  ask              120  -
        400   refuse       0  0  0  1  0                1    -
        400   contact_out  0  0  0  1  refuse           1    -
        400   contact_in   0  -  -  1  citizen          0    capture
        1180  activity     0  0  0  1  failure_contact  180  -
        1180  activity     0  0  0  1  value            600  -
        1180  close        0  -  -  1  0                780  -    # the clock began at 400
    """)
    )


def test_a_small_need_turned_away_comes_back_grown(play: Play) -> None:
    away = service(
        "plain.prevention.turns_away_below_minutes=15",
        "plain.prevention.return_chance=1",
        "plain.prevention.growth=2",
    )
    assert play(away, Citizen(100))[2:] == table("""
        100   arrive       0  -  -  1  dialogue         600      -
        100   contact_in   0  -  -  1  nothing          0        value
        100   turn_away    0  -  -  1  -                600      -
        100   contact_out  0  -  -  1  turn_away        0        -
        100   close        0  -  -  1  0                0        -
        100   enter        0  -  0  1  call             1        -
        100   leave        0  -  0  1  call             0        -
        100   start        0  0  0  1  call             0        -
        100   contact_in   0  -  -  1  nothing          0        turned_away
        100   grow         0  -  -  2  -                600      -
        100   capture      0  -  -  2  0                0        -
        100   enter        0  -  0  2  work             1        -
        400   finish       0  0  0  1  call             300      -
        400   activity     0  0  0  1  intake           300      -
        400   leave        0  -  0  2  work             0        -
        400   start        0  0  0  2  work             300      -
        1660  finish       0  0  0  2  work             1260     -    # 60 + twice 600
        1660  activity     0  0  0  2  failure_contact  60       -
        1660  activity     0  0  0  2  value            1200     -
        1660  content      0  0  0  2  0                1200     -
        1660  decide       0  0  0  2  0                1000000  -
        1660  close        0  -  -  2  0                1560     -
        1660  met          0  -  -  2  1                1200     -
    """)


def test_a_need_turned_away_for_good_is_abandoned(play: Play) -> None:
    away = service("plain.prevention.turns_away_below_minutes=15")
    log = play(away, Citizen(100), Citizen(1_000, content_s=900, key=2))
    assert only(log, "turn_away", "abandon", "met") == table("""
        100   turn_away  0  -  -  1  -  600  -
        100   abandon    0  -  -  1  -  600  -
        1960  met        1  -  -  1  1  900  -    # not below the threshold
    """)


def test_what_the_service_lost_itself_is_not_refused(play: Play) -> None:
    strict = service(
        "staff.total=2",
        functions(0.5, 0.5),
        "plain.functions.convey=0",
        "plain.digital.form_share=1",
        "plain.digital.refuses_incomplete=1",
    )
    log = play(strict, Citizen(100, particulars=1))  # a complete form
    assert only(log, "capture", "lose", "refuse", "contact_in") == table("""
        100  contact_in  0  -  -  1  nothing  0  value
        100  capture     0  -  -  1  1        1  -
        580  lose        0  1  1  1  1        1  -         # 180 to take it in + 300
        880  contact_in  0  -  -  1  nothing  0  convey    # not refused, but not helped either
    """)
