"""Phones in a room: who may come in, what they are asked, and their guesses.

No page is known here, and no Streamlit: a phone is sent a small page of its own, by a listener of
its own, so that nothing else of the server can be reached from the network.
"""

from sim.web.phones.listening import Listening, listen
from sim.web.phones.room import Room, Round, close_room, find_room, open_room

__all__ = ["Listening", "Room", "Round", "close_room", "find_room", "listen", "open_room"]
