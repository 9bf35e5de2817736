"""Estimates of a service from its case log: what the data say, how surely, or why they cannot."""

from sim.own.estimates.find import estimate

__all__ = ["estimate"]
