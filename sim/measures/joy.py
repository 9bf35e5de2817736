"""What joy work is: time that helps, decisions of one's own, and needs seen through."""

from math import fsum

from sim.eventlog import Activity
from sim.ledger import Tally
from sim.measures.acquaintance import acquaintance
from sim.measures.counting import count_met, is_met, worked_s
from sim.measures.declaration import Family, Unit
from sim.measures.reading import NO_WORK, NONE_MET, Reading, ratio
from sim.measures.view import View
from sim.message import Message

JOY = Family(Message("Work joy"))
"""Reported, and never a cause."""

NO_DECISION = Message("no decision was made")


@JOY.measure(Unit.INDEX, Message("Work joy"), "higher")
def work_joy(view: View) -> Reading:
    """Mean of meaning, autonomy and mastery.

    Formula: (`meaning` + `autonomy` + `mastery`) / 3.
    Unit: index from 0 to 1.
    Source: report §8.2; Pink 2009.
    """
    parts = [part.read(view) for part in (meaning, autonomy, mastery)]
    values = [part.value for part in parts if part.value is not None]
    if len(values) < len(parts):
        return next(part for part in parts if part.value is None)
    return Reading(fsum(values) / len(values))


@JOY.measure(Unit.SHARE, Message("Meaning: time on value work"), "higher")
def meaning(view: View) -> Reading:
    """Share of working time that helps a citizen.

    Formula: seconds of VALUE / busy seconds of the cohort.
    Unit: share of busy time.
    Source: report §8.2; Pink 2009 (purpose).
    """
    return ratio(worked_s(view, Activity.VALUE), worked_s(view), NO_WORK)


@JOY.measure(Unit.SHARE, Message("Autonomy: own decisions"), "higher")
def autonomy(view: View) -> Reading:
    """Share of decisions that staff take at their own discretion.

    Formula: decisions within the worker's own discretion / decisions.
    Unit: share of decisions.
    Source: report §8.2; Pink 2009 (autonomy).
    """
    own, decisions = view.totals[Tally.OWN_DECISIONS], view.totals[Tally.DECISIONS]
    return ratio(own, decisions, NO_DECISION)


@JOY.measure(Unit.SHARE, Message("Mastery: needs seen through"), "higher")
def mastery(view: View) -> Reading:
    """Share of needs that one worker sees through.

    Formula: one-off cases met on whose content only one worker worked / one-off cases met. With
    visits: those made by each client's most frequent visitor, within the days of the view, / visits
    (usual provider of care: nobody sees an episode through alone, but one can see most of it).
    Unit: share of needs met, or of visits.
    Source: report §8.2; Pink 2009 (mastery); Breslau & Reeb 1975 (usual provider).
    """
    seen = int(view.courses.is_seen_through[is_met(view)].sum())
    known = acquaintance(view)
    usual, visits = known.most.sum(), known.meetings[view.is_client].sum()
    return ratio(seen + int(usual), int(count_met(view) + visits), NONE_MET)
