"""The page for a room: a question, everybody's guess, and what the model shows beside them."""

from sim.web.room.page import show_room

__all__ = ["show_room"]
