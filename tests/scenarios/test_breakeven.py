"""Each service of §9 has one variety at which its designs cost the same."""

import pytest

from sim.analysis.breakeven import find_breakeven
from sim.scenario import load_scenario

OF_SECTION_9 = (
    "building-permits",
    "childcare-placement",
    "home-care",
    "hr-onboarding",
    "sickness-benefit",
)
REPLICATIONS = {"home-care": 3}
"""Its runs last for years, and take many times as long as those of the others."""


@pytest.mark.parametrize(
    "service",
    [
        pytest.param(service, marks=[pytest.mark.long] * (service in REPLICATIONS))
        for service in OF_SECTION_9
    ],
)
def test_there_is_exactly_one_crossing_in_variety(service):
    replications = REPLICATIONS.get(service, 5)
    found = find_breakeven(load_scenario(service), replications=replications, points=5)

    (crossing,) = found.profile.crossings
    assert (crossing.below, crossing.above) == ("functionalised", "absorbing")
    assert 0 < crossing.low < crossing.x < crossing.high
    assert found.profile.unsure == ()
    shipped = [demand.variety.value for demand in load_scenario(service).demand.values()]
    assert crossing.high < sum(shipped) / len(shipped)  # where absorbing costs less
