"""Quantities that a manager may move: how they are named, how far they go, and what stays put."""

import pytest

from sim.errors import RequisiteError
from sim.steering.ground import Ground
from sim.steering.levers import Lever, read_levers
from sim.steering.stance import Stance, Trial
from tests.builders import build_scenario

PAIR = ("functionalised", "absorbing")
SMALL = build_scenario("staff.total=20")
FORMS = "digital.form_share"


def ground_of(*levers):
    read = read_levers(SMALL, PAIR, levers)
    return Ground(SMALL, PAIR, read, seed=3, engine="fast")


def value_of(ground, stance, part="digital", name="form_share"):
    return getattr(getattr(ground.find_mix(stance).designs[ground.name], part), name).value


def move(ground, stance, up):
    return ground.move(stance, Trial(FORMS, up=up))


def test_a_step_is_a_fifth_of_the_range_and_ends_at_its_end():
    lever = Lever(FORMS, 0.2, 0.7, "share")

    assert lever.step(0.2, 1) == 0.3
    assert lever.step(0.65, 1) == 0.7
    assert lever.step(0.7, 1) is None
    assert lever.step(0.25, -1) == 0.2
    assert lever.step(0.2, -1) is None
    assert lever.step(lever.step(0.3, 1), -1) == 0.3


def test_who_stands_beyond_an_end_comes_back_to_it_and_goes_no_further():
    lever = Lever(FORMS, 0.2, 0.7, "share")

    assert lever.step(1.0, 1) is None
    assert lever.step(1.0, -1) == 0.7
    assert lever.step(0.0, 1) == 0.2
    assert lever.step(0.0, -1) is None


def test_what_is_counted_goes_by_whole_numbers():
    lever = Lever("centralisation.teams", 1, 4, "count")

    assert (lever.step(1, 1), lever.step(4, -1), lever.step(4, 1)) == (2, 3, None)


def test_a_quantity_is_named_without_a_design_and_taken_once():
    levers = read_levers(SMALL, PAIR, (f"{FORMS}=0.2:0.9", f"designs.{FORMS}=0.1:0.8"))

    assert levers == (Lever(FORMS, 0.1, 0.8, "share"),)


def test_the_range_is_that_of_the_file_and_of_both_designs():
    raw = SMALL.to_table()
    for design, ends in zip(PAIR, ([0.5, 1.0], [0.0, 0.6]), strict=True):
        quantity = raw["designs"][design]["digital"]["form_share"]
        raw["designs"][design]["digital"]["form_share"] = {**quantity, "range": ends}
    from sim.scenario import build_scenario as build

    ranged = build(raw, "ranged")
    assert read_levers(ranged, PAIR, [FORMS]) == (Lever(FORMS, 0.0, 1.0, "share"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("digital.form_shar=0:1", 'did you mean "digital.form_share"'),
        ("demand.variety=0:6", "expected a quantity of a condition that both designs have"),
        ("designs.absorbing.digital.form_share=0:1", "without a design"),
        ("staff.total=1:9", 'found "staff.total", expected a quantity of a condition'),
        ("targets.order", 'found "targets.order", expected a quantity'),
        ("digital=0:1", 'found "digital", expected a quantity'),
        ("purpose.check", "no range of purpose.check, expected one of your own, such as"),
        ("purpose.check=0:2", "purpose.check: found 0:2, expected 0 to 1"),
        ("purpose.check=0.5:0.1", "expected the lower number first"),
        ("purpose.check=low:high", "expected KEY or KEY=LOW:HIGH"),
        ("purpose.check=", "expected KEY or KEY=LOW:HIGH"),
    ],
)
def test_what_cannot_be_moved_is_refused_with_what_to_do(text, told):
    raw = SMALL.to_table()
    for design in PAIR:
        raw["designs"][design]["purpose"]["check"].pop("range", None)
    from sim.scenario import build_scenario as build

    with pytest.raises(RequisiteError) as error:
        read_levers(build(raw, "unranged"), PAIR, [text])
    assert told in str(error.value)


def test_a_quantity_is_as_the_conditions_have_it_until_it_is_moved():
    ground = ground_of(f"{FORMS}=0:1")
    digital = Trial("digital", flips=1 << ground.levers.index("digital"))
    start = ground.begin("functionalised")
    own = [SMALL.designs[design].digital.form_share.value for design in PAIR]

    assert value_of(ground, start) == own[0]
    assert value_of(ground, ground.move(start, digital)) == own[1] != own[0]


def test_once_it_is_moved_it_stays_put_where_its_condition_is_moved():
    ground = ground_of(f"{FORMS}=0:1")
    digital = Trial("digital", flips=1 << ground.levers.index("digital"))
    start = ground.begin("functionalised")
    lower = move(ground, start, -1)
    moved = ground.move(lower, digital)
    other = SMALL.designs["absorbing"].digital

    assert value_of(ground, lower) == pytest.approx(value_of(ground, start) - 0.2)
    assert value_of(ground, moved) == value_of(ground, lower) != other.form_share.value
    assert value_of(ground, moved, name="capture_dialogue") == other.capture_dialogue.value


def test_who_moves_a_quantity_has_the_staff_where_the_work_is():
    """Each function's share of the staff changes as its share of the work does."""
    ground = ground_of(f"{FORMS}=0:1")
    start = ground.begin("functionalised")
    lower = start
    while (further := move(ground, lower, -1)) is not None:
        lower = further
    mixes = [ground.find_mix(stance) for stance in (start, lower)]
    before, after = (mix.designs[ground.name].functions.pools[0].staff.value for mix in mixes)
    was, now = (ground._mixer._find_work(mix, ground.name)[0] for mix in mixes)

    assert value_of(ground, lower) == 0
    assert after != before
    assert (after > before) == (now > was)


def test_without_quantities_there_are_the_same_trials_and_stances():
    plain, ground = ground_of(), ground_of(f"{FORMS}=0:1")

    assert plain.list_trials() == ground.list_trials()[:-2]
    assert plain.begin("absorbing") == Stance((1 << len(plain.levers)) - 1, 20)
    assert [trial.up for trial in ground.list_trials()[-2:]] == [-1, 1]
