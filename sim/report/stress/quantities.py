"""Quantities of a scenario as rows of tables: what each means, its value, range and source."""

from collections.abc import Callable, Iterator, Sequence

from sim.report.stress.markdown import code, escape, write_table
from sim.report.stress.study import Service
from sim.scenario import Described, describe_keys
from sim.words import say, say_text
from sim.words.quantities import write_plausible, write_value_of

HEADS = ("key", "what it is", "value", "plausible range", "source")
DESIGNS = "designs."


def list_quantities(service: Service, designs: Sequence[str]) -> list[Described]:
    """List what stands in a scenario, without the designs that are not run."""
    others = tuple(f"{DESIGNS}{name}." for name in service.scenario.designs if name not in designs)
    return [item for item in describe_keys(service.scenario) if not item.key.startswith(others)]


def write_quantities(items: Sequence[Described]) -> str:
    """Return a table with a row a quantity."""
    return write_table(HEADS, map(_write_row, items))


def _write_row(item: Described) -> tuple[str, ...]:
    value = escape(write_value_of(item, item.value))
    return (code(item.key), tell_about(item), value, escape(write_plausible(item)), _cite(item))


def tell_about(item: Described) -> str:
    """Tell what a quantity means, and of which entry it is."""
    about = say(item.about).replace("|", "\\|")  # ours, with code in it
    return f"{escape(item.part_of)}: {about}" if item.part_of else about


def _cite(item: Described) -> str:
    return code(item.source) if item.source else ""


def write_condition(service: Service, condition: str, designs: Sequence[str]) -> str:
    """Return a table of a condition: a row a quantity, a column a design."""
    below = [_list_below(service, design, condition) for design in designs]
    places = dict.fromkeys(place for items in below for place in items)
    rows = (_write_place(place, [items.get(place) for items in below]) for place in places)
    return write_table(("key", "what it is", *map(escape, designs)), rows)


def _write_place(place: str, items: Sequence[Described | None]) -> tuple[str, ...]:
    about = next(tell_about(item) for item in items if item)
    return (code(place), about, *map(_write_cell, items))


def _write_cell(item: Described | None) -> str:
    if item is None:
        return ""
    value = escape(write_value_of(item, item.value))
    plausible = f"; {escape(write_plausible(item))}" if item.plausible else ""
    return f"{value} ({_cite(item)}{plausible})" if item.source else value


def _list_below(service: Service, design: str, condition: str) -> dict[str, Described]:
    """Return the quantities of a condition of a design, by their key below the design."""
    before = f"{DESIGNS}{design}."
    items = describe_keys(service.scenario, f"{before}{condition}")
    return {item.key.removeprefix(before): item for item in items}


def list_differing(service: Service, condition: str, designs: Sequence[str]) -> Iterator[str]:
    """List the keys of a condition in which the designs differ."""
    below = [_list_below(service, design, condition) for design in designs]
    for place in dict.fromkeys(place for items in below for place in items):
        found = {items[place].value if place in items else None for items in below}
        if len(found) > 1:
            yield place


def write_by_design(
    service: Service, designs: Sequence[str], chosen: Callable[[Described], bool]
) -> str:
    """Return a table with a row a quantity that is chosen of some design, a column a design."""
    tables = []
    for name in designs:
        items = describe_keys(service.scenario, f"designs.{name}")
        tables.append({place_below(item): item for item in items})
    places = dict.fromkeys(p for items in tables for p, item in items.items() if chosen(item))
    rows = ((code(place), *(write_value(items.get(place)) for items in tables)) for place in places)
    heads = (escape(service.name), *map(code, designs))
    return write_table(heads, rows)


def place_below(item: Described) -> str:
    """Return a key below its design."""
    return item.key.split(".", 2)[2]


def write_value(item: Described | None) -> str:
    """Return a value with its unit; nothing where there is none."""
    return "" if item is None else escape(write_value_of(item, item.value))


def write_by_demand(service: Service, names: Sequence[str]) -> str:
    """Return a table with a row a demand type."""
    rows = []
    for name, demand in service.scenario.demand.items():
        below = f"demand.{name}"
        items = {item.key: item for item in describe_keys(service.scenario, below)}
        cells = [write_value(items.get(f"{below}.{key}")) for key in names]
        rows.append((code(name), escape(say_text(demand.label)), *cells))
    return write_table((f"{escape(service.name)}: demand type", "label", *map(code, names)), rows)
