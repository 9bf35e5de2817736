"""Requisite: what the design of a public service does to citizens, staff and cost."""
