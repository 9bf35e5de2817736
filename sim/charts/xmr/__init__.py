"""Capability charts (XmR): values over time, and their natural process limits."""

from sim.charts.xmr.plot import plot_xmr
from sim.charts.xmr.sheet import XmrPanel, XmrStretch

__all__ = ["XmrPanel", "XmrStretch", "plot_xmr"]
