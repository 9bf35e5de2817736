"""A chart on a page has its source inside, and the page's colours."""

import plotly.graph_objects as go
import pytest

from sim.charts import look, set_on_page
from sim.charts.tokens import CHART_TEXT_PX, DARK, LIGHT

SOURCE = "Requisite 1.0, 3 replications, seed 1; 80% of the quantities are assumed."


def build_figure(below="along what"):
    figure = go.Figure(go.Scatter(x=[0, 1], y=[0, 1]))
    figure.update_xaxes(title=below)
    return look.dress(figure, "A title", 400)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_source_stands_below_in_the_colours_of_the_page(theme):
    figure = set_on_page(build_figure(), SOURCE, theme)

    title = figure.layout.title
    assert title.text.replace("<br>", " ") == SOURCE
    assert (title.y, title.yref, title.font.color) == (0, "container", theme.pale)
    assert figure.layout.font.color == theme.ink
    assert min(title.font.size, figure.layout.font.size) >= CHART_TEXT_PX


def test_the_plot_keeps_its_height_however_much_stands_below():
    def plot_px(below):
        layout = set_on_page(build_figure(below), SOURCE, LIGHT).layout
        return layout.height - layout.margin.t - layout.margin.b

    assert plot_px("one line") == plot_px("one<br>two<br>three") == 400 - 76 - 8
