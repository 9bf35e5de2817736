"""Loading the presets; they stand in one file beside this one."""

import tomllib
from functools import cache
from pathlib import Path

from sim.presets.schema import Preset

FILE = Path(__file__).with_name("presets.toml")


@cache
def load_presets() -> dict[str, Preset]:
    """Load all presets by their names, in the order in which they are offered."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: Preset(name=name, **fields) for name, fields in table.items()}


def list_presets(service: str) -> list[Preset]:
    """List the presets that a service has."""
    return [preset for preset in load_presets().values() if service in preset.services]


def find_preset(service: str, changes: tuple[str, ...]) -> Preset | None:
    """Find the preset that sets the levers of a service as they stand; `None` if none does."""
    stands = sorted(changes)
    return next((p for p in list_presets(service) if sorted(p.changes) == stands), None)
