"""What was changed is told in words, with the question that changes so."""

from types import SimpleNamespace

import pytest

from sim.experiment import SHIPPED_DESIGNS
from sim.scenario import load_scenario
from sim.words import LANGUAGES, speaking
from sim.words.changed import name_levers, tell_changed


def told(*changes, service="home-care"):
    scenario = load_scenario(service, changes)
    about = SimpleNamespace(
        asked=scenario.changes,
        changed=scenario.differences,
        scenario_sha256=scenario.origin.sha256,
    )
    return tell_changed(SimpleNamespace(provenance=about, designs=SHIPPED_DESIGNS), scenario)


def test_of_a_scenario_as_its_file_has_it_nothing_is_told():
    assert told() == []


def test_the_question_stands_before_what_it_changes():
    assert told("demand.variety*=0") == [
        "**What if everybody needed the same?**",
        "**Changed here:** needs do not vary. This is a supposed case, not the service as it is "
        "shown otherwise.",
    ]
    assert told("demand.variety=0")[-1] == told("demand.variety*=0")[-1]


def test_levers_are_named_and_few_values_are_told_with_what_they_were():
    (sentence,) = told("functionalised.targets=absorbing", "staff.total=12")

    assert "argets as in the design built for variation" in sentence
    assert "Members of staff: 12 in place of 33" in sentence


@pytest.mark.parametrize(
    ("condition", "called"), [("functions", "hand-overs"), ("budget", "budget")]
)
def test_a_condition_is_called_as_its_lever_is(condition, called):
    named, _ = name_levers([f"functionalised.{condition}=absorbing"], SHIPPED_DESIGNS)

    assert named == [f"{called} as in the design built for variation"]


def test_many_values_are_counted():
    keys = ("costs.unmet_need", "staff.temp_price", "staff.rate_per_hour", "staff.temps")
    (sentence,) = told(*(f"{key}*=0.9" for key in keys), "demand.variety*=1.2")

    assert "needs vary 1.2 × as much and 4 other values" in sentence


@pytest.mark.parametrize(
    "text", ["demand.variety*=x", "demand.variety=0.5", "absorbing.targets=functionalised"]
)
def test_what_no_lever_does_is_left_over(text):
    assert name_levers([text], SHIPPED_DESIGNS) == ([], [text])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_every_language(language):
    with speaking(language):
        assert len(told("staff.total*=2", service="sickness-benefit")) == 2
