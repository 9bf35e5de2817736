"""Analyses of a sweep: what an outcome depends on, where it turns, and what to choose."""

from sim.analysis.sensitivity.conditions import (
    Bound,
    Boxes,
    DiscoveredBox,
    Limit,
    Rule,
    Rules,
    find_boxes,
    find_rules,
)
from sim.analysis.sensitivity.effects import Swing, Tornado, find_tornado
from sim.analysis.sensitivity.fitting import Analysed, Screening, analyse_what_fits
from sim.analysis.sensitivity.indices import FactorIndex, Indices, find_morris, find_sobol
from sim.analysis.sensitivity.join import join_frames
from sim.analysis.sensitivity.left_out import LeftOut, tell_left_out
from sim.analysis.sensitivity.regret import BestDesign, DecisionRegret, Regret, find_regret
from sim.analysis.sensitivity.result import About, SensitivityResult
from sim.analysis.sensitivity.surface import (
    BreakevenMap,
    MapCell,
    Surface,
    SurfaceCell,
    Validation,
    find_breakeven_map,
    find_surface,
)
from sim.analysis.sensitivity.target import COST, Of

__all__ = [
    "COST",
    "About",
    "Analysed",
    "BestDesign",
    "Bound",
    "Boxes",
    "BreakevenMap",
    "DecisionRegret",
    "DiscoveredBox",
    "FactorIndex",
    "Indices",
    "LeftOut",
    "Limit",
    "MapCell",
    "Of",
    "Regret",
    "Rule",
    "Rules",
    "Screening",
    "SensitivityResult",
    "Surface",
    "SurfaceCell",
    "Swing",
    "Tornado",
    "Validation",
    "analyse_what_fits",
    "find_boxes",
    "find_breakeven_map",
    "find_morris",
    "find_regret",
    "find_rules",
    "find_sobol",
    "find_surface",
    "find_tornado",
    "join_frames",
    "tell_left_out",
]
