"""The blueprint: units gone, factors whole, arrays that nobody can change."""

from collections.abc import Iterator

import numpy as np
import pytest

from sim.blueprint import Blueprint, build_blueprint
from sim.errors import RunError
from sim.opening_hours import build_calendar
from sim.units import DAY_S, MILLION
from tests.builders import build_scenario


def build(*changes: str, design: str = "functionalised") -> Blueprint:
    return build_blueprint(build_scenario(*changes), design)


def arrays(blueprint: Blueprint) -> Iterator[tuple[str, np.ndarray]]:
    for group in blueprint:
        for name, value in group._asdict().items():
            if isinstance(value, np.ndarray):
                yield f"{type(group).__name__}.{name}", value


@pytest.mark.parametrize("design", ["functionalised", "absorbing"])
def test_no_array_can_be_changed(design: str) -> None:
    writeable = [name for name, array in arrays(build(design=design)) if array.flags.writeable]
    assert writeable == []


def test_arrays_hold_numbers_that_engines_share() -> None:
    assert {str(array.dtype) for _, array in arrays(build())} == {"int64", "float64"}


def test_only_numbers_are_left() -> None:
    for group in build():
        kinds = {type(value) for value in group}
        assert kinds <= {int, float, np.ndarray, tuple}


def test_an_unknown_design_is_named_with_those_that_exist() -> None:
    with pytest.raises(RunError, match=r"'split'.*functionalised, absorbing"):
        build(design="split")


def test_a_cap_is_seconds_of_content() -> None:
    assert build().work.cap_s == 45 * 60


def test_no_cap_is_told_from_a_cap_of_nothing() -> None:
    assert build("functionalised.budget.cap_minutes=none").work.cap_s == -1
    assert build("functionalised.budget.cap_minutes=0").work.cap_s == 0


def test_gains_multiply_into_one_pace() -> None:
    # specialists save 10 %, standard answers 10 % of what is left: 0.9 x 0.9
    assert build().work.pace_ppm == 810_000
    assert build(design="absorbing").work.pace_ppm == MILLION


def test_chasing_is_a_mean_number_of_days_between_calls() -> None:
    fifty_days = build("demand.chase_per_day=0.02").citizens.chase_s
    assert fifty_days.mean() == pytest.approx(50 * DAY_S, abs=1)
    assert not build("demand.chase_per_day=0").citizens.chase_s.any()


@pytest.mark.parametrize(
    ("price", "days", "asks"), [(0, 0, 0), (500, 0, 1), (0, 3, 1), (500, 3, 1)]
)
def test_a_certificate_is_asked_for_if_it_costs_or_takes_time(
    price: float, days: float, asks: int
) -> None:
    terms = (
        f"functionalised.inspection.certificate_price={price}",
        f"functionalised.inspection.waiting_days={days}",
    )
    assert build(*terms).decision.asks_certificate == asks


def test_words_become_switches() -> None:
    divided, whole = build().decision, build(design="absorbing").decision
    assert (divided.done_is_need, divided.clock_is_complete, divided.order_is_deadline) == (0, 1, 1)
    assert (whole.done_is_need, whole.clock_is_complete, whole.order_is_deadline) == (1, 0, 0)


def test_the_calendar_is_the_population_s() -> None:
    assert build().calendar == build_calendar(build_scenario())


def test_without_loops_pressure_does_nothing() -> None:
    pressure = build().pressure
    assert set(pressure.time_ppm.tolist()) == {MILLION}
    assert (pressure.erosion_days, pressure.absence_days, pressure.dip_days) == (0, 0, 0)


LOOPS = ("loops.alpha=0.64", "loops.floor=0.5", "loops.speed_limit=0.1", "loops.erosion_weeks=19")


def test_time_falls_with_a_power_of_pressure_down_to_the_floor() -> None:
    time_ppm = build(*LOOPS).pressure.time_ppm
    assert time_ppm[0] == time_ppm[100] == MILLION
    # 2 ** -0.64 = 0.641713, and 10 ** -0.64 = 0.229 lies below the floor
    assert time_ppm[200] == 641_713
    assert time_ppm[1_000] == 500_000
    assert (np.diff(time_ppm) <= 0).all()


def test_weeks_of_the_loops_are_open_days() -> None:
    pressure = build(*LOOPS).pressure
    assert pressure.speed_floor_ppm == 900_000
    assert pressure.erosion_days == 19 * 5


def test_particulars_of_the_day_are_padded_with_what_no_draw_reaches() -> None:
    visits = ("demand.kind=visits", "demand.visits_per_day=1", "demand.episode_days=9")
    changes = ("demand.chase_per_day=0", "demand.day_variety=0.5")
    table = build(*visits, *changes).citizens.day_particulars
    assert table.shape[0] == 1
    assert ((table <= 1) | (table == 2)).all()


def test_who_next_to_never_calls_has_no_call_before_the_run_ends():
    blueprint = build_blueprint(build_scenario("demand.chase_per_day=1e-300"), "absorbing")

    assert blueprint.citizens.chase_s.min() > 0
