"""Every lever: the eight conditions of either design, and any other change."""

from collections.abc import Sequence

import streamlit as st

from sim.scenario import Described, Difference, describe_keys
from sim.web.explore.changes import show_any_change, show_count
from sim.web.explore.lever_inputs import Lever, show_lever
from sim.web.session.asked import change, changes_of, reset
from sim.web.session.stand import Stand
from sim.words import quantities as words
from sim.words import say, say_sentence
from sim.words.designs import ABOUT, name_condition, name_design


def show_levers(service: str, stand: Stand) -> None:
    """Show what can be moved, and let it be moved."""
    show_count(service, stand)
    design = st.segmented_control(
        say(words.DESIGN),
        stand.designs,
        default=stand.designs[0],
        required=True,
        format_func=lambda name: say_sentence(name_design(name)),
        key=f"{service}:design",
    )
    condition = st.selectbox(
        say(words.CONDITION),
        list(ABOUT),
        format_func=lambda name: say_sentence(name_condition(name)),
        key=f"{service}:condition",
    )
    if counts := count_moves(design, stand.moved):
        st.caption(f":material/edit: {words.say_moves(counts)}")
    _show_condition(service, stand, design, condition)
    show_any_change(service)


def count_moves(design: str, moved: Sequence[Difference]) -> dict[str, int]:
    """Count the values in which each condition of a design differs from the file, if it does."""
    counts = {
        name: sum(difference.key.startswith(f"designs.{design}.{name}.") for difference in moved)
        for name in ABOUT
    }
    return {name: count for name, count in counts.items() if count}


def _show_condition(service: str, stand: Stand, design: str, condition: str) -> None:
    other = next(name for name in stand.designs if name != design)
    about = ABOUT[condition]
    gain, price = say(words.GAIN, gain=about.gain), say(words.PRICE, price=about.price)
    st.markdown(f"{gain}  \n{price}")
    key = f"{design}.{condition}"
    with st.container(horizontal=True):
        st.button(
            say(words.TAKE),
            key=f"{service}:{key}:take",
            on_click=change,
            args=(service, key, other),
            help=say(words.TAKE_HELP),
        )
        st.button(
            say(words.BACK),
            key=f"{service}:{key}:reset",
            on_click=reset,
            args=(service, key),
            disabled=not any(f"{c}.".startswith(f"{key}.") for c in changes_of(service)),
        )
    beyond = st.toggle(say(words.BEYOND), key=f"{service}:beyond", help=say(words.BEYOND_HELP))
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
