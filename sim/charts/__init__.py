"""Charts of results: values in, Plotly figures out. No page is needed to draw one."""

from sim.charts.arms import Arm, colour_design, draw_arms
from sim.charts.attribution import plot_ladder, plot_shares
from sim.charts.breakeven import plot_breakeven
from sim.charts.breakeven_line import plot_breakeven_line
from sim.charts.breakeven_map_on_page import Named, plot_map_on_page
from sim.charts.cost_cut import CostCut, cut_costs, plot_cost_cut
from sim.charts.day_lines import TwoDays, plot_day_lines
from sim.charts.guesses import Choice, draw_choices, plot_numbers
from sim.charts.look import DESIGN_COLOURS
from sim.charts.on_page import set_on_page
from sim.charts.pairs import Pair, plot_pairs
from sim.charts.squeeze import plot_squeeze
from sim.charts.steering import plot_steering, plot_steering_on_page
from sim.charts.xmr import XmrPanel, XmrStretch, plot_xmr

__all__ = [
    "DESIGN_COLOURS",
    "Arm",
    "Choice",
    "CostCut",
    "Named",
    "Pair",
    "TwoDays",
    "XmrPanel",
    "XmrStretch",
    "colour_design",
    "cut_costs",
    "draw_arms",
    "draw_choices",
    "plot_breakeven",
    "plot_breakeven_line",
    "plot_cost_cut",
    "plot_day_lines",
    "plot_ladder",
    "plot_map_on_page",
    "plot_numbers",
    "plot_pairs",
    "plot_shares",
    "plot_squeeze",
    "plot_steering",
    "plot_steering_on_page",
    "plot_xmr",
    "set_on_page",
]
