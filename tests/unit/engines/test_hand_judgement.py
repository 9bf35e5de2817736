"""Logs worked out by hand: what is granted by a worker's own judgement, and appeals against it.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, functions, service
from tests.unit.engines.telling import only, table

OWN = ("plain.standards.discretion=1", "plain.standards.judgement_spread=2")
APPEALED = Citizen(100, key=15)
"""The only worker grants this citizen 15 % of the standard; an appeal is drawn for once."""
CONTENT = Citizen(100, key=12)
"""This citizen is granted 88 %, and the draw is above the chance."""


def test_an_appeal_is_failure_demand_and_decided_again(play: Play) -> None:
    log = play(service(*OWN, "demand.appeals=1", "demand.rework_share=0.5"), APPEALED)
    kinds = ("contact_in", "activity", "decide", "close", "met")
    assert only(log, *kinds) == table("""
        100   contact_in  0  -  -  1  nothing          0       value
        760   activity    0  0  0  1  intake           60      -
        760   activity    0  0  0  1  value            600     -
        760   decide      0  0  0  1  1                150151  -
        760   close       0  -  -  1  0                660     -
        760   contact_in  0  -  -  1  nothing          0       judgement
        1120  activity    0  0  0  2  failure_contact  60      -
        1120  activity    0  0  0  2  rework           300     -          # half of 600
        1120  decide      0  0  0  2  1                150151  -          # the same worker
        1120  close       0  -  -  2  0                360     -
        1120  met         0  -  -  2  1                600     -
    """)


def test_who_lacks_little_appeals_seldom_and_nobody_does_where_there_are_no_appeals(
    play: Play,
) -> None:
    assert only(play(service(*OWN, "demand.appeals=1"), CONTENT), "decide", "met") == table("""
        760  decide  0  0  0  1  1  883711  -
        760  met     0  -  -  1  1  600     -
    """)
    assert only(play(service(*OWN), APPEALED), "met") == ["760 met 0 - - 1 1 600 -"]


def test_an_appeal_is_the_least_upstream_of_causes(play: Play) -> None:
    lossy = (functions(0.5, 0.5), "staff.total=2", "plain.functions.convey=0")
    log = play(service(*OWN, *lossy, "demand.appeals=1"), APPEALED._replace(particulars=1))
    assert [row.split()[-1] for row in only(log, "contact_in")][:2] == ["value", "convey"]


def test_skill_fits_what_the_rules_do_not() -> None:
    ruled = ("plain.standards.absorb=0.4", "plain.standards.discretion=0.5")
    assert service(*ruled).decision.absorb == 0.4
    assert service(*ruled, "plain.standards.skill=0.5").decision.absorb == 0.4 + 0.6 * 0.5 * 0.5
