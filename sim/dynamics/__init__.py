"""The stock-and-flow twin of the model: one list of equations that runs, is drawn and exported.

It reads blueprints; the engines do not know it. See `docs/dynamics.md`.
"""

from sim.dynamics.system.equations import Model
from sim.dynamics.system.run import Trajectory, run_model
from sim.dynamics.twin.build import build_twin, check_cases
from sim.dynamics.twin.clock import STEPS
from sim.dynamics.twin.figures import Figures, measure_twin
from sim.dynamics.twin.loops import LOOPS, Loop
from sim.dynamics.twin.reform import run_twin_reform

__all__ = [
    "LOOPS",
    "STEPS",
    "Figures",
    "Loop",
    "Model",
    "Trajectory",
    "build_twin",
    "check_cases",
    "measure_twin",
    "run_model",
    "run_twin_reform",
]
