"""For whom cases wait, as a chart and in words."""

import numpy as np
import pytest

from sim.charts.tokens import LIGHT
from sim.charts.waits import plot_waits
from sim.message import Message
from sim.own.estimate import Estimate
from sim.own.waits import Ender
from sim.words import speaking
from sim.words.waits import find_longest, find_total, tell_finding, write_row
from tests.pseudo import find_untranslated, in_figure, speak_pseudo

NAN = float("nan")


def days_of(**values):
    """Days by what ends them, each with an interval of a tenth on either side; others are 0."""
    days = {ender: values.get(ender.name.lower(), 0.0) for ender in Ender}
    return {
        ender: Estimate(ender.name.lower(), value, 0.9 * value, 1.1 * value, 40)
        for ender, value in days.items()
    }


DAYS = days_of(another=7.0, same=0.4, citizen=2.0)


def test_each_ender_that_there_is_has_a_bar_with_its_interval():
    bars, numbers = plot_waits(DAYS, 40, LIGHT).data

    assert bars.x == (7.0, 0.4, 2.0)
    assert np.allclose(bars.error_x.array, (0.7, 0.04, 0.2))
    assert np.allclose(bars.error_x.arrayminus, (0.7, 0.04, 0.2))
    assert [text.strip() for text in numbers.text] == ["7.00", "0.40", "2.00"]


def test_the_longest_stands_out():
    bars, _ = plot_waits(DAYS, 40, LIGHT).data

    assert bars.marker.color == (LIGHT.useful, LIGHT.rest, LIGHT.rest)


def test_what_is_longest_is_said_in_one_sentence():
    assert tell_finding(DAYS) == "Of 9.4 days, 7 are waiting for another person"
    assert find_total(DAYS) == pytest.approx(9.4)
    with speaking("sv"):
        assert "9,4 dagar" in tell_finding(days_of(citizen=9.4))


def test_where_nothing_waits_or_nothing_is_known_that_is_said():
    why = Message("too few")
    unknown = {ender: Estimate(ender.name, NAN, NAN, NAN, 3, why) for ender in Ender}

    assert tell_finding(days_of()) == "No case waits for anything"
    assert tell_finding(unknown) == "For whom cases wait cannot be told"
    assert find_longest(unknown) is None


def test_a_row_of_the_table_has_days_interval_and_share():
    share = Estimate("another", 0.744, 0.7, 0.8, 40)

    row = write_row(Ender.ANOTHER, DAYS[Ender.ANOTHER], share)

    assert row[0] == "another person"
    assert row[2:] == ("7.00", "6.30 to 7.70", "74%")


def test_everything_in_it_can_be_translated(monkeypatch):
    speak_pseudo(monkeypatch)

    assert find_untranslated(in_figure(plot_waits(DAYS, 40, LIGHT))) == set()
