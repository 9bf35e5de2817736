"""What is wrong with a scenario is said in the language of whoever has to put it right."""

import re

import pytest

from sim.errors import RunError, ScenarioError
from sim.experiment import RunSettings
from sim.message import Message
from sim.scenario import build_scenario
from sim.words import say, speaking
from tests import builders
from tests.builders import build_raw, q

ALIKE = {"from", "team", "teams", "text"}
"""Keys, and words that Swedish has as well."""


def english_words_of(message):
    """The words that a message is made of, without those of the file that it is about."""
    template = re.sub(r"{[^}]*}", " ", message.template)
    nested = [value for value in message.parameters.values() if isinstance(value, Message)]
    return words_in(template).union(*map(english_words_of, nested))


def words_in(text):
    """The words of a text, without dotted keys and what is quoted."""
    return set(re.findall(r"[a-zåäö]{2,}", re.sub(r'"[^"]*"|\S*[._]\S*', " ", text)))


FAULTS = {
    "a missing key": ("loops", {"pressure_days": {"from": "assumed"}}),
    "an unknown key": ("staf", {}),
    "another kind": ("staff", 3),
    "out of bounds": ("demand", {"known": {**builders.KNOWN, "variety": q(-1)}}),
    "too little": ("demand", {"known": {**builders.KNOWN, "content_minutes": q(0)}}),
    "a day too long": ("calendar", {**builders.CALENDAR, "hours_per_day": q(24.5)}),
    "people in parts": ("staff", {**builders.STAFF, "total": q(2.5)}),
    "no one in a pool": ("staff", {**builders.STAFF, "total": q(1)}),
    "an unused source": ("sources", {"report": "A", "other": "B"}),
    "a poor name": ("demand", {"Known": builders.KNOWN}),
}


@pytest.mark.parametrize(("key", "value"), FAULTS.values(), ids=FAULTS)
def test_problems_of_a_file_are_said_without_an_english_word(key, value):
    with pytest.raises(ScenarioError) as caught:
        build_scenario(build_raw(**{key: value}), "test")
    with speaking("sv"):
        for problem in caught.value.problems:
            english = english_words_of(problem)
            assert english
            assert not english & words_in(say(problem)) - ALIKE


def test_a_change_that_cannot_be_made_keeps_its_message():
    with pytest.raises(ScenarioError) as caught:
        builders.build_scenario("demand.varity=0")
    with speaking("da"):
        assert say(caught.value.problems[0]).startswith("demand.varity: ukendt nøgle, mente du ")


def test_settings_that_cannot_be_are_said_in_other_languages():
    with pytest.raises(RunError) as caught:
        RunSettings(replications=1)
    with speaking("sv"):
        assert say(caught.value.args[0]).startswith("replications: fann 1, väntade 2 eller fler")
