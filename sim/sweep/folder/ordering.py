"""The order of rows in tables: by points, designs and replications, whatever their chunks were."""

from collections.abc import Sequence
from typing import Any

from sim.sweep.columns import build_column
from sim.sweep.table import DESIGN, POINT, REPLICATION

PLACE = "place"
"""A column that is added: which of the designs it is."""


def order_rows(block: Any, designs: Sequence[str]) -> Any:
    """Return an Arrow table of rows in order, with the place of their design."""
    import pyarrow as pa
    from pyarrow import compute

    places = compute.index_in(block[DESIGN], build_column(designs, pa.string())).combine_chunks()
    return block.append_column(PLACE, places).sort_by(
        [(POINT, "ascending"), (PLACE, "ascending"), (REPLICATION, "ascending")]
    )
