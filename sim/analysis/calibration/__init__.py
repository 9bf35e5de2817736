"""Calibration: fitting what is free to the evidence, and saying what the evidence leaves open."""

from sim.analysis.calibration.calibrate import calibrate
from sim.analysis.calibration.calibration import Calibration, Identified
from sim.analysis.calibration.mechanisms import CONSTANTS, Departure, list_departures
from sim.analysis.calibration.trial import Tried
from sim.analysis.calibration.write import check_new, write_scenario

__all__ = [
    "CONSTANTS",
    "Calibration",
    "Departure",
    "Identified",
    "Tried",
    "calibrate",
    "check_new",
    "list_departures",
    "write_scenario",
]
