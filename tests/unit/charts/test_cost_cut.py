"""The bars of the cost: labelled where there is room, readable, with their source."""

from itertools import combinations

import pytest

from sim.charts import CostCut, plot_cost_cut
from sim.charts.bundle import load_bundle
from sim.charts.tokens import DARK, LIGHT

CUTS = [CostCut("Divided", 300.0, 500.0, 200.0), CostCut("Whole", 400.0, 50.0, 150.0)]
AA = 4.5


def contrast(one, other):
    """The contrast of two colours (WCAG 2.2)."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def test_each_bar_tells_the_whole_and_what_failure_causes():
    told = texts(plot_cost_cut(CUTS, "DKK", "from"))
    told = [text.replace("\N{NO-BREAK SPACE}", " ").replace("<br>", " ") for text in told]

    assert "<b>Divided</b> DKK 1,000, of it DKK 500 caused by failure" in told
    assert "<b>Whole</b> DKK 600, of it DKK 50 caused by failure" in told
    assert "from" in told


def test_a_part_without_room_has_no_label():
    told = texts(plot_cost_cut(CUTS, "SEK", "source"))

    assert sum(text.startswith("Useful") for text in told) == 2
    assert sum(text.startswith("Caused") for text in told) == 1


def test_the_parts_stand_one_after_the_other():
    figure = plot_cost_cut(CUTS, "SEK", "source")

    assert figure.layout.barmode == "stack"
    assert [list(bar.x) for bar in figure.data] == [[300, 400], [500, 50], [200, 150]]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(theme):
    for colour in (theme.ink, theme.pale, theme.first, theme.second, theme.failure):
        assert contrast(colour, theme.paper) >= AA


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_labels_can_be_read_on_their_parts(theme):
    figure = plot_cost_cut(CUTS, "SEK", "source", theme)

    grounds = dict(zip(("Useful", "Caused", "The"), figure.data, strict=True))
    inks = [note for note in figure.layout.annotations if note.font.color and note.yref != "paper"]
    assert len(inks) >= len(grounds)
    for note in inks:
        ground = grounds[note.text.split(maxsplit=1)[0].split("<")[0]].marker.color
        assert contrast(ground, note.font.color) >= AA


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_parts_differ_in_lightness_for_who_sees_no_colour(theme):
    parts = (theme.useful, theme.failure, theme.rest)
    assert max(contrast(a, b) for a, b in combinations(parts, 2)) > 3


def test_the_script_is_of_the_version_that_figures_are_made_for():
    from plotly.offline import get_plotlyjs_version

    assert f"v{get_plotlyjs_version()}" in load_bundle()[:200]
