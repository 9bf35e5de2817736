"""A sweep in EMA Workbench: its own points, as many processes as asked for."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ema_workbench import (
    Model,
    MultiprocessingEvaluator,
    RealParameter,
    ScalarOutcome,
    perform_experiments,
)

from benchmarks.sweeps.work import RANGES, Function


def _call(function: Function, **point: float) -> Mapping[str, float]:
    return function(point, 1, 0)


def sweep(function: Function, points: Sequence[Sequence[float]], processes: int) -> int:
    """Run a function at as many points; return the number of results."""
    model = Model("fixed", function=partial(_call, function))
    model.uncertainties = [RealParameter(name, *ends) for name, ends in RANGES.items()]
    model.outcomes = [ScalarOutcome("y")]
    with MultiprocessingEvaluator(model, n_processes=processes) as evaluator:
        found: tuple[Any, dict[str, Any]] = perform_experiments(
            model, scenarios=len(points), evaluator=evaluator, log_progress=True
        )
    return len(found[1]["y"])
