"""Titles and labels, broken where a telephone ends."""

import plotly.graph_objects as go

from sim.charts.look import dress, wrap


def test_labels_are_broken_between_words():
    assert wrap("as the citizen lives it", 12) == "as the<br>citizen<br>lives it"
    assert wrap("", 12) == ""


def test_a_long_title_is_broken_and_gets_its_room():
    short, long = (dress(go.Figure(), title, 300).layout for title in ("Short", "word " * 12))

    assert "<br>" not in short.title.text
    assert long.title.text.count("<br>") == 1
    assert long.margin.t - short.margin.t == long.height - short.height > 0
