"""Logs worked out by hand: what changes about a client is known first to who comes and notices.

At 30 changes a month the one particular of the client changes on every day, before the first visit.
Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import service
from tests.unit.engines.telling import only
from tests.unit.engines.test_hand_memory import LASTING, missed, reading_s
from tests.unit.engines.test_hand_visits import HOME_CARE

CHANGES = (*HOME_CARE, "demand.changes_per_month=30")
NOTHING_READ = "plain.functions.convey=0"


@pytest.mark.parametrize(
    ("notices", "missed_by_day"),
    [((), ["1", "1", "1"]), (("plain.purpose.notice_familiar=1",), ["1", "0", "0"])],
)
def test_who_knows_a_client_has_to_notice_what_has_changed(
    play: Play, notices: tuple[str, ...], missed_by_day: list[str]
) -> None:
    log = play(service(*CHANGES, NOTHING_READ, *notices), LASTING, days=4)
    assert missed(log) == missed_by_day
    assert reading_s(log) == [
        "120"
    ]  # once: the particular is not on the plan; the face stays known


def test_who_has_come_since_it_changed_knows_it(play: Play) -> None:
    twice = LASTING._replace(visits_per_day=2)
    log = play(service(*CHANGES, NOTHING_READ), twice, days=2)
    assert missed(log) == ["1", "0"] * 2


def test_what_one_has_noticed_another_reads_in_the_plan(play: Play) -> None:
    # Three members of staff who know the client; each notices half of what changed in the night.
    often = LASTING._replace(visits_per_day=4, episode_s=20 * 86_400)
    half = ("plain.purpose.notice=0.5", "plain.purpose.notice_familiar=0.5", "staff.total=3")
    read, unread = (
        play(service(*CHANGES, *half, *how), often, days=20) for how in ((), (NOTHING_READ,))
    )
    assert len({row.split()[3] for row in only(read, "visit")}) == 3
    missed_on = [(here, there) for here, there in zip(missed(read), missed(unread), strict=True)]
    assert ("0", "1") in missed_on
    assert ("1", "0") not in missed_on


def test_a_change_calls_for_its_cause(play: Play) -> None:
    log = play(service(*CHANGES, NOTHING_READ, "demand.missed_call=1"), LASTING, days=3)
    assert [row.split()[8] for row in only(log, "contact_in")] == [
        "value",
        "capture",
        "capture",
        "capture",
    ]


def test_a_client_without_particulars_has_none_that_change(play: Play) -> None:
    plain = LASTING._replace(particulars=0)
    assert missed(play(service(*CHANGES, NOTHING_READ), plain, days=4)) == ["0"] * 3
