"""Calibration: fitting what is free to the evidence, and saying what the evidence leaves open."""

from sim.calibration.calibrate import calibrate
from sim.calibration.calibration import Calibration
from sim.calibration.ensemble import Identified
from sim.calibration.mechanisms import CONSTANTS, Departure, list_departures
from sim.calibration.misfit import Tried
from sim.calibration.write import check_new, write_scenario

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
