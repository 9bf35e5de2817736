"""What is taken away: pages to be read, printed and sent, commands, files of a comparison."""

from sim.report.command import name_scenario, tell_command, tell_command_of
from sim.report.excel import write_excel
from sim.report.files import write_csv, write_json, write_runs
from sim.report.guide import write_guide
from sim.report.naming import name_files
from sim.report.report import write_report

__all__ = [
    "name_files",
    "name_scenario",
    "tell_command",
    "tell_command_of",
    "write_csv",
    "write_excel",
    "write_guide",
    "write_json",
    "write_report",
    "write_runs",
]
