"""What is fitted together can be: each shipped service is built anew with the values it has."""

import pytest

from sim.analysis.calibration.shared import join
from sim.analysis.calibration.sharing import Part, find_parts
from sim.analysis.calibration.trial import build_candidate
from sim.scenario import list_services, load_scenario

SHARED, PARTS, APART = find_parts([load_scenario(name) for name in list_services()])


def test_every_service_takes_part_or_it_is_said_why_not():
    assert {part.name for part in PARTS} | {one.service for one in APART} == set(list_services())
    assert all(one.reason for one in APART)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_it_can_be_built_with_the_values_it_has(part: Part):
    """A figure that is no test is left out, and so are sources that only it names."""
    filed = [free.value for free in SHARED], [free.value for free in part.own]
    candidate = build_candidate(part.scenario, *join(part, SHARED, *filed))

    assert candidate.designs == part.scenario.designs
    assert candidate.demand == part.scenario.demand
    assert candidate.evidence == part.scenario.evidence
