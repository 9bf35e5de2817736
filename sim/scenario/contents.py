"""What stands in a scenario: its texts and its quantities, each with its dotted key."""

from sim.design import Frozen, Quantity
from sim.scenario.demand import Demand
from sim.scenario.schema import ScenarioFile
from sim.scenario.text import Text


def has_visits(scenario: ScenarioFile) -> bool:
    """Tell whether some demand of a scenario is for visits."""
    return any(demand.kind == "visits" for demand in scenario.demand.values())


def texts(scenario: ScenarioFile) -> dict[str, Text]:
    """Return every text of a scenario that is shown to people, by its dotted key."""
    service = scenario.service
    found = {"service.title": service.title, "service.about": service.about}
    for name, demand in scenario.demand.items():
        found |= texts_of_demand(f"demand.{name}", demand)
    return found


def texts_of_demand(key: str, demand: Demand) -> dict[str, Text]:
    """Return the texts of a demand type, by their dotted keys."""
    named = {f"{key}.particulars.{nth}": text for nth, text in enumerate(demand.particulars)}
    return {f"{key}.label": demand.label, **named}


def quantities(part: Frozen, path: str = "") -> list[tuple[str, Quantity]]:
    """List every quantity of a part of a scenario with its dotted key."""
    found: list[tuple[str, Quantity]] = []
    for name in type(part).model_fields:
        found += _quantities_below(getattr(part, name), f"{path}.{name}" if path else name)
    return found


def _quantities_below(value: object, path: str) -> list[tuple[str, Quantity]]:
    if isinstance(value, Quantity):
        return [(path, value)]
    if isinstance(value, Frozen):
        return quantities(value, path)
    if isinstance(value, dict):
        return [q for key, item in value.items() for q in _quantities_below(item, f"{path}.{key}")]
    if isinstance(value, tuple):
        return [q for i, item in enumerate(value) for q in _quantities_below(item, f"{path}.{i}")]
    return []
