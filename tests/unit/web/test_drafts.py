"""Drafts are made in a lane of their own, so that they wait for no full run."""

import pytest

from sim.analysis.comparison import compare
from sim.scenario import list_services
from sim.web.explore.live.asking import LEAST_DRAFT_DAYS, Cohort, build_draft, find_cohort
from sim.web.explore.live.figures import list_drawn
from sim.web.running.limits import LANES
from sim.web.session.asked import Asked
from sim.web.session.files import load_filed
from sim.web.session.stand import Stand

BUSY = "call-line"
"""So many call that its shortest draft is as long as another service's full run."""


def draft_of(service, *changes, cohort=None):
    filed = load_filed(service)
    asked = Asked(service, changes, replications=5, seed=1, days=filed.service.days)
    return build_draft(asked, Stand(filed, None), cohort)


@pytest.mark.parametrize("service", [name for name in list_services() if name != BUSY])
def test_a_draft_of_a_shipped_service_has_the_first_lane(service):
    draft = draft_of(service)

    assert draft.expected_s <= LANES[0].expected_s
    assert LEAST_DRAFT_DAYS <= draft.settings.days <= draft.scenario.service.days
    assert draft.settings.replications == 2


def test_a_draft_has_the_changes_and_never_more_days_than_are_asked_for():
    draft = draft_of("sickness-benefit", "demand.variety*=2", "demand.arrivals_per_day*=30")

    assert len(draft.scenario.differences) == 4
    assert draft.settings.days == LEAST_DRAFT_DAYS
    assert draft_of(BUSY).settings.days == LEAST_DRAFT_DAYS


def test_a_draft_is_a_comparison_of_the_same_runs():
    draft = draft_of("hr-onboarding")
    full = compare(draft.scenario, draft.designs, draft.settings)
    found = draft.make(lambda *_: None)

    assert found.settling == full.settling
    assert set(list_drawn()) <= set(found.measures) < set(full.measures)
    assert found.measures == {name: full.measures[name] for name in found.measures}


def test_a_draft_follows_the_cohort_of_the_full_run_before_where_it_fits():
    full = draft_of("hr-onboarding").make(lambda *_: None)
    cohort = find_cohort(full)
    draft = draft_of("hr-onboarding", cohort=cohort)

    assert (draft.settings.warm_up_day, draft.settings.follow_up_days) == cohort
    assert draft.make(lambda *_: None).measures == full.measures
    too_late = draft_of("hr-onboarding", cohort=Cohort(draft.settings.days - 1, 30))
    assert too_late.settings.warm_up_day is None
