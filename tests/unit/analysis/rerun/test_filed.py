"""A result is read back only if every part of it has its form."""

import pytest

from sim.analysis.rerun import load_result
from sim.errors import RunError

MEASURE = ("measures", "end_to_end_days")
LONG = "a" * 5_000


def test_a_sound_result_is_read_as_it_is(found, write):
    filed = load_result(write(found))

    assert filed.designs == ("functionalised", "absorbing")
    assert filed.measures == found["measures"]
    assert (filed.service, filed.changes) == ("small-benefit", ())


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ((*MEASURE, "functionalised"), {"mean": "abc"}),
        ((*MEASURE, "functionalised"), {"mean": 1.0, "low": 1.0}),
        ((*MEASURE, "functionalised"), {"mean": 1.0, "low": None, "high": 1.0}),
        ((*MEASURE, "functionalised"), {"mean": True, "low": 1.0, "high": 1.0}),
        ((*MEASURE, "functionalised"), {"mean": float("nan"), "low": 1.0, "high": 1.0}),
        ((*MEASURE, "functionalised"), 5.0),
        ((*MEASURE, "unit"), None),
        ((*MEASURE, "another"), None),
        ((*MEASURE, "by_demand_type"), None),
        ((*MEASURE, "by_demand_type", "known"), {}),
        ((*MEASURE, "by_demand_type", "known", "absorbing"), {"mean": "abc"}),
        (("service",), "../small"),
        (("service",), "Small"),
        (("service",), ""),
        (("designs",), ["absorbing"]),
        (("designs",), ["absorbing", "split"]),
        (("measures",), {}),
        (("measures",), {"\x1b[31m": {}}),
        (("busiest",), {}),
        (("busiest", "absorbing"), {"function": 1, "utilisation": 1}),
        (("settling", "absorbing"), None),
        (("days",), True),
        (("days",), 10**300),
        (("seed",), -1),
        (("provenance", "engine"), LONG),
        (("measures", LONG), {}),
        (("provenance", "scenario_file"), LONG),
        (("provenance", "scenario_file"), "../mine.toml"),
        (("provenance", "scenario_file"), "..\\mine.toml"),
        (("provenance", "scenario_file"), ".."),
        (("provenance", "scenario_file"), ""),
        (("provenance", "scenario_sha256"), "abc"),
        (("provenance", "warm_up_day"), None),
        (("provenance", "replications_rule"), None),
        (("provenance", "packages"), {"numpy": 1}),
        (("provenance", "asked"), [1]),
    ],
)
def test_what_has_not_its_form_is_refused(found, write, place, value):
    with pytest.raises(RunError, match="cannot be made again") as refused:
        load_result(write(found, place, value))
    assert len(str(refused.value)) < 1_000


@pytest.mark.parametrize("text", ["\x1b[31m", "\u202egnp", "\x00", "\u200b", "\ud800"])
@pytest.mark.parametrize(
    "place",
    [
        ("provenance", "python"),
        ("provenance", "scenario_file"),
        ("provenance", "asked"),
        ("provenance", "packages"),
        (*MEASURE, "reason"),
        ("another",),
    ],
)
def test_a_text_that_is_no_text_is_refused(found, write, place, text):
    whole = {"asked": [text], "packages": {text: "1"}}.get(place[-1], text)
    with pytest.raises(RunError, match="cannot be made again") as refused:
        load_result(write(found, place, whole))
    assert str(refused.value).isprintable()


def test_the_place_of_the_damage_is_named(found, write):
    with pytest.raises(RunError, match=r"measures\.end_to_end_days\.absorbing\.mean is not as"):
        load_result(write(found, (*MEASURE, "absorbing", "mean"), "abc"))
