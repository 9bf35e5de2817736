"""Calibration: fitting what is free to the evidence, and saying what the evidence leaves open."""

from sim.analysis.calibration.calibrate import calibrate
from sim.analysis.calibration.calibration import Calibration
from sim.analysis.calibration.write import check_new, write_scenario

__all__ = [
    "Calibration",
    "calibrate",
    "check_new",
    "write_scenario",
]
