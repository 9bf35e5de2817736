"""Counts of what came, by day and hour: how much comes, how evenly, and when it is open."""

from sim.own.counts.measure import Counted, measure_counts
from sim.own.counts.reading import Counts, load_counts, read_counts

__all__ = ["Counted", "Counts", "load_counts", "measure_counts", "read_counts"]
