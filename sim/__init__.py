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
``Plan``            what a sweep varies, and at which points: `Plan.grid`, `Plan.lhs` and others
``sweep``           the module that runs a plan: `sweep.run`, `sweep.resume`
``load_sweep``      a sweep from its folder
``Sweep``           what `load_sweep` and `sweep.run` return: its points and runs as tables
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
    from sim import sweep
    from sim.analysis.comparison import Comparison, compare
    from sim.errors import RequisiteError
    from sim.experiment import Run, simulate
    from sim.scenario import Scenario, list_services, load_scenario
    from sim.sweep import Plan, Sweep
    from sim.sweep import load as load_sweep

    __version__: str

__all__ = [
    "Comparison",
    "Plan",
    "RequisiteError",
    "Run",
    "Scenario",
    "Sweep",
    "__version__",
    "compare",
    "list_services",
    "load_scenario",
    "load_sweep",
    "simulate",
    "sweep",
]

_HOMES = {
    "Comparison": "sim.analysis.comparison:Comparison",
    "Plan": "sim.sweep:Plan",
    "RequisiteError": "sim.errors:RequisiteError",
    "Run": "sim.experiment:Run",
    "Scenario": "sim.scenario:Scenario",
    "Sweep": "sim.sweep:Sweep",
    "compare": "sim.analysis.comparison:compare",
    "list_services": "sim.scenario:list_services",
    "load_scenario": "sim.scenario:load_scenario",
    "load_sweep": "sim.sweep:load",
    "simulate": "sim.experiment:simulate",
    "sweep": "sim.sweep",
}
"""Where each is found: a module, and its name there; without a name, the module itself."""


def __getattr__(name: str) -> Any:
    """Find a public name when it is first asked for.

    Every import of a part of this package runs this file first. Were it to import what it shows,
    `requisite --help` would wait for SciPy.
    """
    if name == "__version__":
        return import_module("sim.results").find_version("requisite")
    if name in _HOMES:
        home, _, inside = _HOMES[name].partition(":")
        module = import_module(home)
        return getattr(module, inside) if inside else module
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
