"""Where a case of a design can be: which stocks there are."""

from collections.abc import Iterator

import numpy as np

from sim.blueprint import Blueprint
from sim.dynamics.expected import ATTEMPTS, Coefficients, aside
from sim.dynamics.expected.elapsed import hold_days
from sim.units import DAY_S

SWIFT = 256.0
"""A day: what is passed on at once takes a step."""
SPANS = (("short", 0.0, 0.5), ("middle", 0.5, 0.85), ("long", 0.85, 1.0))
"""Delays of a spread beyond the exponential: three of it side by side, each with its quantiles."""
ALL = range(1, ATTEMPTS + 1)


def list_spans(
    blueprint: Blueprint, function: int, saved_days: float = 0.0
) -> Iterator[tuple[str, float, float]]:
    """List the spans in which a case lies before a function: name, share and mean days.

    What is saved near due dates is taken off the long ones.
    """
    table = blueprint.layout.pick_up_s[function - 1]
    if table[-1] == 0:
        return
    for name, low, high in SPANS:
        part = table[round(low * len(table)) : round(high * len(table))]
        saved = saved_days / (high - low) if name == "long" else 0.0
        yield name, high - low, max(float(np.mean(part)) / DAY_S - saved, 2 / SWIFT)


def has_news(of: Coefficients) -> bool:
    """Tell whether cases wait for a last answer."""
    return bool(of.park.any())


def list_places(
    blueprint: Blueprint, of: Coefficients, a: int
) -> tuple[list[str], list[str], list[str]]:
    """List the stocks of an attempt: on the service, with the citizen, and away from both."""
    layout = blueprint.layout
    functions = range(1, layout.functions + 1)
    service = [f"first_contact_{a}"] if layout.has_front else []
    service += [f"held_{a}"] if hold_days(blueprint) else []
    for f in functions:
        service += [f"tray_{f}_{a}", f"waiting_{f}_{a}"]
        service += [f"lying_{name}_{f}_{a}" for name, _, _ in list_spans(blueprint, f)]
    service += [f"{name}_{a}" for name, (_, days) in aside(of, a).items() if days > 0]
    service += [f"deciding_{a}"] if aside(of, a) else []
    citizen = [f"asked_{f}_{a}" for f in functions]
    citizen += ["parked", "news_due"] if a == 1 and has_news(of) else []
    away = [f"due_{a}", *([f"away_{a}"] if a > 1 else [])]
    away += ["turned_1"] if a == 1 and of.turned else []
    away += [f"calling_back_{a}"] if layout.has_front else []
    return service, citizen, away
