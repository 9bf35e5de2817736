"""Small models that tests run, draw and export."""

from hypothesis import strategies as st

from sim.dynamics.system.equations import Quantity, Stock, Table, build_model

STEP = 1 / 512


def build_everything():
    """A model with every kind of formula, and a delay of three stages."""
    stocks = [
        Stock("waiting", 40.0, ("coming_in", "again"), ("taken_up",), "cases", "Cases not begun."),
        Stock("stage_1", 1.0, ("taken_up",), ("on_to_2",), "cases"),
        Stock("stage_2", 2.5, ("on_to_2",), ("on_to_3",), "cases"),
        Stock("stage_3", 0.0, ("on_to_3",), ("out", "again"), "cases"),
        Stock("done", 0.0, ("out",), (), "cases"),
    ]
    return build_model("everything", STEP, stocks, [*_flows(), *_others()])


def _flows():
    return [
        Quantity("coming_in", "per_day * season", "cases/day", "New cases.", is_flow=True),
        Quantity("taken_up", "min(capacity, waiting / least)", "cases/day", is_flow=True),
        Quantity("on_to_2", "stage_1 / (handling / 3)", "cases/day", is_flow=True),
        Quantity("on_to_3", "stage_2 / (handling / 3)", "cases/day", is_flow=True),
        Quantity("out", "leaving * (1 - failing)", "cases/day", is_flow=True),
        Quantity("again", "leaving - leaving * (1 - failing)", "cases/day", is_flow=True),
    ]


def _others():
    return [
        Quantity("per_day", "12.25", "cases/day"),
        Quantity("capacity", "staff * where(hour < 0.625, each, 0.1 * each)", "cases/day"),
        Quantity("each", "30", "cases/day"),
        Quantity("staff", "max(1 + 2 - whole(time / week), 0.5)", "dmnl"),
        Quantity("week", "1.5", "days"),
        Quantity("hour", "mod(time, 1)", "days"),
        Quantity("noticed", "mod(0 - time * 1.3, 0.4) + whole(-time)", "days"),
        Quantity("against", "mod(time * 1.7, 0 - 0.75)", "days"),
        Quantity("least", "0.25 + max(noticed * 0.001, 0) - against * 1e-3", "days"),
        Quantity("handling", "0.9", "days"),
        Quantity("leaving", "stage_3 / (handling / 3)", "cases/day"),
        Quantity("many", "50", "cases"),
        Table("failing", "waiting / many", (0.0, 0.3, 0.7, 2.0), (0.05, 0.1, 0.4, 0.3), "dmnl"),
        Table("season", "time - 0.5", (0.0, 1.0, 2.0), (1.0, 1.6, 0.7), "dmnl", "By the day."),
    ]


NUMBERS = st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.25, 7.0, 1e-3, 40.0])
NAMES = ("a", "b", "time")


def formulas():
    """Formulas of every kind, of `a`, `b` and the time; nothing is divided by nothing."""
    return st.recursive(
        st.one_of(NUMBERS.map(repr), st.sampled_from(NAMES)), _combine, max_leaves=8
    )


def _combine(inner):
    pairs = st.tuples(st.sampled_from("+-*"), inner, inner).map(
        lambda p: f"({p[1]}) {p[0]} ({p[2]})"
    )
    ends = st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(
        lambda p: f"{p[0]}({p[1]}, {p[2]})"
    )
    shares = st.tuples(inner, st.sampled_from([0.25, 3.0, 7.5])).map(lambda p: f"({p[0]}) / {p[1]}")
    rests = st.tuples(inner, st.sampled_from(["0.5", "3", "(0 - 0.75)"])).map(
        lambda p: f"mod({p[0]}, {p[1]})"
    )
    wholes = inner.map(lambda one: f"whole({one})")
    wheres = st.tuples(inner, inner, inner, inner).map(
        lambda p: f"where({p[0]} < {p[1]}, {p[2]}, {p[3]})"
    )
    return st.one_of(pairs, ends, shares, rests, wholes, wheres)
