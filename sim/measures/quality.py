"""Quality: needs met, met at once, met as they are, and alike for those alike."""

import numpy as np

from sim.eventlog import NONE
from sim.ledger import Tally
from sim.ledger.tables import Mask
from sim.measures.counting import (
    count,
    count_broken_visits,
    count_met,
    count_one_off,
    count_unmet,
    is_case,
    is_detected,
    is_met,
    is_missed_visit,
    is_unmet,
    is_whole_visit,
    unmended_share,
)
from sim.measures.declaration import Family, Unit
from sim.measures.reading import (
    NO_CASES,
    NO_VISITS,
    NOBODY_CAME,
    NONE_CLOSED,
    NONE_MET,
    Reading,
    ratio,
)
from sim.measures.view import View
from sim.message import Message

QUALITY = Family(Message("Quality"))

MOST_OVER_SHARE = 0.1
"""Most time above the need, of the need, with which a visit still fits it: a tenth is within what a
watch on the wrist shows of half an hour."""


@QUALITY.measure(Unit.SHARE, Message("Right the first time"), "higher")
def first_time_right_share(view: View) -> Reading:
    """Share of needs that are met at the first attempt.

    Formula: one-off cases met at attempt 1 / one-off cases ever closed. A visit is a need of its
    own, met when no particular is missed and nothing is left undone.
    Unit: share of cases closed, or of visits.
    Source: report §6.1, §9.4.
    """
    closed = count(is_case(view) & (view.courses.first_closed_s != NONE))
    right = count(is_met(view) & (view.courses.met_attempt == 1))
    whole = count(is_whole_visit(view))
    return ratio(right + whole, closed + len(view.visits.citizen), NONE_CLOSED)


@QUALITY.measure(Unit.SHARE, Message("Forms with all that is needed"), "higher")
def complete_form_share(view: View) -> Reading:
    """Share of forms on which nothing is missing that the decision needs.

    Formula: citizens who came by form and of whose particulars the first intake captured all /
    citizens who came by form and were taken in.
    Unit: share of forms.
    Source: report §9.1 (59 % looked right), §9.2 (none of 22 forms sufficed).
    """
    lacking = view.courses.lacking[view.courses.is_form > 0]
    return ratio(count(lacking == 0), count(lacking != NONE), Message("nobody came by form"))


@QUALITY.measure(Unit.DELIVERIES_PER_NEED_MET, Message("Deliveries until a need is met"), "lower")
def deliveries_per_need_met(view: View) -> Reading:
    """Deliveries, right or wrong, until a need is met.

    Formula: closings of one-off cases / one-off cases whose need is met.
    Unit: deliveries per need met.
    Source: report §9.3 (62, then 8 offers refused for 100 children placed: 1.62, then 1.08 offers).
    """
    return ratio(view.totals[Tally.CLOSINGS], count_met(view), NONE_MET)


@QUALITY.measure(Unit.SHARE, Message("Claims found dishonest"), "neither", only="case")
def detected_share(view: View) -> Reading:
    """Share of citizens whose claim a control finds dishonest.

    Formula: one-off cases found dishonest / one-off cases. What is found is not what there is:
    whoever knows the threshold stays below it.
    Unit: share of cases.
    Source: report §4.6 (fewer than 1 %).
    """
    return ratio(count(is_detected(view) & is_case(view)), count_one_off(view), NO_CASES)


@QUALITY.measure(Unit.SHARE, Message("Visits that fit the need"), "higher", only="visits")
def visit_fit_share(view: View) -> Reading:
    """Share of visits that fit the need of the day.

    Formula: planned visits on which no particular is missed, nothing is left undone and at most
    10 % more time is given than needed / planned visits that were due, made or missed.
    Unit: share of visits.
    Source: report §9.5 (standard visits fitted in no case).
    """
    is_over = view.visits.over_s > MOST_OVER_SHARE * view.visits.need_s
    return ratio(count(is_whole_visit(view) & ~is_over), len(is_over), NO_VISITS)


@QUALITY.measure(Unit.SHARE, Message("Visits on time"), "higher", only="visits")
def visit_on_time_share(view: View) -> Reading:
    """Share of visits that begin on time.

    Formula: planned visits begun at most `on_time_minutes` after they were due / planned visits
    that were due, made or missed; of demand types that say what counts as on time.
    Unit: share of visits.
    Source: report §9.5 (who comes, when and how).
    """
    due = count(_is_of_types_with(view, "on_time_minutes"))
    missed = count(_is_of_types_with(view, "on_time_minutes") & is_missed_visit(view))
    late = view.totals[Tally.LATE_VISITS]
    return ratio(due - missed - late, due, Message("nothing says what counts as on time"))


@QUALITY.measure(Unit.SHARE, Message("Visits missed"), "lower", only="visits")
def visit_missed_share(view: View) -> Reading:
    """Share of visits to which nobody came within their window.

    Formula: planned visits missed / planned visits that were due, made or missed; of demand types
    whose visits have a window.
    Unit: share of visits.
    Source: report §9.5 (who comes, when and how).
    """
    due = count(_is_of_types_with(view, "window_minutes"))
    return ratio(count(is_missed_visit(view)), due, Message("no visit has a window"))


def _is_of_types_with(view: View, quantity: str) -> Mask:
    """Mark the visits of demand types for which a quantity is given."""
    types = list(view.scenario.demand.values())
    given = np.array([getattr(demand, quantity) is not None for demand in types])
    of_visit = view.ledger.courses.demand_type[view.visits.citizen]
    return np.asarray(given[of_visit])


@QUALITY.measure(Unit.SHARE, Message("Unmet need"), "lower")
def unmet_need_share(view: View) -> Reading:
    """Share of needs that stay unmet.

    Formula: one-off cases given up or turned away for good / one-off cases. With visits, each is a
    need of its own: visits that missed something or left something undone, less the extra visits
    that made good for one, / visits. A client turned away for good is one need more.
    Unit: share of cases, or of visits.
    Source: report §4.2, §7.
    """
    turned_away = count(is_unmet(view) & view.is_client)
    needs = count_one_off(view) + len(view.visits.citizen) + turned_away
    not_mended = count_broken_visits(view) * unmended_share(view)
    return ratio(count_unmet(view) + not_mended, needs, NOBODY_CAME)


@QUALITY.measure(Unit.VARIATION, Message("Unequal treatment of like needs"), "lower")
def unequal_treatment(view: View) -> Reading:
    """Spread of what like needs get.

    Formula: standard deviation / mean of what is granted to each citizen, in parts of the standard:
    by the last decision on a case, by the mean of the decisions on a client's visits. Who gave up
    got 0; dishonest claims that were found are left out.
    Unit: coefficient of variation.
    Source: Kahneman, Sibony & Sunstein 2021 (experts differ by about half on the same file).
    """
    decisions = view.by_member(Tally.DECISIONS)
    granted = view.courses.granted_ppm.astype(np.float64)
    clients = np.flatnonzero(view.is_client)
    granted[clients] = view.granted_sum_ppm[clients] / np.maximum(decisions[clients], 1)
    granted[is_unmet(view)] = 0
    counted = granted[((decisions > 0) | is_unmet(view)) & ~is_detected(view)]
    if len(counted) < 2:
        return Reading(None, Message("fewer than two decisions were made"))
    return ratio(counted.std(), counted.mean(), Message("nothing was granted"))


@QUALITY.measure(Unit.PARTICULARS_PER_CASE, Message("Particulars lost between hands"), "lower")
def losses_per_citizen(view: View) -> Reading:
    """Particulars lost at changes of hands.

    Formula: particulars lost / one-off cases.
    Unit: particulars per case.
    Source: report §4.1; hand-over evidence (Bhabra 2007).
    """
    if view.is_client.all() and len(view.is_client):
        return Reading(None, NO_CASES)
    lost = view.by_member(Tally.LOSSES)[is_case(view)].sum()
    return ratio(lost, count_one_off(view), NOBODY_CAME)
