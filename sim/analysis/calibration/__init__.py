"""Calibration: fitting what is free to the evidence, and saying what the evidence leaves open."""

from sim.analysis.calibration.calibrate import calibrate
from sim.analysis.calibration.calibration import Calibration, Identified
from sim.analysis.calibration.folds import Fold, LeaveOneOut
from sim.analysis.calibration.leave_one_out import WIDE, leave_one_out
from sim.analysis.calibration.shared import calibrate_shared
from sim.analysis.calibration.shared_calibration import ServiceFit, SharedCalibration
from sim.analysis.calibration.sharing import Apart
from sim.analysis.calibration.write import (
    check_new,
    check_new_folder,
    write_scenario,
    write_shared,
)

__all__ = [
    "WIDE",
    "Apart",
    "Calibration",
    "Fold",
    "Identified",
    "LeaveOneOut",
    "ServiceFit",
    "SharedCalibration",
    "calibrate",
    "calibrate_shared",
    "check_new",
    "check_new_folder",
    "leave_one_out",
    "write_scenario",
    "write_shared",
]
