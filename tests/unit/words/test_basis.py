import pytest

from sim.analysis.comparison import compare
from sim.words.basis import tell_basis
from tests.builders import build_scenario


@pytest.mark.parametrize(("replications", "told"), [(2, True), (5, False)])
def test_few_replications_are_told(replications, told):
    quiet = build_scenario("demand.arrivals_per_day=2")

    lines = tell_basis(compare(quiet, days=14, replications=replications))

    assert any("fewer than 5 replications" in line for line in lines) == told
