"""Pages that need nothing else, to be read, printed and sent: of a comparison, of a lesson."""

from sim.report.guide import write_guide
from sim.report.report import write_report

__all__ = ["write_guide", "write_report"]
