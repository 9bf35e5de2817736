"""Hashes of a table: of its file, and of its values alone."""

import json
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from sim.report.bundle.contents import Table

ROWS_AT_ONCE = 65_536


def hash_table(file: Path) -> Table:
    """Return what is known of a table."""
    from pyarrow import parquet

    with file.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    with parquet.ParquetFile(file) as opened:
        return Table(digest, _hash_values(opened), opened.metadata.num_rows)


def _hash_values(opened: Any) -> str:
    """Return a hash of the values, column by column; what a file says beside them is left out."""
    names = opened.schema_arrow.names
    digests = {name: sha256(name.encode()) for name in names}
    for batch in opened.iter_batches(ROWS_AT_ONCE):
        for name, column in zip(names, batch.columns, strict=True):
            digests[name].update(_pack(column))
    whole = sha256()
    for digest in digests.values():
        whole.update(digest.digest())
    return whole.hexdigest()


def _pack(column: Any) -> bytes:
    """Return the values of a column as bytes that are the same on any machine."""
    import numpy as np
    import pyarrow as pa

    if not pa.types.is_floating(column.type):
        return "".join(f"{json.dumps(value)}\n" for value in column.to_pylist()).encode()
    values = column.to_numpy(zero_copy_only=False).astype("<f8")
    return bytes(np.where(np.isnan(values), np.nan, values).astype("<f8").tobytes())
