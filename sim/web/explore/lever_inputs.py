"""One lever: a slider within what is plausible, a number beyond it, or a choice of words.

What the session remembers are the changes, not the widgets; a widget is set anew from the scenario
each time it is drawn, so that it is never at odds with it.
"""

from typing import NamedTuple

import streamlit as st

from sim.scenario import Described
from sim.web.explore.scale import Scale, find_scale
from sim.web.session.asked import change, reset
from sim.words import quantities as words
from sim.words import say, say_sentence
from sim.words.designs import name_design


class Lever(NamedTuple):
    """A lever of one design, with what stands there now, in the file and in the other design.

    Attributes
    ----------
    service
        The service.
    now, filed, other
        As it stands, as the file has it, and as it stands in the other design, if it is there.
    other_name
        The other design.
    draft
        What is asked for here but cannot stand yet; empty where all changes can be made.
    """

    service: str
    now: Described
    filed: Described | None
    other: Described | None
    other_name: str
    draft: str = ""

    @property
    def key(self) -> str:
        """The key of the change that moves it."""
        return self.now.key.removeprefix("designs.")

    @property
    def is_moved(self) -> bool:
        """Whether it differs from the file."""
        return self.filed is None or self.filed.value != self.now.value


def show_lever(lever: Lever, *, beyond: bool) -> None:
    """Show a lever, and what it is compared with; `beyond` lets it leave the plausible range."""
    if lever.now.choices:
        _choose(lever)
    elif lever.now.optional and not _has_one(lever):
        pass
    else:
        _set_number(lever, beyond)
    st.caption(_say_where_it_stands(lever))


def _choose(lever: Lever) -> None:
    name = f"{lever.service}:{lever.key}"
    st.session_state[name] = lever.now.value
    st.selectbox(
        words.label_quantity(lever.now),
        lever.now.choices,
        format_func=lambda word: words.say_choice(lever.now, word),
        key=name,
        help=say(lever.now.about),
        on_change=_take_word,
        args=(lever, name),
    )


def _take_word(lever: Lever, name: str) -> None:
    change(lever.service, lever.key, st.session_state[name])


def _has_one(lever: Lever) -> bool:
    """Ask whether a quantity that may be left out is there."""
    name = f"{lever.service}:{lever.key}:is-there"
    st.session_state[name] = lever.now.value is not None
    return st.checkbox(
        words.label_quantity(lever.now), key=name, on_change=_put_in_or_out, args=(lever, name)
    )


def _put_in_or_out(lever: Lever, name: str) -> None:
    if not st.session_state[name]:
        change(lever.service, lever.key, "none")
        return
    reset(lever.service, lever.key)
    known = [item.value for item in (lever.filed, lever.other) if item and item.value is not None]
    if lever.filed is None or lever.filed.value is None:
        change(lever.service, lever.key, str(known[0] if known else 1))


def _set_number(lever: Lever, beyond: bool) -> None:
    ranged = lever.now if lever.now.plausible else (lever.filed or lever.now)
    scale = find_scale(ranged)
    shown = scale.show(_number_asked(lever))
    low, high = (scale.show(end) for end in ranged.plausible or (0.0, 0.0))
    name = f"{lever.service}:{lever.key}"
    if beyond or not low <= shown <= high or low == high:
        _show_box(lever, scale, f"{name}:number", shown)
    else:
        _show_slider(lever, scale, f"{name}:slider", (low, shown, high))


def _number_asked(lever: Lever) -> float:
    """Return the number that was asked for, even where it cannot stand."""
    try:
        return float(lever.draft)
    except ValueError:
        return float(lever.now.value or 0)


def _show_slider(lever: Lever, scale: Scale, name: str, spot: tuple[float, float, float]) -> None:
    low, shown, high = spot
    st.session_state[name] = shown
    st.slider(
        words.label_quantity(lever.now),
        low,
        high,
        step=scale.step,
        format=scale.form,
        key=name,
        help=words.explain_quantity(lever.filed or lever.now, lever.key),
        on_change=_take_number,
        args=(lever, scale, name),
    )


def _show_box(lever: Lever, scale: Scale, name: str, shown: float) -> None:
    """Show a box that takes any number: what is impossible is refused by the model, in words."""
    st.session_state[name] = shown
    st.number_input(
        words.label_quantity(lever.now),
        step=scale.step,
        format=None if scale.step == int(scale.step) else "%.6g",
        key=name,
        help=words.explain_quantity(lever.filed or lever.now, lever.key),
        on_change=_take_number,
        args=(lever, scale, name),
    )


def _take_number(lever: Lever, scale: Scale, name: str) -> None:
    shown = st.session_state[name]
    if shown is not None:
        change(lever.service, lever.key, scale.read(shown))


def _say_where_it_stands(lever: Lever) -> str:
    told = []
    if lever.is_moved:
        filed = lever.filed and words.write_value_of(lever.now, lever.filed.value)
        told.append(f":material/edit: {say(words.MOVED, value=filed or words.NOT_THERE)}")
    if lever.other:
        other = words.write_value_of(lever.other, lever.other.value)
        told.append(
            say_sentence(words.IN_THE_OTHER, design=name_design(lever.other_name), value=other)
        )
    return "  \n".join(told)
