"""A report of a comparison: one page that needs nothing else, to be read, printed and sent."""

from sim.report.report import write_report

__all__ = ["write_report"]
