"""Drafts are made in a lane of their own, so that they wait for no full run."""

import pytest

from sim.scenario import list_services
from sim.web.explore.live.asking import LEAST_DRAFT_DAYS, build_draft
from sim.web.running.limits import LANES
from sim.web.session.asked import Asked
from sim.web.session.files import load_filed
from sim.web.session.stand import Stand

BUSY = "call-line"
"""So many call that its shortest draft is as long as another service's full run."""


def draft_of(service, *changes):
    filed = load_filed(service)
    asked = Asked(service, changes, replications=5, seed=1, days=filed.service.days)
    return build_draft(asked, Stand(filed, None))


@pytest.mark.parametrize("service", [name for name in list_services() if name != BUSY])
def test_a_draft_of_a_shipped_service_has_the_first_lane(service):
    draft = draft_of(service)

    assert draft.expected_s <= LANES[0].expected_s
    assert LEAST_DRAFT_DAYS <= draft.days <= draft.scenario.service.days
    assert draft.replications == 2


def test_a_draft_has_the_changes_and_never_more_days_than_are_asked_for():
    draft = draft_of("sickness-benefit", "demand.variety*=2", "demand.arrivals_per_day*=30")

    assert len(draft.scenario.differences) == 4
    assert draft.days == LEAST_DRAFT_DAYS
    assert draft_of(BUSY).days == LEAST_DRAFT_DAYS
