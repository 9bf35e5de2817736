"""Scenarios at a glance, grouped by what costs less in them."""

from collections.abc import Collection, Sequence

import streamlit as st
from markupsafe import Markup

from sim.analysis.facts import Facts
from sim.charts import cut_costs
from sim.web.look.theme import current_theme
from sim.web.session.known import Known
from sim.web.session.places import go_to
from sim.web.tiles.tile import Tile, draw_bars, show_tile
from sim.words import facts as words
from sim.words import say, say_sentence, start
from sim.words.designs import mention_design
from sim.words.mended import tell_mended

A_ROW = 3


Group = tuple[str, list[Known]]
"""A heading, and the scenarios under it."""


def show_groups(groups: Sequence[Group]) -> None:
    """Show groups of scenarios, each under its heading; one without any is left out."""
    for heading, group in groups:
        if group:
            st.subheader(heading, anchor=False)
            known = [one.facts for one in group if one.facts]
            for told in words.tell_beside_all(known):
                st.markdown(told)
            _show_rows(group, words.find_better_in_all(known))


def group_known(known: Sequence[Known]) -> list[Group]:
    """Group scenarios by what costs less: the second design, the first, neither; then unknown."""
    found = [one.facts for one in known if one.facts]
    first, second = found[0].designs if found else ("", "")
    groups = {
        design: say_sentence(start.GROUP, design=mention_design(design))
        for design in (second, first)
    }
    every = [
        (heading, [one for one in known if one.facts and one.facts.cheaper == design])
        for design, heading in groups.items()
    ]
    close = [one for one in known if one.facts and one.facts.cheaper is None]
    unknown = [one for one in known if one.facts is None]
    return [*every, (say(start.CLOSE), close), (say(start.UNKNOWN), unknown)]


def _show_rows(group: Sequence[Known], common: Collection[str]) -> None:
    """Show tiles, so many beside one another; the largest saving first.

    What is `common` to all of them is told above.
    """
    ordered = sorted(group, key=_saving, reverse=True)
    for start_at in range(0, len(ordered), A_ROW):
        columns = st.columns(A_ROW, gap="large")
        for column, one in zip(columns, ordered[start_at : start_at + A_ROW], strict=False):
            with column:
                _show_one(one, common)


def _saving(one: Known) -> float:
    return words.find_saving(one.facts) if one.facts and one.facts.settles else 0.0


def _show_one(one: Known, common: Collection[str]) -> None:
    if show_tile(_build_tile(one, common)):
        go_to("explore", one.name)


def _build_tile(one: Known, common: Collection[str]) -> Tile:
    kind = say(start.COUNTER) if one.is_counter else ""
    if one.facts is None:
        return Tile(one.name, one.title, kind, "", Markup(""), ())
    beside, worlds = words.tell_beside(one.facts, common), words.tell_worlds(one.facts, one.kept)
    told = tuple(filter(None, (*beside, worlds, tell_mended(one.facts))))
    return Tile(one.name, one.title, kind, words.tell_verdict(one.facts), _draw(one.facts), told)


def _draw(facts: Facts) -> Markup:
    cuts = cut_costs(facts.measures, words.name_designs(facts))
    return draw_bars(cuts, facts.currency, current_theme()) if cuts else Markup("")
