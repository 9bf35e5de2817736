"""The twin of the event model: its cases, calls and staff as stocks and flows."""
