"""Fewer and fewer staff as a chart: what is told, where it tips, and the number looked at."""

from sim.analysis.twin.staff_line import StaffLine, StaffLines
from sim.charts import plot_squeeze
from sim.charts.tokens import DARK, LIGHT
from sim.dynamics import Figures
from tests.pseudo import find_untranslated, in_figure, speak_pseudo

CALM = Figures(3.0, 0.5, 4.0, 0.1, 50.0, 30.0, 0.7, 0.0)
NEAR = CALM._replace(busiest=0.97)
LINES = StaffLines(
    "a-service",
    {
        "functionalised": StaffLine(
            tuple(range(12, 2, -1)), {12: CALM, 11: CALM, 10: NEAR}, (10, 9)
        ),
        "absorbing": StaffLine(
            tuple(range(12, 0, -1)), dict.fromkeys(range(12, 3, -1), CALM), (4, 3)
        ),
    },
)


def marks(figure):
    return {shape.x0: shape.line for shape in figure.layout.shapes}


def test_only_what_can_be_told_is_drawn():
    drawn = [list(trace.x) for trace in plot_squeeze(LINES, 12, LIGHT).data]

    assert drawn == [[11, 12], [11, 12], list(range(4, 13)), list(range(4, 13))]


def test_where_each_tips_and_the_number_looked_at_are_marked():
    lines = marks(plot_squeeze(LINES, 7, DARK))

    assert (lines[9.5].color, lines[9.5].dash) == (DARK.first, "dash")
    assert (lines[3.5].color, lines[3.5].dash) == (DARK.second, "dash")
    assert lines[7].dash == "dot"


def test_a_mark_near_the_left_edge_has_its_word_on_the_right():
    notes = {
        note.x: note
        for note in plot_squeeze(LINES, 12, LIGHT).layout.annotations
        if note.xref == "x"
    }

    assert (notes[9.5].xanchor, notes[3.5].xanchor) == ("right", "left")


def test_what_does_not_tip_has_no_mark():
    line = LINES.designs["absorbing"]._replace(tips=None)
    lines = LINES._replace(designs={"functionalised": line, "absorbing": line})

    assert set(marks(plot_squeeze(lines, 12, LIGHT))) == {12}


def test_everything_in_it_can_be_translated(monkeypatch):
    speak_pseudo(monkeypatch)
    read = list(in_figure(plot_squeeze(LINES, 12, LIGHT).to_dict()))

    assert read
    assert find_untranslated([text.replace("a-service", "") for text in read]) == set()
