"""A sweep over two quantities: what is varied, running it in the background, what came of it."""

from sim.web.research.sweep.fold import show_sweep

__all__ = ["show_sweep"]
