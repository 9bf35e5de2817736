"""A model run: its equations stepped through time by Euler's method, compiled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dynamics.system.equations import TIME, Model
from sim.dynamics.system.program import write_program


class Trajectory(NamedTuple):
    """The course of a model.

    Attributes
    ----------
    names
        Time, stocks and quantities.
    values
        Their values at each moment that was kept, shape (moments, names).
    """

    names: tuple[str, ...]
    values: NDArray[np.float64]

    def course(self, name: str) -> NDArray[np.float64]:
        """Return the course of one of them, shape (moments,)."""
        return self.values[:, self.names.index(name)]


def run_model(
    model: Model, days: float, *, keep_every: int = 1, from_day: float = 0.0
) -> Trajectory:
    """Run a model from its start.

    Parameters
    ----------
    model
        The equations.
    days
        How long.
    keep_every
        Steps between the moments that are kept.
    from_day
        The moment at which it begins.
    """
    from sim.dynamics.system.loop import step_on  # who only looks at a course does not compile

    program = write_program(model)
    steps = round(days / model.step)
    names = tuple(program.places)
    kept = np.empty((steps // keep_every + 1, len(names)))
    step_on(
        program.code,
        program.kind,
        program.start,
        program.registers.copy(),
        program.table_start,
        program.table_x,
        program.table_y,
        program.flow,
        program.sign,
        program.flow_start,
        from_day,
        model.step,
        steps,
        keep_every,
        kept,
    )
    assert names[program.time] == TIME
    return Trajectory(names, kept)
