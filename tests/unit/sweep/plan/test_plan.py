"""Plans: their points by each method, what is varied, and the table that tools read."""

import numpy as np
import pandas as pd
import pytest

from sim.sweep.plan import DUMMY, LEVER, UNCERTAINTY, Plan, Range, find_ranged

PAIR = ("functionalised", "absorbing")
SPANS = {"staff.absence": (0.0, 0.2), "demand.variety": (0.0, 4.0), "costs.unmet_need": (0, 1e4)}


def column(plan, key):
    return plan.points_frame()[key].tolist()


def test_a_latin_hypercube_takes_each_part_of_each_range_once(service):
    plan = Plan.lhs(service, uncertainties=SPANS, points=40)

    for key, (_, high) in SPANS.items():
        assert sorted(int(value / high * 40) for value in column(plan, key)) == list(range(40))


@pytest.mark.parametrize(("second_order", "times"), [(False, 3 + 1 + 2), (True, 2 * (3 + 1) + 2)])
def test_sobol_has_base_times_factors_and_dummy_and_two(service, second_order, times):
    plan = Plan.sobol(service, SPANS, base=8, second_order=second_order)
    (part,) = plan.parts

    assert len(plan) == len(part.points) == 8 * times
    assert [factor.kind for factor in part.factors] == [*[LEVER] * 3, DUMMY]
    assert part.factors[-1].key == "dummy"


def test_morris_moves_one_factor_at_a_time_over_its_levels(service):
    plan = Plan.morris(service, SPANS, trajectories=5, levels=4)
    shares = plan.draw_shares(plan.parts[0]).reshape(5, 5, 4)

    assert len(plan) == 5 * (3 + 1 + 1)
    assert set(np.unique(shares.round(9))) == {0, 0.333333333, 0.666666667, 1}
    assert (np.count_nonzero(np.diff(shares, axis=1), axis=2) == 1).all()


@pytest.mark.parametrize("method", ["lhs", "sobol", "morris"])
def test_shares_drawn_again_are_those_of_the_points(service, method):
    plan = make(method, service, {**SPANS, "staff.total": None, "costs.unmet_need": (100, 1e4)})
    (part,) = plan.parts

    for shares, point in zip(plan.draw_shares(part).tolist(), part.points, strict=True):
        assert tuple(f.at(share) for f, share in zip(part.factors, shares, strict=True)) == point


def make(method, services, varied, seed=1):
    size = {"lhs": {"points": 7}, "sobol": {"base": 4}, "morris": {"trajectories": 3}}[method]
    return getattr(Plan, method)(services, uncertainties=varied, seed=seed, **size)


@pytest.mark.parametrize("method", ["lhs", "sobol", "morris"])
def test_another_seed_draws_other_points(service, method):
    first, again, other = (make(method, service, SPANS, seed) for seed in (1, 1, 2))

    assert first.parts[0].points == again.parts[0].points != other.parts[0].points


def test_a_grid_has_every_mix(service):
    varied = {
        "staff.total": None,
        "staff.absence": (0.0, 0.2),
        "functionalised.purpose": ["functionalised", "absorbing"],
        "demand.variety": Range(0, 4, steps=2),
        "costs.unmet_need": [3, 1, 2],
    }
    plan = Plan.grid(service, varied, steps=9)
    frame = plan.points_frame()

    assert len(frame) == len(frame.drop_duplicates(list(varied))) == 5 * 9 * 2 * 2 * 3
    assert sorted(frame["staff.total"].unique()) == [8, 9, 10, 11, 12]
    assert frame["demand.variety"].unique().tolist() == [0, 4]
    assert frame["costs.unmet_need"].unique().tolist() == [1, 2, 3]
    assert frame["staff.absence"].unique() == pytest.approx(np.arange(9) / 40)


def test_a_factorial_has_the_ends_of_ranges_and_lists_of_two(service):
    plan = Plan.factorial(service, {"staff.total": None}, {"demand.variety": [1, 3]})

    assert plan.parts[0].points == ((8, 1), (8, 3), (12, 1), (12, 3))


def test_a_range_of_orders_of_magnitude_is_spread_by_its_logarithm(service):
    plan = Plan.grid(service, {"demand.known.variety": (0.5, 50)}, steps=3)

    assert column(plan, "demand.known.variety") == pytest.approx([0.5, 5, 50])


def test_with_no_keys_all_that_has_a_range_is_an_uncertainty(service):
    plan = Plan.lhs(service, points=5)

    assert [factor.key for factor in plan.factors] == [
        one.key for one in find_ranged(service, PAIR)
    ]
    assert {factor.kind for factor in plan.factors} == {UNCERTAINTY}
    assert plan.designs == PAIR


def test_levers_come_before_uncertainties_with_unit_and_meaning(service):
    plan = Plan.lhs(service, ["staff.total"], ["demand.variety"], points=2)
    staff, variety = plan.factors

    assert (staff.kind, staff.low, staff.high, staff.unit) == (LEVER, 8, 12, "count")
    assert staff.about == "Members of staff."
    assert (variety.kind, variety.low, variety.high) == (UNCERTAINTY, 0, 4)
    assert variety.places == (("demand", "known", "variety"),)


def test_a_key_of_several_places_has_their_own_range_where_it_is_the_same(two_types):
    (factor,) = Plan.lhs(two_types, ["demand.variety"], points=2).factors

    assert (factor.low, factor.high, len(factor.places)) == (0, 4, 2)


def test_what_multiplies_is_a_factor_and_never_whole(service):
    (factor,) = Plan.lhs(service, {"staff.total*": (0.5, 1.5)}, points=2).factors

    assert (factor.unit, factor.is_whole, factor.multiplies) == ("factor", False, True)


def test_points_of_several_services_are_numbered_on(service, two_types):
    varied = {"staff.total": [8, 9], "demand.other.variety": [1, 2]}
    plan = Plan.grid([service, two_types], varied)
    frame = plan.points_frame()

    assert frame["point"].tolist() == list(range(6))
    assert frame["point"].dtype == np.int32
    assert frame["service"].tolist() == ["small-benefit"] * 2 + ["two-types"] * 4
    assert frame["demand.other.variety"].isna().tolist() == [True] * 2 + [False] * 4
    assert [len(part.factors) for part in plan.parts] == [1, 2]


def test_factors_of_several_services_are_as_wide_as_in_any(service, two_types):
    raw = two_types.to_table()
    raw["staff"]["total"]["range"] = [9, 20]
    wider = type(service).model_validate(raw)

    (factor,) = Plan.lhs([service, wider], ["staff.total"], points=2).factors

    assert (factor.low, factor.high) == (8, 20)


def test_a_model_that_is_no_service_has_its_ranges_given():
    plan = Plan.grid(None, {"rate": (1.0, 2.0), "rule": ["first", "last"]}, steps=2)
    frame = plan.points_frame()

    assert plan.designs == ("",)
    assert plan.parts[0].scenario is None
    assert frame["service"].tolist() == [""] * 4
    assert (frame["rate"].dtype, frame["rule"].tolist()) == ("float64", ["first", "last"] * 2)


@pytest.mark.parametrize("ending", [None, "csv", "parquet"])
def test_a_table_gives_back_the_points_it_was_written_from(service, two_types, tmp_path, ending):
    varied = {
        "staff.total": [8, 9],
        "functionalised.budget.cap_minutes": [30, "none", "absorbing"],
        "demand.other.variety": [1.5, 2],
    }
    first = Plan.grid([service, two_types], varied)
    table = first.points_frame()
    if ending == "csv":
        table.to_csv(tmp_path / "points.csv", index=False)
    if ending == "parquet":
        table.astype({"functionalised.budget.cap_minutes": str}).to_parquet(
            tmp_path / "points.parquet"
        )
    read = table if ending is None else tmp_path / f"points.{ending}"

    plan = Plan.from_table([service, two_types], read, ["staff.total"])

    assert [part.points for part in plan.parts] == [part.points for part in first.parts]
    assert [factor.kind for factor in plan.parts[0].factors] == [LEVER, UNCERTAINTY]
    assert (plan.factors[0].low, plan.factors[0].high) == (8, 9)


def test_a_table_without_services_is_of_each(service, two_types):
    plan = Plan.from_table([service, two_types], pd.DataFrame({"staff.total": [8, 10, 9]}))

    assert [part.points for part in plan.parts] == [((8,), (10,), (9,))] * 2


def test_a_table_of_sobol_points_keeps_its_dummy(service):
    first = Plan.sobol(service, SPANS, base=2)
    plan = Plan.from_table(service, first.points_frame())

    assert plan.parts[0].points == first.parts[0].points
    assert plan.factors[-1].kind == DUMMY


def test_its_form_for_json_says_how_points_were_chosen(service):
    form = Plan.morris(service, ["staff.total"], trajectories=3, seed=5).to_dict()

    assert form["method"] == "morris"
    assert form["seed"] == 5
    assert form["sampling"] == {"trajectories": 3, "levels": 4}
    assert form["designs"] == list(PAIR)
    assert [factor["key"] for factor in form["factors"]] == ["staff.total", "dummy"]
    assert [(part["name"], part["points"]) for part in form["parts"]] == [("small-benefit", 9)]
