"""What is asked of a sweep: two quantities, from where to where, and how many values of each."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import streamlit as st

from sim.analysis.breakeven import VARIETY
from sim.message import Message
from sim.scenario import Described, Scenario
from sim.web.explore.scale import Scale, find_scale
from sim.web.research.turns import list_ranged
from sim.web.running.jobs import Axis, order_axes
from sim.words import quantities, say
from sim.words import sweep_page as words
from sim.words.quantities import FACTOR, label_quantity, write_value_of

VALUES, FIRST_VALUES = (3, 9), 5
REPLICATIONS, FIRST_REPLICATIONS = (2, 10), 3
STAFF, ALL_VARIETY = "staff.total", f"{VARIETY}*"
MOST_VARIETY = 3.0
"""Times as much as there is."""
KEPT = "sweep:inputs"
SLIDER_PX = 680
Write = Callable[[str], str]
Span = tuple[float, float]


class Wanted(NamedTuple):
    """What is asked for."""

    axes: tuple[Axis, Axis]
    """Across, and upwards."""
    items: Mapping[str, Described]
    """What is known of the quantities, by their keys."""
    replications: int
    problem: Message | None
    """Why it cannot be run; otherwise `None`."""


class Inputs:
    """The inputs of a service. What was set in them outlives a visit to another page.

    Parameters
    ----------
    service
        The service.
    """

    def __init__(self, service: str) -> None:
        self._service = service
        self._kept: dict[str, Any] = st.session_state.setdefault(KEPT, {})

    def choose(self, name: str, label: str, keys: list[str], first: str, write: Write) -> str:
        """Ask for one of some keys."""
        with self._keeping(name, first, keys.__contains__) as key:
            return st.selectbox(label, keys, format_func=write, key=key)

    def count(self, name: str, label: str, bounds: tuple[int, int], first: int) -> int:
        """Ask for a whole number."""
        with self._keeping(name, first, bool) as key:
            return st.slider(label, *bounds, key=key)

    def span(self, name: str, label: str, ends: tuple[float, float], scale: Scale) -> Span:
        """Ask from where to where."""
        with self._keeping(name, ends, bool) as key:  # what is set there makes it one of two ends
            asked: Any = st.slider(label, *ends, step=scale.step, format=scale.form, key=key)
        low, high = map(scale.read, asked)
        return float(low), float(high)

    @contextmanager
    def _keeping(self, name: str, first: Any, is_sound: Callable[[Any], bool]) -> Iterator[str]:
        """Set an input to what was set in it before; keep what is set in it now."""
        key = f"{self._service}:sweep:{name}"
        if key not in st.session_state:
            kept = self._kept.get(key, first)
            st.session_state[key] = kept if is_sound(kept) else first
        yield key
        self._kept[key] = st.session_state[key]


def ask_sweep(service: str, scenario: Scenario, designs: tuple[str, str]) -> Wanted:
    """Ask for it."""
    offered, inputs = list_offered(scenario, designs), Inputs(service)
    axes = []
    for nth, column in enumerate(st.columns(2, gap="medium")):
        with column:
            axes.append(_ask_axis(inputs, nth, offered))
    with st.container(width=SLIDER_PX):
        replications = inputs.count(
            "replications", say(words.REPLICATIONS), REPLICATIONS, FIRST_REPLICATIONS
        )
    problem = _find_problem(axes)
    return Wanted(order_axes((axes[0], axes[1])), offered, replications, problem)


def list_offered(scenario: Scenario, designs: tuple[str, str]) -> dict[str, Described]:
    """List what can be varied: staff, the variety of all needs, and whatever has a range."""
    ranged = list_ranged(scenario, designs)
    varied = {ALL_VARIETY: _describe_variety()} if _has_variety(scenario) else {}
    staff = {STAFF: ranged[STAFF]} if STAFF in ranged else {}
    return {**staff, **varied, **ranged}


def _describe_variety() -> Described:
    """Describe the variety of all needs, as times what there is."""
    return Described(
        ALL_VARIETY, quantities.VARIETY, "", FACTOR, 1.0, plausible=(0.0, MOST_VARIETY)
    )


def _has_variety(scenario: Scenario) -> bool:
    return any(demand.variety.value for demand in scenario.demand.values())


def label_axis(item: Described) -> str:
    """Return what a quantity is called."""
    return say(quantities.VARIETY) if item.key == ALL_VARIETY else label_quantity(item)


def _ask_axis(inputs: Inputs, nth: int, offered: Mapping[str, Described]) -> Axis:
    """Ask for one of the two quantities; at first for the first two that are offered."""
    keys = list(offered)
    key = inputs.choose(
        f"{nth}",
        say((words.FIRST, words.SECOND)[nth]),
        keys,
        keys[nth],
        lambda key: f"{label_axis(offered[key])} · {key}",
    )
    item = offered[key]
    scale = find_scale(item)
    low, high = (scale.show(end) for end in item.plausible or (0.0, 1.0))
    label = say(words.RANGE, quantity=label_axis(item))
    span = inputs.span(f"{nth}:{key}", label, (low, high), scale)
    values = inputs.count(f"{nth}:values", say(words.HOW_MANY[nth]), VALUES, FIRST_VALUES)
    return Axis(key, *span, values)


def tell_axis(axis: Axis, item: Described) -> str:
    """Tell what was asked for of a quantity."""
    low, high = (write_value_of(item, end) for end in (axis.low, axis.high))
    return words.tell_axis(label_axis(item), low, high, axis.values)


def _find_problem(axes: list[Axis]) -> Message | None:
    if axes[0].key == axes[1].key:
        return words.TWO_ALIKE
    return None if all(axis.low < axis.high for axis in axes) else words.NO_RANGE
