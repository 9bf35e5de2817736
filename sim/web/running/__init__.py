"""Making what visitors ask for: once for all who ask alike, the short before the long, in bounds.

No page is known here, and no Streamlit: whoever shows pages asks the `Scheduler`.
"""

from sim.web.running.jobs import Compare, Judge
from sim.web.running.lane import Lane
from sim.web.running.process import WorkerProcess
from sim.web.running.results import Results, Unkept
from sim.web.running.scheduler import Scheduler
from sim.web.running.shared import SharedRun, State

__all__ = [
    "Compare",
    "Judge",
    "Lane",
    "Results",
    "Scheduler",
    "SharedRun",
    "State",
    "Unkept",
    "WorkerProcess",
]
