"""The chart: both designs on one scale, or the change from one to the other; and its words."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from sim.analysis.capability import Capability, Course, Limits
from sim.charts import XmrPanel, XmrStretch, plot_xmr
from sim.web.capability.inputs import Inputs
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.words import capability as words
from sim.words import say
from sim.words.designs import name_design, say_designs

MOST_SHOWN = 400
"""Values drawn in a panel: more are a cloud."""


def show_chart(
    capability: Capability, inputs: Inputs, target: float | None, settles: tuple[bool, bool]
) -> None:
    """Show the chart, with a line at a target if there is one, and tell its limits in words."""
    first, second, change = capability.courses[inputs.kind]
    courses = (change,) if inputs.is_change else (first, second)
    places = {design: place for place, design in enumerate(capability.designs)}
    told = [
        (stretch.design, stretch.limits if settles[places[stretch.design]] else None)
        for course in courses
        for stretch in course.stretches
    ]
    panels = _build_panels(capability, courses, inputs, dict(told))
    limits = [found for _, found in told]
    show_figure(
        plot_xmr(
            panels,
            say(words.AXES[inputs.kind]),
            words.tell_source(capability),
            target=target,
            theme=current_theme(),
        ),
        title=_find_title(capability, inputs, limits),
        subtitle=words.tell_subtitle(inputs.kind, find_step(courses)),
        table=_build_table(courses, dict(told)) if any(limits) else None,
        key="capability:chart",
    )
    sentences = [words.tell_limits(inputs.kind, f, design) for design, f in told if f]
    if sentences:
        st.markdown("\n".join(f"- {one}" for one in sentences))
    elif all(settles):
        st.info(say(words.TOO_FEW))
    if inputs.is_change:
        st.caption(say(words.CHANGED_AS_IT_IS))


def _find_title(capability: Capability, inputs: Inputs, limits: Sequence[Limits | None]) -> str:
    if inputs.is_change:
        return words.tell_change(inputs.kind, *limits)
    return words.tell_finding(inputs.kind, limits, capability.designs)


def _build_panels(
    capability: Capability,
    courses: Sequence[Course],
    inputs: Inputs,
    limits: dict[str, Limits | None],
) -> list[XmrPanel]:
    """Build a panel of each course: every so many-th value, so that one sees the whole of it."""
    names = [say(name_design(design)) for design in capability.designs]
    if inputs.is_change:
        names = [words.name_change(capability.designs, capability.reform_day)]
    step = find_step(courses)
    return [
        XmrPanel(
            name,
            course.days[::step].tolist(),
            course.values[::step].tolist(),
            _build_stretches(course, capability, limits),
        )
        for name, course in zip(names, courses, strict=True)
    ]


def find_step(courses: Sequence[Course]) -> int:
    """Return every how many-th value is drawn."""
    return max(1, -(-max(len(course.values) for course in courses) // MOST_SHOWN))


def _build_stretches(
    course: Course, capability: Capability, limits: dict[str, Limits | None]
) -> tuple[XmrStretch, ...]:
    return tuple(
        XmrStretch(
            stretch.from_day,
            stretch.to_day,
            capability.designs.index(stretch.design),
            limits[stretch.design],
        )
        for stretch in course.stretches
    )


def _build_table(courses: Sequence[Course], limits: dict[str, Limits | None]) -> pd.DataFrame:
    rows = [
        (say_designs([stretch.design])[0], stretch.from_day, stretch.to_day, *_list_cells(found))
        for course in courses
        for stretch in course.stretches
        if (found := limits[stretch.design]) is not None
    ]
    return pd.DataFrame(rows, columns=[say(title) for title in words.TABLE])


def _list_cells(limits: Limits) -> tuple[str, ...]:
    numbers = (limits.mean, limits.mean_moving_range, limits.lower, limits.upper)
    beyond = words.write_share(limits.beyond_share)
    exceeded = (limits.median, limits.p90, limits.p95)
    return (
        words.write_count(limits.size),
        *map(words.write_value, numbers),
        beyond,
        *map(words.write_value, exceeded),
    )
