"""A lesson file that cannot be used tells all that is wrong with it, in one message."""

from copy import deepcopy

import pytest

from sim.errors import ScenarioError
from sim.lessons import list_lessons, load_lesson
from sim.words import say
from tests.builders import text
from tests.lesson_builder import FACES, build_lesson, build_raw


def problems_of(raw):
    with pytest.raises(ScenarioError) as caught:
        build_lesson(raw)
    return caught.value.problems


def test_a_good_lesson_has_none():
    assert build_lesson().name == "small"


def test_all_keys_that_are_wrong_are_told_at_once():
    raw = build_raw()
    del raw["question"]
    raw["about"] = "weather"
    raw["setup"]["replications"] = 2
    raw["setup"]["replication"] = 2
    raw["claims"] = []
    raw["other_side"]["setup"]["arms"] *= 7
    raw["other_side"]["setup"]["service"] = "counter/../../etc/passwd"

    found = problems_of(raw)

    for start in (
        "question: missing",
        'about: found "weather"',
        "setup.replications: found 2, expected at least 5",
        'setup.replication: unknown key, did you mean "replications"?',
        "claims: found a list, expected at least 1 in it",
        "other_side.setup.arms: found a list, expected at most 12 in it",
        'other_side.setup.service: found "counter/../../etc/passwd", expected lower-case',
    ):
        assert sum(problem.startswith(start.split("?")[0]) for problem in found) == 1, start
    assert len(found) == 7


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\u202e"])
def test_what_is_no_text_is_refused_and_spelt_out(hidden):
    raw = build_raw()
    raw["setup"]["arms"][0]["label"] = text(f"one{hidden}")
    raw["title"]["sv"] = hidden

    problems = problems_of(raw)

    assert {line.partition(":")[0] for line in problems} >= {"title.sv", "setup.arms.0.label.en"}
    assert not any(hidden in say(line) for line in problems)


def test_all_rules_that_are_broken_are_told_at_once():
    raw = build_raw()
    raw["claims"] = [
        {"rising": [f"{FACES}.teams", "faces_per_cas.one"]},
        {"rising": [f"{FACES}.teams", f"{FACES}.nobody"]},
        {"term": f"{FACES}.one"},
        {"rising": [f"{FACES}.one"]},
        {"rising": ["faces", f"{FACES}.one.nobody"]},
    ]
    raw["predict"]["choices"].pop()
    raw["setup"]["arms"][1]["design"] = "absorbed"
    raw["other_side"]["setup"]["changes"] = ["demand.varity=0"]
    raw["reveal"]["measures"].append("cost")
    raw["why"]["says"]["da"] = "Med {faces_per_case.one}."
    raw["notes"]["trust"]["sv"] = " "
    raw["notes"]["before"] = text("Count {faces_per_case.one.")
    raw["title"] = text("{faces_per_case.one} faces")
    raw["change_mind"] = text("By 30 %, or {one:staff.totl}, or {staff_needed.difference}.")

    found = "\n".join(problems_of(raw))

    for words in (
        'claims.0: faces_per_cas.one: found "faces_per_cas", did you mean "faces_per_case"?',
        'claims.1: faces_per_case.nobody: found "nobody"',
        "claims.2: expected either `rising`, or `term` with `above` or `below`",
        "claims.3.rising: found 1, expected two terms or more",
        'claims.4: faces: found "faces", expected MEASURE.ARM',
        'claims.4: faces_per_case.one.nobody: found "nobody"',
        "predict.choices: found 2, expected three",
        'setup.arms.1.design: found "absorbed", did you mean "absorbing"?',
        "other_side.setup: ",
        'reveal.measures: found "cost"',
        "notes.graphs: found ",
        "why.says.da: fills in faces_per_case.one, expected nothing as in English",
        "title: {faces_per_case.one}: is read before anything is shown",
        "notes.trust.sv: found nothing, expected text",
        "notes.before.en: found {faces_per_case.one., expected figures in braces only",
        "change_mind.en: found 30, expected figures in braces only",
        "{one:staff.totl}: found no number of this key",
        "{staff_needed.difference}: has no sign of its own",
    ):
        assert words in found, words


def test_a_text_says_a_figure_only_where_it_cites():
    raw = build_raw()
    raw["sources"] = text("Vanguard report 1.3, section 9.1")
    assert build_lesson(raw).sources.sv.endswith("9.1")
    raw["notes"]["trust"]["sv"] = "Sant i 9 fall av 10."
    assert [p.split(":")[0] for p in problems_of(raw)] == ["notes.trust.sv"]


def test_either_choices_or_a_number():
    both = build_raw()
    both["predict"]["number"] = {"term": f"{FACES}.one", "unit": text("faces")}
    neither = deepcopy(both)
    neither["predict"]["choices"] = []
    assert build_lesson(neither).predict.number.term == f"{FACES}.one"
    del neither["predict"]["number"]

    for raw in (both, neither):
        assert problems_of(raw) == ["predict: expected either three choices or a number"]


@pytest.mark.parametrize("bound", [{"above": float("nan")}, {"below": float("inf")}])
def test_a_bound_is_a_number(bound):
    raw = build_raw()
    raw["claims"] = [{"term": f"{FACES}.one", **bound}]

    assert problems_of(raw)[0].endswith("expected a number")


@pytest.mark.parametrize("name", ["less", "more", "difference"])
def test_no_arm_is_named_as_what_compares_arms(name):
    raw = build_raw()
    raw["setup"]["arms"][0]["name"] = name

    assert any(p.startswith(f'setup.arms: found "{name}"') for p in problems_of(raw))


@pytest.mark.parametrize("content", ["name = ", "", "name = 3", "[setup]\narms = 3", "\0", "x"])
def test_what_is_no_lesson_is_told(tmp_path, content):
    path = tmp_path / "bad.toml"
    path.write_text(content)
    with pytest.raises(ScenarioError, match=r"bad\.toml: \d+ problem"):
        load_lesson(path)


def test_a_name_that_is_not_known():
    with pytest.raises(ScenarioError, match='no lesson of this name, did you mean "costs"'):
        load_lesson("cost")


def test_the_shipped_ones_are_listed_by_subject():
    subjects = [lesson.about for lesson in list_lessons()]
    assert len(subjects) >= 8
    assert len({*subjects}) == sum(a != b for a, b in zip(subjects, ["", *subjects], strict=False))
