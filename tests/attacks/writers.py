"""Every way in which the product writes a file, in two versions that can be told apart."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from sim.analysis.robustness.kept import load_kept, write_kept
from sim.calendar import Calendar
from sim.cli.output import write_chart
from sim.engines.fast.machine.sealed import write_sealed
from sim.eventlog import COLUMNS, EventLog
from sim.files import write_text
from sim.results import write_events
from sim.results.tables import write_frame

Write = Callable[[Path, int], None]
"""Writes a version of something to a file, over what is there."""
ROWS = 20_000


def write_a_table(path: Path, version: int) -> None:
    frame = pd.DataFrame({"measure": "days", "mean": np.arange(ROWS) + version / 8})
    write_frame(frame, path, overwrite=True, about={"version": version})


def write_a_log(path: Path, version: int) -> None:
    counted = np.arange(ROWS, dtype=np.int64)
    columns = {name: counted % 7 + version for name in COLUMNS}
    log = EventLog(**{**columns, "time_s": counted})
    write_events(log, Calendar(5, 28_800, 28_800), path, overwrite=True)


def write_a_chart(path: Path, version: int) -> None:
    figure = go.Figure(go.Scatter(y=[version]))
    write_chart([figure], path, title=f"version {version}", overwrite=True)


def write_what_is_kept(path: Path, version: int) -> None:
    kept = load_kept()
    write_kept({name: one._replace(seed=version) for name, one in kept.items()}, path)


def write_code(path: Path, version: int) -> None:
    write_sealed(path, bytes([version]) * 1_000_000)


def write_a_page(path: Path, version: int) -> None:
    write_text(path, f"version {version}\n" * ROWS, overwrite=True)


WRITERS: Mapping[str, Write] = {
    "table.parquet": write_a_table,
    "table.csv": write_a_table,
    "log.parquet": write_a_log,
    "log.csv": write_a_log,
    "chart.html": write_a_chart,
    "kept.json": write_what_is_kept,
    "engine.code": write_code,
    "page.md": write_a_page,
}
"""By the name of the file. A calibrated scenario is written as a page is, to new files only."""
