"""The page on steering: two managers who differ in nothing but the figure that they look at."""

from sim.web.steering.page import show_steering

__all__ = ["show_steering"]
