"""A break-even map on a page tells nothing by colour alone."""

import pytest

from sim.analysis.sensitivity import find_breakeven_map
from sim.charts import Named, plot_map_on_page
from sim.charts.breakeven_map_on_page import CROSS, HATCH
from sim.charts.tokens import DARK, LIGHT
from tests.unit.analysis.sensitivity.tables import spoil
from tests.unit.analysis.sensitivity.test_breakeven_map import build_grid

NAMED = Named("What goes across", "What goes upwards", "Somebody, some day.")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_is_not_told_apart_is_hatched_and_what_is_lost_is_crossed(theme):
    found = find_breakeven_map(
        spoil(build_grid(replications=4, noise=1.0), [24], settles=False), "a", "b"
    )
    figure = plot_map_on_page(found, NAMED, theme)
    marks = {one.marker.symbol: one for one in figure.data if one.type == "scatter"}
    unsure = [cell for cell in found.cells if cell.mean is not None and not cell.sure_sign]

    assert list(zip(marks[HATCH].x, marks[HATCH].y, strict=True)) == [c[:2] for c in unsure]
    assert list(zip(marks[CROSS].x, marks[CROSS].y, strict=True)) == [found.cells[24][:2]]
    assert figure.data[0].colorscale[0][1] == theme.second
    assert figure.data[2].line.color == theme.ink
    texts = [figure.layout.xaxis.title.text, *(one.text for one in figure.layout.annotations)]
    assert all(any(name in text for text in texts) for name in NAMED)


def test_of_designs_that_are_told_apart_everywhere_nothing_is_hatched():
    figure = plot_map_on_page(
        find_breakeven_map(build_grid(replications=4, noise=1e-9), "a", "b"), NAMED, LIGHT
    )

    assert [one.marker.symbol for one in figure.data if one.type == "scatter"] == []
