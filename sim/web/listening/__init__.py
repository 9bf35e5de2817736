"""Listening for an hour: the pad on which contacts are counted, and the sheet they come to.

No page is known here, and no Streamlit: the desk's page and the phones show the same pad.
"""

from sim.web.listening.heard import Heard, read_heard
from sim.web.listening.pad import CSS, SCRIPT, list_settings
from sim.web.listening.sheet import MOST_CONTACTS, Sheet

__all__ = ["CSS", "MOST_CONTACTS", "SCRIPT", "Heard", "Sheet", "list_settings", "read_heard"]
