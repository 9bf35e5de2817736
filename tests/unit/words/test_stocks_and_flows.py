"""What the page says of loops and of fewer staff, by what can be told."""

import pytest

from sim.analysis.twin import Acting
from sim.analysis.twin.staff_line import StaffLine, StaffLines
from sim.dynamics import LOOPS, Figures
from sim.dynamics.drawing.loops import LoopGraph, Node
from sim.dynamics.system.links import Link
from sim.dynamics.twin.things import LABELS
from sim.words import LANGUAGES, loops, speaking, staff_line

CALM = Figures(3.0, 0.5, 4.0, 0.1, 50.0, 30.0, 0.7, 0.0)
LINE = StaffLine((5, 4, 3, 2, 1), {5: CALM, 4: CALM._replace(busiest=0.97)}, (4, 3))
GRAPH = LoopGraph(
    tuple(Node(name, LABELS[name]) for name in ("waiting", "back", "speed")),
    (Link("waiting", "back", "+"), Link("back", "speed", "-")),
)


def acting(*changes):
    names = ("contacts", "days", "worked_days")
    return Acting("absorbing", 5, "chasing", dict(zip(names, changes, strict=True)))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((0.12, 0.03, -0.01), "contacts **+12.0%**, end-to-end time **+3.0%**, work **−1.0%**"),
        ((0.004, -0.0049, 0.0), "It hardly acts here"),
        ((None, None, None), "nothing can be told"),
    ],
)
def test_what_a_loop_adds_is_told_if_it_can_be(changes, told):
    assert told in loops.tell_acting(acting(*changes))
    assert loops.tell_acting(acting(*changes)).startswith("Asking how it goes")


def test_every_loop_has_a_name_in_every_language():
    for language in LANGUAGES:
        with speaking(language):
            said = {loops.say_loop(name) for name in ("", *loops.list_loops())}
        assert len(said) == len(LOOPS) + 1


def test_the_lit_loop_is_lit_in_the_language_of_the_visitor():
    with speaking("sv"):
        dark, lit = (loops.draw_graph(GRAPH, loop) for loop in ("", "spiral"))

    assert "lit" not in dark.split("</style>")[1]
    assert lit.count('class="node lit"') == 2
    assert lit.count('class="node pale"') == 1
    assert "ärenden som väntar" in lit


def test_the_loops_are_told_in_words_too():
    told = loops.spell_graph(GRAPH)

    assert "cases waiting for staff → citizens who will come back: +" in told
    assert "citizens who will come back → time a job takes: −" in told


@pytest.mark.parametrize(
    ("staff", "told"),
    [
        (5, "3 contacts a citizen, 50% of what comes in"),
        (4, "nothing can be told"),
        (3, "beyond tipping"),
        (1, "beyond tipping"),
        (7, "not looked at"),
    ],
)
def test_a_number_of_staff_is_told_if_it_can_be(staff, told):
    assert told in staff_line.tell_with("absorbing", LINE, staff)


def test_where_it_tips_is_told_and_who_asks_the_event_model():
    never = LINE._replace(tips=None)
    always = LINE._replace(figures={}, tips=None)
    told = staff_line.tell_tips(StaffLines("x", {"functionalised": LINE, "absorbing": never}))
    other = staff_line.tell_tips(StaffLines("x", {"functionalised": LINE, "absorbing": always}))

    assert "**tips between 4 and 3 staff**; the design built for variation does not tip" in told
    assert "does not come to rest with its 5 staff of today" in other
    assert "`requisite squeeze x`" in told
