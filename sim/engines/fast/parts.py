"""What a job will leave in the books when it is finished: its parts, and what happened in it."""

from typing import Any

from sim.engines.fast.arrays import after_of, parts_of
from sim.engines.fast.compiled import inlined


@inlined
def spend(world: Any, task: Any, activity: Any, seconds: int) -> None:
    """Add time to the job."""
    if seconds > 0:
        part = parts_of(world)[task.worker, task.parts]
        part.activity, part.seconds = activity.value, seconds
        task.parts += 1
        task.busy_s += seconds


@inlined
def note(world: Any, task: Any, kind: Any, step: int, amount: int) -> None:
    """Note an event to log when the job is finished."""
    after = after_of(world)[task.worker, task.after]
    after.kind, after.step, after.amount = kind.value, step, amount
    task.after += 1
