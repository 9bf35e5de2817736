import tomllib
from copy import deepcopy
from functools import reduce
from operator import getitem

import pytest

from sim.errors import ScenarioError
from sim.scenario import (
    completing,
    find_shipped,
    list_services,
    load_scenario,
    read_scenario,
    shipped_folder,
)
from sim.scenario.completing import complete
from tests.builders import build_raw, q, small_scenario_text


def with_design(**table):
    """The small service with a third design, of so much."""
    raw = build_raw()
    raw["designs"]["third"] = table
    return raw


def sharing(leave_out):
    """The small service, which shares mechanisms, without one key of its functionalised design."""
    raw = build_raw()
    raw["mechanisms"] = "shared"
    condition, key = leave_out
    del raw["designs"]["functionalised"][condition][key]
    return raw


def test_a_file_that_takes_nothing_is_left_as_it_is():
    raw = build_raw()

    whole, problems = complete(raw)

    assert (whole, problems) == (build_raw(), [])


def test_a_design_takes_what_it_leaves_out_from_the_one_that_it_is_like():
    own = {"check": q(0.5)}
    whole, problems = complete(with_design(like="functionalised", purpose=own))

    first, third = whole["designs"]["functionalised"], whole["designs"]["third"]
    assert problems == []
    assert third.pop("purpose") == first["purpose"] | own
    assert third == {key: table for key, table in first.items() if key != "purpose"}


def test_what_was_fitted_to_a_design_is_assumed_in_one_that_is_like_it():
    raw = with_design(like="functionalised")
    raw["designs"]["functionalised"]["standards"]["absorb"]["from"] = "fitted"

    whole, _ = complete(raw)

    absorb = [whole["designs"][name]["standards"]["absorb"] for name in ("functionalised", "third")]
    assert [one["from"] for one in absorb] == ["fitted", "assumed"]
    assert absorb[0]["is"] == absorb[1]["is"]


def test_what_is_not_to_be_taken_is_left_out():
    raw = with_design(like="functionalised", budget={"cap_minutes": "none"})
    raw["designs"]["functionalised"]["budget"] = {"cap_minutes": q(5), "floor_minutes": q(1)}

    whole, _ = complete(raw)

    assert whole["designs"]["third"]["budget"] == {"floor_minutes": q(1)}


def test_a_word_that_nothing_is_taken_for_is_left_to_be_refused():
    raw = with_design(like="functionalised", budget={"cap_minuets": "none"})

    whole, _ = complete(raw)

    assert whole["designs"]["third"]["budget"]["cap_minuets"] == "none"


@pytest.mark.parametrize("other", ["nobody", "third", 3])
def test_a_design_that_is_like_none_there_is_is_refused(other):
    _, problems = complete(with_design(like=other))

    assert len(problems) == 1
    assert problems[0].startswith(f'designs.third.like: found "{other}", ')


def test_a_design_is_not_like_one_that_is_like_another():
    raw = with_design(like="functionalised")
    raw["designs"]["fourth"] = {"like": "third"}

    _, problems = complete(raw)

    assert [line.split(":")[0] for line in problems] == ["designs.fourth.like"]


def test_shared_mechanisms_fill_what_is_left_out_with_its_source():
    whole, problems = complete(sharing(("functions", "convey")))

    assert problems == []
    assert whole["designs"]["functionalised"]["functions"]["convey"]["from"] == "records"
    assert "Bhabra" in whole["sources"]["records"]


def test_a_shared_source_named_in_a_list_is_added():
    raw = sharing(("functions", "convey"))
    raw["staff"]["shifts"][0]["hours"]["from"] = "kahneman"

    whole, _ = complete(raw)

    assert "Noise" in whole["sources"]["kahneman"]


def test_a_source_that_is_no_text_is_left_to_be_refused():
    raw = build_raw() | {"mechanisms": "shared", "sources": {"a": {"from": "norway"}}}

    whole, _ = complete(raw)

    assert whole["sources"]["a"] == {"from": "norway"}


def test_the_file_itself_wins_over_shared_mechanisms():
    raw = sharing(("functions", "convey"))
    raw["designs"]["functionalised"]["functions"]["convey"] = q(0.5)

    whole, _ = complete(raw)

    assert whole["designs"]["functionalised"]["functions"]["convey"] == q(0.5)


def test_a_design_of_a_shared_name_takes_its_nature_before_that_of_its_model():
    raw = sharing(("purpose", "check"))
    raw["designs"]["absorbing"] = {"like": "functionalised"}
    del raw["designs"]["functionalised"]["purpose"]

    whole, _ = complete(raw)

    assert whole["designs"]["absorbing"]["purpose"]["done"] == "need"
    assert whole["designs"]["functionalised"]["purpose"]["done"] == "activity"


def test_another_word_for_shared_mechanisms_is_refused():
    _, problems = complete(build_raw() | {"mechanisms": "mine"})

    assert problems == ['mechanisms: found "mine", expected "shared"']


def test_all_problems_come_at_once():
    text = 'mechanisms = "mine"\n' + small_scenario_text() + "\n[nonsense]\n"

    with pytest.raises(ScenarioError) as caught:
        read_scenario(text.encode(), "a.toml")

    assert [line.split(":")[0] for line in caught.value.problems] == ["mechanisms", "nonsense"]


@pytest.mark.parametrize("part", ["demand", "designs", "staff", "sources"])
@pytest.mark.parametrize("nonsense", [3, "words", [1]])
def test_nonsense_is_left_to_be_refused(part, nonsense):
    raw = build_raw() | {"mechanisms": "shared", part: nonsense}

    whole, _ = complete(deepcopy(raw))

    assert whole[part] == nonsense


@pytest.mark.parametrize("name", list_services())
def test_a_service_does_not_say_again_what_all_share(name):
    raw = tomllib.loads((shipped_folder() / f"{name}.toml").read_text("utf-8"))
    own = list(numbers(raw))

    for place in own:
        shorter = deepcopy(raw)
        *above, last = place
        reduce(getitem, above, shorter).pop(last)
        assert complete(shorter)[0] != complete(raw)[0], ".".join(place)


def test_each_shared_source_is_named():
    shared = tomllib.loads((shipped_folder() / "mechanisms.toml").read_text("utf-8"))

    assert set(shared["sources"]) <= {key for name in list_services() for key in sources(name)}


def sources(name):
    return load_scenario(name).sources


def numbers(table, above=()):
    """Every number of the designs, the staff and the demand of a file by its keys."""
    for key, content in table.items():
        if isinstance(content, dict) and "is" in content:
            yield (*above, key)
        elif isinstance(content, dict):
            yield from numbers(content, (*above, key))


def test_a_file_that_shares_is_known_by_what_it_shares_too(monkeypatch):
    raw = build_raw()
    for design in raw["designs"].values():
        design["targets"].pop("hold_days", None)  # work is held until a lead time of all services
    text = 'mechanisms = "shared"\n' + small_scenario_text(raw)
    before = read_scenario(text.encode(), "a.toml").origin.sha256
    mechanisms = completing._read_mechanisms()[0]

    monkeypatch.setattr(completing, "_read_mechanisms", lambda: (mechanisms, "other content"))

    assert read_scenario(text.encode(), "a.toml").origin.sha256 != before


@pytest.mark.parametrize("name", list_services())
def test_a_shipped_service_is_found_by_what_it_is_known_by(name):
    assert find_shipped(load_scenario(name).origin.sha256) == name
