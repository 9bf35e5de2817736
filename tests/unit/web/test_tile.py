"""A scenario at a glance: bars that are spelt out, and names that are no markup."""

import re

import pytest

from sim.charts import CostCut
from sim.charts.tokens import LIGHT
from sim.web.tiles.tile import draw_bars, write_link

CUTS = [CostCut("Divided <b>", 300.0, 500.0, 200.0), CostCut("Whole", 400.0, 0.0, 100.0)]


def test_bars_are_as_long_as_the_costs_and_spelt_out():
    drawn = str(draw_bars(CUTS, "DKK", LIGHT)).replace("\N{NO-BREAK SPACE}", " ")

    assert re.findall(r"height:9px;width:([\d.]+)%", drawn) == ["100.0", "50.0"]
    parts = [float(width) for width in re.findall(r'"background:#\w+;width:([\d.]+)%', drawn)]
    assert parts == [30.0, 50.0, 20.0, 80.0, 0.0, 20.0]
    assert 'aria-label="Whole: DKK 500, of it DKK 0 caused by failure"' in drawn
    assert "Divided &lt;b&gt;: DKK 1,000" in drawn
    assert "<b>" not in drawn


def test_nothing_is_drawn_of_nothing():
    assert str(draw_bars([CostCut("a", 0, 0, 0), CostCut("b", 0, 0, 0)], "SEK", LIGHT))


@pytest.mark.parametrize("sign", list("\\`*_{}[]<>#$:~"))
def test_a_sign_of_markup_in_a_name_stands_for_itself(sign):
    assert write_link(f"a{sign}b") == f":primary[**a\\{sign}b**]"
