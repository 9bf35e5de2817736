"""Sections of the page: what is assumed, and what was measured."""

from collections.abc import Sequence
from statistics import fmean

from benchmarks.national import assumed
from benchmarks.national.handling import SERVICE, Handling
from benchmarks.national.paper import RUNS, count_core_s
from benchmarks.national.runs import ENOUGH_S, Service
from benchmarks.report import Section

HOUR_S, MS, US = 3600.0, 1e3, 1e6


def write_assumed() -> Section:
    """Write what nobody measured."""
    rows = [
        ("municipalities", f"{assumed.MUNICIPALITIES}"),
        ("worlds", f"{assumed.WORLDS:,}"),
        ("designs", f"{assumed.DESIGNS}"),
        ("price of a core-hour", f"{assumed.PRICE_PER_CORE_HOUR} EUR"),
        ("time between failures of a worker", f"{assumed.MTBF_S / HOUR_S:g} h"),
        ("until another is in its place", f"{assumed.BACK_AFTER_S:g} s"),
        ("memory of the machine that plans", f"{assumed.MEMORY_GIB} GiB"),
    ]
    note = "None of these was measured. Other machines may also be faster or slower than this one."
    return Section("Assumed", note, ("what", "assumed"), rows, [])


def write_services(services: Sequence[Service]) -> Section:
    """Write what the runs take."""
    rows = [
        (
            one.name,
            str(len(one.run_s)),
            f"{one.mean_s * MS:.1f} ({min(one.run_s) * MS:.1f}–{max(one.run_s) * MS:.1f})",
            f"{RUNS:,}",
            f"{RUNS * one.mean_s / HOUR_S:,.0f}",
        )
        for one in services
    ]
    core_hours = count_core_s(services) / HOUR_S
    rows.append(("all", "", "", f"{RUNS * len(services):,}", f"{core_hours:,.0f}"))
    note = (
        "Measured: processor time of a run at each service's own days, in worlds of a Latin "
        "hypercube over all that has a range; the mean, the least and the most. Once a service has "
        f"had {ENOUGH_S:g} s no further world is run, so long runs are known from a few worlds, of "
        "a wide spread: their core-hours tell an order of magnitude and little more. A world that "
        "is refused counts with the little that it took. At the assumed "
        f"price that is {core_hours * assumed.PRICE_PER_CORE_HOUR:,.0f} EUR (assumed)."
    )
    columns = ("service", "worlds tried", "a run, ms", "runs", "core-hours")
    return Section("Runs", note, columns, rows, [])


def write_handling(handling: Handling) -> Section:
    """Write what chunks, rows and points cost."""
    times = handling.collector_s
    rows = [
        ("scheduler, a chunk (CPU)", f"{handling.scheduler_s * MS:.2f} ms"),
        (
            "handing out and collecting, a chunk",
            f"{fmean(times) * MS:.2f} ms (to {max(times) * MS:.1f})",
        ),
        ("looking for a chunk", f"{handling.look_s * US:.1f} µs"),
        ("a chunk, beside its rows", f"{handling.chunk_bytes:,.0f} bytes"),
        ("a row of a chunk", f"{handling.chunk_row_bytes:.0f} bytes"),
        ("a row of the table", f"{handling.table_row_bytes:.0f} bytes"),
        ("making the table, a row", f"{handling.table_row_s * US:.1f} µs"),
        ("making the table, a chunk", f"{handling.table_chunk_s * MS:.2f} ms"),
        ("a point of a plan, in memory", f"{handling.point_bytes:,.0f} bytes"),
    ]
    note = (
        "Measured here: a scheduler of Dask and two workers on this machine; the disk is waited "
        "for (fsync) and that is in the collector's time, as is waiting for a processor where the "
        f"machine has other work: its load is told above. Rows and points are of {SERVICE}, "
        "points with all its factors."
    )
    return Section("Chunks, rows and points", note, ("what", "measured"), rows, [])
