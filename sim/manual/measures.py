"""The reference page of measures, written from their docstrings.

``python -m sim.manual.measures`` writes it to `PAGE`.
"""

from pathlib import Path

from sim.files import write_text
from sim.measures import FAMILIES, Measure, read_docstring

PAGE = Path(__file__).parents[2] / "docs" / "measures.md"

INTRO = """
# The measures

Every measure reads the ledger, a fold of the event log, and knows no engine. This page is written
from the docstrings by `python -m sim.manual.measures`; a test keeps it current.

**Whom they are about.** A *cohort*: the citizens with one-off cases who arrive within the days
asked for, each followed until the log ends. Clients with visits go on for long: all clients of
those days belong to it, with what happens to them within those days. Where something is counted by
case, a client counts as one case for each month of 30 calendar days. *Citizens helped* are the
one-off cases whose need is met, and those months of clients.

**Days** are calendar days, as citizens live them. **An upper limit** is the upper natural process
limit of an XmR chart: the value below which the next one can be expected. **Strict and broad**,
**unit cost and end-to-end cost**, **reported and end-to-end time** are meant to be read side by
side. Work joy is reported and causes nothing.

**What does not apply** has no value but a reason, such as "this service has no visits". Measures
marked with * are about the whole service and are not told apart by demand type.
"""

COLUMNS = "| name | what it is | unit | formula | source | better |\n|---|---|---|---|---|---|"


def measures_page() -> str:
    """Return the whole page as Markdown."""
    sections = [
        "\n".join([f"## {family.title}\n", COLUMNS, *map(_row, family.measures)])
        for family in FAMILIES
    ]
    return "\n\n".join([INTRO.strip(), *sections]) + "\n"


def _row(measure: Measure) -> str:
    said = read_docstring(measure)
    name = f"`{measure.name}`" + ("" if measure.per_type else " *")
    cells = [name, *(said[label].rstrip(".") for label in ("Summary", "Unit", "Formula", "Source"))]
    return f"| {' | '.join([*cells, measure.better])} |"


if __name__ == "__main__":
    write_text(PAGE, measures_page(), overwrite=True)
