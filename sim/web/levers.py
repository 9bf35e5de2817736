"""The side of the page: the variety of demand, and the eight conditions of either design."""

from collections.abc import Sequence

import streamlit as st

from sim.scenario import Described, Difference, describe_keys
from sim.web.any_change import show_any_change, show_count
from sim.web.asked import change, changes_of, reset
from sim.web.conditions import ABOUT
from sim.web.lever_inputs import Lever, show_lever
from sim.web.scenarios import Stand

VARIETY = "demand.variety*"
MOST_VARIETY = 3.0


def show_levers(service: str, stand: Stand) -> None:
    """Show what can be moved, and let it be moved.

    Parameters
    ----------
    service
        The service.
    stand
        How it stands.
    """
    st.subheader("Try a change")
    show_count(service, stand)
    show_variety(service)
    design = st.segmented_control(
        "Design to change",
        stand.designs,
        default=stand.designs[0],
        required=True,
        format_func=str.capitalize,
        key=f"{service}:design",
    )
    condition = st.selectbox(
        "Condition",
        list(ABOUT),
        format_func=lambda name: ABOUT[name].title,
        key=f"{service}:condition",
    )
    if words := say_moves(design, stand.moved):
        st.caption(words)
    _show_condition(service, stand, design, condition)
    show_any_change(service)


def say_moves(design: str, moved: Sequence[Difference]) -> str:
    """Say which conditions of a design differ from the file, and in how many values.

    Parameters
    ----------
    design
        The design.
    moved
        All that differs from the file.
    """
    counts = {
        about.title: sum(d.key.startswith(f"designs.{design}.{name}.") for d in moved)
        for name, about in ABOUT.items()
    }
    listed = ", ".join(f"{title} ({count})" for title, count in counts.items() if count)
    return f":material/edit: Moved in this design: **{listed}**" if listed else ""


def show_variety(service: str) -> None:
    """Show the slider of how much citizens' needs vary, of what the file says."""
    name = f"{service}:variety"
    st.session_state[name] = float(changes_of(service).get(VARIETY, 1))
    st.slider(
        "Variety of needs (× the file's)",
        0.0,
        MOST_VARIETY,
        step=0.1,
        format="%.1f ×",
        key=name,
        help="How many particulars a need has, of what the file says. At 0 all needs are "
        "standard, as in mass production.",
        on_change=_take_variety,
        args=(service, name),
    )


def _take_variety(service: str, name: str) -> None:
    factor = st.session_state[name]
    reset(service, VARIETY)
    if factor != 1:
        change(service, VARIETY, f"{factor:g}")


def _show_condition(service: str, stand: Stand, design: str, condition: str) -> None:
    other = next(name for name in stand.designs if name != design)
    about = ABOUT[condition]
    st.markdown(f"**Gain.** {about.gain}  \n**Price.** {about.price}")
    key = f"{design}.{condition}"
    with st.container(horizontal=True):
        st.button(
            f"Take it from {other}",
            key=f"{service}:{key}:take",
            on_click=change,
            args=(service, key, other),
            help="Changes this condition alone, which is how improving single elements is tried.",
        )
        st.button(
            "Back to the file",
            key=f"{service}:{key}:reset",
            on_click=reset,
            args=(service, key),
            disabled=not any(f"{c}.".startswith(f"{key}.") for c in changes_of(service)),
        )
    beyond = st.toggle(
        "Go beyond what is plausible",
        key=f"{service}:beyond",
        help="Numbers to type instead of sliders; only what is impossible is refused.",
    )
    for lever in find_levers(service, stand, design, condition):
        show_lever(lever, beyond=beyond)


def find_levers(service: str, stand: Stand, design: str, condition: str) -> list[Lever]:
    """List the levers of one condition of one design, as they stand."""
    other = next(name for name in stand.designs if name != design)
    below = f"designs.{design}.{condition}"
    filed = _by_key(describe_keys(stand.scenario.filed, below))
    beside = _by_key(describe_keys(stand.scenario, f"designs.{other}.{condition}"))
    drafts = changes_of(service) if stand.problem else {}
    return [
        Lever(
            service,
            now=item,
            filed=filed.get(item.key),
            other=None if item.part_of else beside.get(item.key.replace(design, other, 1)),
            other_name=other,
            draft=drafts.get(item.key.removeprefix("designs."), ""),
        )
        for item in describe_keys(stand.scenario, below)
    ]


def _by_key(items: list[Described]) -> dict[str, Described]:
    return {item.key: item for item in items}
