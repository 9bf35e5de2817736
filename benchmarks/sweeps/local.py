"""Many runs on the processors of this machine: efficiency, and memory of whoever collects."""

from pathlib import Path

from benchmarks.report import Section, Target
from benchmarks.sweeps.amount import Amount
from benchmarks.sweeps.apart import DAYS, FUNCTION, SERVICE, Apart, sweep_apart

LEAST_EFFICIENCY, MOST_MIB = 0.97, 400.0
COLUMNS = (
    "what is run",
    "runs",
    "processes",
    "CPU a run, ms",
    "runs a second",
    "by the clock, s",
    "until the first chunk, s",
    "after the last, s",
    "efficiency",
    "between the first chunk and the last",
    "peak memory, MiB",
)


def measure_local(amount: Amount, folder: Path, undisturbed: str) -> Section:
    """Sweep a function and a service, each in a process of its own."""
    found = {name: sweep_apart(folder / name, name, amount.runs) for name in (FUNCTION, SERVICE)}
    targets = [target for name, one in found.items() for target in _hold(name, one)]
    is_same = found[FUNCTION].swept.table == undisturbed
    targets.append(Target("tables the same as the serial one", is_same, least=1, unit="of 1"))
    return Section(
        f"{amount.runs:,} runs on this machine",
        f'`run(..., executor="local")` of the function, and of {SERVICE} over {DAYS} days in both '
        "designs. Efficiency is the processor time within runs, as a part of all that the "
        "processes had from the call until its tables are written: the pilot, the beginning of "
        "processes, and the tables are all in it. Memory is that of the process "
        "that hands out and collects.",
        COLUMNS,
        [_say(name, one) for name, one in found.items()],
        targets,
    )


def _hold(name: str, one: Apart) -> list[Target]:
    least = LEAST_EFFICIENCY * 100
    return [
        Target(f"{name}: efficiency", one.swept.efficiency * 100, least=least, unit="%"),
        Target(f"{name}: peak memory of the parent", one.peak_mib, most=MOST_MIB, unit="MiB"),
    ]


def _say(name: str, one: Apart) -> tuple[str, ...]:
    swept = one.swept
    return (
        name,
        f"{swept.runs:,}",
        str(swept.workers),
        f"{1_000 * swept.cpu_s / swept.runs:.1f}",
        f"{swept.runs_per_s:.0f}",
        f"{swept.wall_s:.1f}",
        f"{swept.first_s:.1f}",
        f"{swept.wall_s - swept.last_s:.1f}",
        f"{swept.efficiency:.1%}",
        f"{swept.efficiency_under_way:.1%}",
        f"{one.peak_mib:.0f}",
    )
