"""Packing a bundle: the same folder gives the same bytes.

Names are in order, times are one and the same, and nothing is compressed: another version of a
library would compress otherwise, and what is large is so already.
"""

import json
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sim.errors import RunError
from sim.message import Message
from sim.report.bundle.contents import (
    FORM,
    INDEX,
    MANIFEST,
    MOST_BYTES,
    MOST_TABLE_BYTES,
    OF_SERIES,
    POINTS,
    README,
    REQUIREMENTS,
    RUNS,
    SCENARIOS,
    SERIES,
    STRESS,
    TABLE,
    Table,
    hash_of,
)
from sim.report.bundle.hashing import hash_table
from sim.report.bundle.readme import write_readme
from sim.report.bundle.requirements import list_requirements
from sim.report.stress import write_stress
from sim.report.stress.reading import check_of_services
from sim.sweep import Sweep

TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP file knows."""
UNIX, PLAIN_FILE = 3, 0o100644 << 16


def pack_bundle(sweep: Sweep) -> bytes:
    """Return the bundle of a sweep, as a ZIP file.

    Raises
    ------
    RunError
        If the sweep is not finished, ran no services, or is too large.
    """
    check_of_services(sweep)
    table = hash_table(sweep.folder.runs)
    _check_finished(sweep, table)
    tables = {TABLE: table}
    if sweep.manifest.series:
        tables[OF_SERIES] = hash_table(sweep.folder.series)
    files = _gather(sweep)
    title, made_with = _name(sweep), sweep.manifest.fingerprint
    files[README] = write_readme(title, made_with, [*files, INDEX], tables).encode()
    files[INDEX] = _write_index(files, tables, made_with)
    return _zip(sweep, files)


def _name(sweep: Sweep) -> str:
    return sweep.manifest.title or ", ".join(part.name for part in sweep.plan.parts)


def _check_finished(sweep: Sweep, table: Table) -> None:
    """Check that the table has all runs: it may be of a moment before the end."""
    manifest = sweep.manifest
    runs = sum(stage.units for stage in manifest.stages) * len(manifest.designs)
    if not manifest.is_finished or table.rows != runs:
        raise RunError(
            Message(
                "{folder}: this sweep is not finished; finish it first: requisite sweep resume "
                "{folder}",
                folder=sweep.folder.path,
            )
        )


def _gather(sweep: Sweep) -> dict[str, bytes]:
    """Return the files of the folder that make the sweep, and what is written about it."""
    folder = sweep.folder
    files = {
        f"{SCENARIOS}/{number}.json": folder.scenario(number).read_bytes()
        for number in range(len(sweep.plan.parts))
    }
    files[MANIFEST] = (folder.path / MANIFEST).read_bytes()
    files[POINTS] = folder.points.read_bytes()
    files[STRESS] = write_stress(sweep).encode()
    lines = list_requirements(sweep.manifest.fingerprint)
    files[REQUIREMENTS] = "".join(f"{line}\n" for line in lines).encode()
    tables = {RUNS: folder.runs, **({SERIES: folder.series} if sweep.manifest.series else {})}
    for name, file in tables.items():
        if file.stat().st_size <= MOST_TABLE_BYTES:
            files[name] = file.read_bytes()
    return files


def _write_index(
    files: Mapping[str, bytes], tables: Mapping[str, Table], made_with: Mapping[str, str]
) -> bytes:
    index = {
        "form": FORM,
        "made_with": dict(made_with),
        **{name: table._asdict() for name, table in tables.items()},
        "files": {name: hash_of(files[name]) for name in sorted(files)},
    }
    return f"{json.dumps(index, indent=1)}\n".encode()


def _zip(sweep: Sweep, files: Mapping[str, bytes]) -> bytes:
    if sum(map(len, files.values())) > MOST_BYTES:
        raise RunError(
            Message(
                "{folder}: too large for a bundle (at most {n} MB); deposit the folder itself",
                folder=sweep.folder.path,
                n=MOST_BYTES // 1_000_000,
            )
        )
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name in sorted(files):
            about = ZipInfo(name, TIME)
            about.create_system, about.external_attr = UNIX, PLAIN_FILE
            archive.writestr(about, files[name])
    return stream.getvalue()
