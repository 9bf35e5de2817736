"""Sweeps: a service, or several, at many points of what a design and the world may choose.

==================  =============================================================================
name                what it is
==================  =============================================================================
``Plan``            what is varied, and at which points: ``grid``, ``lhs``, ``sobol``, ``morris``,
                    ``factorial``, ``from_table``
``run``             runs a plan into a folder, here, on all processors, or on a cluster
``resume``          goes on with what was begun
``load``            reads what came of it
``Until``           a rule by which each point gets as many replications as it needs
``Sweep``           what these return: its points and its runs as tables
==================  =============================================================================
"""

from typing import TYPE_CHECKING

from sim.lazy import attach

if TYPE_CHECKING:
    from sim.sweep.begin import resume, run
    from sim.sweep.folder.status import Status
    from sim.sweep.plan import Plan, Until
    from sim.sweep.running.asked import Asked, ask_of_services
    from sim.sweep.running.cluster import Tls
    from sim.sweep.running.cost import Cost, estimate_cost
    from sim.sweep.running.executors import connecting
    from sim.sweep.running.model import Model
    from sim.sweep.running.run import Ran
    from sim.sweep.sweep import Sweep, compact, find_status, load
    from sim.sweep.table import Outcome, Table

__all__ = [
    "Asked",
    "Cost",
    "Model",
    "Outcome",
    "Plan",
    "Ran",
    "Status",
    "Sweep",
    "Table",
    "Tls",
    "Until",
    "ask_of_services",
    "compact",
    "connecting",
    "estimate_cost",
    "find_status",
    "load",
    "resume",
    "run",
]

__getattr__ = attach(
    __name__,
    {
        "resume": "sim.sweep.begin:resume",
        "run": "sim.sweep.begin:run",
        "Status": "sim.sweep.folder.status:Status",
        "Plan": "sim.sweep.plan:Plan",
        "Until": "sim.sweep.plan:Until",
        "Asked": "sim.sweep.running.asked:Asked",
        "Model": "sim.sweep.running.model:Model",
        "ask_of_services": "sim.sweep.running.asked:ask_of_services",
        "Tls": "sim.sweep.running.cluster:Tls",
        "Cost": "sim.sweep.running.cost:Cost",
        "estimate_cost": "sim.sweep.running.cost:estimate_cost",
        "connecting": "sim.sweep.running.executors:connecting",
        "Ran": "sim.sweep.running.run:Ran",
        "Sweep": "sim.sweep.sweep:Sweep",
        "compact": "sim.sweep.sweep:compact",
        "find_status": "sim.sweep.sweep:find_status",
        "load": "sim.sweep.sweep:load",
        "Outcome": "sim.sweep.table:Outcome",
        "Table": "sim.sweep.table:Table",
    },
)
