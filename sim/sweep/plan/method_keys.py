"""The keys of a plan file that belong to a method: which it must be told, and which it knows."""

from collections.abc import Iterator

from sim.message import Message
from sim.sweep.plan.plan import LEVELS, NO_SAMPLING, STEPS
from sim.sweep.plan.sampling import GRID, LHS, MORRIS, SAMPLED, SOBOL, TABLE, Sampling
from sim.sweep.plan.schema import PlanFile

NEEDS = {LHS: "points", SOBOL: "base", MORRIS: "trajectories", TABLE: "file"}
"""What a method must be told."""
OF_METHODS = {
    "points": (LHS,),
    "base": (SOBOL,),
    "second_order": (SOBOL,),
    "trajectories": (MORRIS,),
    "levels": (MORRIS,),
    "steps": (GRID,),
    "file": (TABLE,),
    "sampling_seed": SAMPLED,
}
"""The keys that not all methods know."""


def check_method(file: PlanFile, broken: set[str]) -> Iterator[Message]:
    """Yield what the method must be told and is not, and what it does not know."""
    needed = NEEDS.get(file.method)
    if needed and getattr(file, needed) is None and needed not in broken:
        yield Message(
            "{key}: missing, a plan of method {method} has it", key=needed, method=file.method
        )
    for key, methods in OF_METHODS.items():
        if getattr(file, key) is not None and file.method not in methods:
            of = ", ".join(methods)
            yield Message(
                "{key}: found in a plan of method {method}, expected only with {methods}",
                key=key,
                method=file.method,
                methods=of,
            )


def read_sampling(file: PlanFile) -> Sampling:
    """Return the numbers that its method is given, or those that are usual.

    Where one is missing, which is told elsewhere, the least, so that all else is looked at.
    """
    usual = {
        LHS: Sampling(points=file.points or 1),
        SOBOL: Sampling(base=file.base or 2, second_order=bool(file.second_order)),
        MORRIS: Sampling(trajectories=file.trajectories or 2, levels=file.levels or LEVELS),
        GRID: Sampling(steps=file.steps or STEPS),
    }
    return usual.get(file.method, NO_SAMPLING)
