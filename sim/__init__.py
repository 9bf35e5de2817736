"""Requisite: what the design of a public service does to citizens, staff and cost.

==================  =============================================================================
name                what it is
==================  =============================================================================
``list_services``   the names of the services that are shipped
``load_scenario``   a service from its name or file, with changes such as ``demand.variety=0``
``compare``         two designs of it side by side, with intervals
``simulate``        one run of one design: its event log and its measures
``Scenario``        a service: demand, staff, designs
``Comparison``      what `compare` returns
``Run``             what `simulate` returns
``RequisiteError``  every error raised on purpose; its message says what to do
``__version__``     the version
==================  =============================================================================

In a notebook::

    import sim
    scenario = sim.load_scenario("sickness-benefit")
    sim.compare(scenario, replications=10).to_frame()
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.analysis.comparison import Comparison, compare
    from sim.errors import RequisiteError
    from sim.experiment import Run, simulate
    from sim.scenario import Scenario, list_services, load_scenario

    __version__: str

__all__ = [
    "Comparison",
    "RequisiteError",
    "Run",
    "Scenario",
    "__version__",
    "compare",
    "list_services",
    "load_scenario",
    "simulate",
]

_HOMES = {
    "Comparison": "sim.analysis.comparison",
    "RequisiteError": "sim.errors",
    "Run": "sim.experiment",
    "Scenario": "sim.scenario",
    "compare": "sim.analysis.comparison",
    "list_services": "sim.scenario",
    "load_scenario": "sim.scenario",
    "simulate": "sim.experiment",
}


def __getattr__(name: str) -> Any:
    """Find a public name when it is first asked for.

    Every import of a part of this package runs this file first. Were it to import what it shows,
    `requisite --help` would wait for SciPy.
    """
    if name == "__version__":
        return import_module("sim.results").find_version("requisite")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
