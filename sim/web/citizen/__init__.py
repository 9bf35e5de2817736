"""The page on which one follows a citizen through both designs."""

from sim.web.citizen.page import show_citizen

__all__ = ["show_citizen"]
