"""The README of a bundle: what it holds, and how to make it again."""

from collections.abc import Mapping, Sequence

from sim.report.bundle.contents import (
    OF_SERIES,
    REQUIREMENTS,
    RUNS,
    SERIES,
    STRESS,
    TABLE,
    Table,
)
from sim.report.stress.markdown import code, escape, join_blocks, write_bullets, write_table

ABOUT = {
    "STRESS.md": "what was simulated, and how, after the STRESS-DES guidelines",
    "bundle.json": "hashes of the other files and of the tables",
    "manifest.json": "plan, settings, cohorts and versions",
    "points.parquet": "a row a design point",
    "requirements.txt": "every package, with its version",
    "runs.parquet": "a row a design point x design x replication",
    "series.parquet": "a row a week of each run",
}
OF = {TABLE: ("runs", RUNS), OF_SERIES: ("series", SERIES)}
"""What each table is of, and its file."""
COMMANDS = f"""```sh
python -m venv again && . again/bin/activate
pip install -r {REQUIREMENTS}
requisite reproduce BUNDLE.zip --out again/sweep
```"""


def write_readme(
    title: str, made_with: Mapping[str, str], names: Sequence[str], tables: Mapping[str, Table]
) -> str:
    """Write the README.

    Parameters
    ----------
    title
        What the sweep is called.
    made_with
        Versions that its runs were made with.
    names
        The other files of the bundle.
    tables
        What is known of its tables.
    """
    versions = ", ".join(f"{escape(name)} {code(found)}" for name, found in made_with.items())
    return (
        join_blocks(
            [
                f"# {escape(title)}",
                "All that is needed to run a sweep of Requisite again, and to tell whether it is "
                f"the same. It was made with {versions}.",
                "## To make it again",
                COMMANDS,
                "It checks this file, runs the sweep into a new folder, and compares the table of "
                "runs. Where the sources that a run reads are the same (`sources` above), the "
                "table is the same to the last byte. A version that is not published has to be "
                "installed from its sources.",
                *(
                    _tell_table(name, of, is_here=OF[name][1] in names)
                    for name, of in tables.items()
                ),
                "## What is here",
                write_table(("file", "what it is"), ((code(n), _tell(n)) for n in sorted(names))),
                f"What only the authors can say is marked in {code(STRESS)}.",
            ]
        )
        + "\n"
    )


def _tell_table(name: str, table: Table, *, is_here: bool) -> str:
    title, file = OF[name]
    hashes = write_bullets(
        [
            f"SHA-256 of the table of {title}: {code(table.sha256)}",
            f"SHA-256 of its values alone: {code(table.values_sha256)}",
            f"rows: {table.rows}",
        ]
    )
    return hashes if is_here else join_blocks([hashes, f"{code(file)} is too large to be here."])


def _tell(name: str) -> str:
    return ABOUT.get(name, "a service as it is before any point")
