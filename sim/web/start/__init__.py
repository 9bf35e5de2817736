"""The start page: one question, one answer in a sentence and a picture, and where to go on."""

from sim.web.start.page import show_start

__all__ = ["show_start"]
