"""Presets: levers set to what a question asks, with what the model is claimed to show then."""

from sim.presets.load import find_preset, list_presets
from sim.presets.run import PresetRun, build_setup, run_preset
from sim.presets.schema import BEFORE, Preset

__all__ = [
    "BEFORE",
    "Preset",
    "PresetRun",
    "build_setup",
    "find_preset",
    "list_presets",
    "run_preset",
]
