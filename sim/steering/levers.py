"""Quantities that a manager may move besides the conditions and the staff: which, and how far.

Each is named by its key in a design, without the name of a design, such as ``digital.form_share``:
it is moved in the mix that is run, whatever the two designs are called. It goes from where it
stands towards the ends of its range, a fifth of the range at a time.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sim.analysis.breakeven.axis import COUNTED, read_axis
from sim.errors import RunError, mismatch
from sim.message import Message
from sim.scenario import Described, Scenario, describe_keys
from sim.scenario.keys import nearest

STEPS = 5
"""So many bring a quantity from one end of its range to the other."""
DESIGNS, STAFF_OF = "designs.", ("staff.", "centralisation.front_office_staff")
"""What may stand before a key; and how many staff there are, and where, a manager and the load of
each mix decide."""
SHARE = "share"
"""The unit of quantities that are a share of something."""
DIGITS = 12
"""Decimals that are kept, so that a step up and a step down end where they began."""


class Lever(NamedTuple):
    """A quantity that can be moved.

    Attributes
    ----------
    key
        Its key in a design.
    low, high
        The ends of its range.
    unit
        Its unit.
    """

    key: str
    low: float
    high: float
    unit: str

    @property
    def is_share(self) -> bool:
        """Whether it is a share of something, from 0 to 1."""
        return self.unit == SHARE

    def step(self, value: float, up: int) -> float | None:
        """Return where a step up (1) or down (-1) leads; `None` where it has come to the end."""
        size = (self.high - self.low) / STEPS
        if self.unit == COUNTED:
            size = max(round(size), 1)
        found = round(min(max(value + up * size, self.low), self.high), DIGITS)
        return found if (found - value) * up > 0 else None

    def read(self, scenario: Scenario, design: str) -> float:
        """Return what the quantity is in a design."""
        condition, name = self.key.split(".")
        value: float = getattr(getattr(scenario.designs[design], condition), name).value
        return value


def read_levers(
    scenario: Scenario, designs: tuple[str, str], texts: Iterable[str]
) -> tuple[Lever, ...]:
    """Read the quantities that can be moved between two designs; each is taken once.

    Raises
    ------
    RequisiteError
        If one is no quantity that both have, or it is not known from where to where it goes.
    """
    own, other = (_list_quantities(scenario, design) for design in designs)
    known = {key: (own[key], other[key]) for key in own if key in other}
    levers = (_read(scenario, known, text) for text in texts)
    return tuple({lever.key: lever for lever in levers}.values())


def _list_quantities(scenario: Scenario, design: str) -> dict[str, Described]:
    """List the quantities that stand directly below a condition of a design, by their keys."""
    above = f"{DESIGNS}{design}"
    items = {item.key.removeprefix(f"{above}."): item for item in describe_keys(scenario, above)}
    return {
        key: item
        for key, item in items.items()
        if key.count(".") == 1 and isinstance(item.value, float) and not key.startswith(STAFF_OF)
    }


def _read(scenario: Scenario, known: dict[str, tuple[Described, Described]], text: str) -> Lever:
    written, has_range, ends = text.partition("=")
    key = written.strip().removeprefix(DESIGNS)
    if key not in known:
        raise RunError(
            Message(
                '--lever: found "{name}", expected a quantity of a condition that both designs '
                "have, without a design, such as digital.form_share or digital.form_share=0.2:0.9; "
                "{hint}",
                name=written.strip(),
                hint=nearest(key, known),
            )
        )
    bounds = ends if has_range else _find_range(key, known[key])
    axis = read_axis(scenario, f"{DESIGNS}{key}={bounds}")
    _check_possible(axis.low, axis.high, key, known[key][0])
    return Lever(key, axis.low, axis.high, known[key][0].unit)


def _find_range(key: str, items: tuple[Described, Described]) -> str:
    """Return the range that the file declares; where the two designs differ, all of both."""
    ranges = [item.plausible for item in items if item.plausible is not None]
    if not ranges:
        raise RunError(
            Message(
                "--lever: the file gives no range of {key}, expected one of your own, such as "
                "{key}=0:1",
                key=key,
            )
        )
    return f"{min(low for low, _ in ranges)!r}:{max(high for _, high in ranges)!r}"


def _check_possible(low: float, high: float, key: str, item: Described) -> None:
    least, most = item.possible or (low, high)
    if not (least <= low and high <= most):
        bounds = Message("{low} to {high}", low=f"{least:g}", high=f"{most:g}")
        raise RunError(mismatch(f"--lever {key}", f"{low:g}:{high:g}", bounds))
