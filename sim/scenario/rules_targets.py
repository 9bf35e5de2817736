"""Rules about targets and what is planned by them."""

from collections.abc import Iterator

from sim.errors import mismatch
from sim.message import Message
from sim.scenario.keys import found
from sim.scenario.parse import Parts


def check_targets(parts: Parts) -> Iterator[Message]:
    """Check that work is held for a time of its own or until a lead time, not both."""
    for name, design in parts.designs.items():
        hold_days = design.targets.hold_days.value
        if design.targets.lead_days is not None and hold_days > 0:
            key = f"designs.{name}.targets.hold_days"
            yield mismatch(key, found(hold_days), Message("0 where lead_days is set"))
