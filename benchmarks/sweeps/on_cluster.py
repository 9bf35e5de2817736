"""A sweep on a cluster of this machine, left alone, and with workers and scheduler lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.report import Section, Target
from benchmarks.sweeps.amount import REPLICATIONS, Amount
from benchmarks.sweeps.machines import Machines, running_machines
from benchmarks.sweeps.models import SHORT, plan_points
from benchmarks.sweeps.swept import Swept, hash_table, read_timings, sweep
from sim.sweep import connecting, run

WORKERS = 2
LOSES_WORKER_AT, LOSES_SCHEDULER_AT = 0.1, 0.4
"""Of the runs."""
LOST = "one worker lost, then the scheduler"
COLUMNS = (
    "what happens",
    "runs",
    "workers that made chunks",
    "runs a second",
    "efficiency",
    "between the first chunk and the last",
    "the same bytes",
)


@contextmanager
def connected(scratch: Path) -> Iterator[tuple[Machines, Any]]:
    """Return a cluster whose workers are there, and a client of it."""
    with running_machines(scratch, WORKERS) as machines, connecting(machines.address) as client:
        found: Any = client
        found.wait_for_workers(WORKERS)
        yield machines, found


def measure_cluster(amount: Amount, folder: Path, undisturbed: str) -> Section:
    """Run it undisturbed; then lose a worker and, later, the scheduler."""
    with connected(folder / "scratch") as (machines, client):
        alone = _sweep_alone(amount, folder / "alone", client)
        disturbed = folder / "disturbed"
        _sweep_disturbed(amount, disturbed, client, machines)
    tables = [alone.table, hash_table(disturbed)]
    same = [table == undisturbed for table in tables]
    rows = [
        _say_alone(alone, _count_workers(folder / "alone"), same[0]),
        (LOST, f"{amount.runs:,}", _count_workers(disturbed), "", "", "", _say_same(same[1])),
    ]
    return Section(
        "On a cluster",
        f"`dask scheduler` and {WORKERS} `dask worker --nthreads 1 --no-nanny` on this machine, "
        "which share its processors with the scheduler and with whoever collects. In the second "
        f"row a worker is killed at {LOSES_WORKER_AT:.0%} of the runs and another begun, and the "
        f"scheduler is killed at {LOSES_SCHEDULER_AT:.0%} and begun anew.",
        COLUMNS,
        rows,
        [Target("tables the same as the serial one", sum(same), least=2, unit="of 2")],
    )


def _sweep_alone(amount: Amount, out: Path, client: Any) -> Swept:
    plan = plan_points(amount.runs // REPLICATIONS)
    return sweep(plan, out, WORKERS, model=SHORT, replications=REPLICATIONS, executor=client)


def _sweep_disturbed(amount: Amount, out: Path, client: Any, machines: Machines) -> None:
    acts = [
        (LOSES_WORKER_AT * amount.runs, machines.lose_worker),
        (LOSES_SCHEDULER_AT * amount.runs, machines.lose_scheduler),
    ]
    run(
        plan_points(amount.runs // REPLICATIONS),
        out=out,
        model=SHORT,
        replications=REPLICATIONS,
        executor=client,
        on_progress=lambda done, total: _act(done, acts),
    )


def _act(done: int, acts: list[tuple[float, Callable[[], None]]]) -> None:
    """Do what is due after so many runs."""
    while acts and done > acts[0][0]:
        acts.pop(0)[1]()


def _count_workers(folder: Path) -> str:
    return str(len(set(read_timings(folder / "timings.parquet")["worker"])))


def _say_alone(swept: Swept, workers: str, is_same: bool) -> tuple[str, ...]:
    return (
        "nothing",
        f"{swept.runs:,}",
        workers,
        f"{swept.runs_per_s:.0f}",
        f"{swept.efficiency:.1%}",
        f"{swept.efficiency_under_way:.1%}",
        _say_same(is_same),
    )


def _say_same(is_same: bool) -> str:
    return "yes" if is_same else "**no**"
