"""The reference page of plan files, written from the schema itself.

``python -m sim.manual.plan_files`` writes it to `PAGE`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sim.files import write_text
from sim.measures import SERIES
from sim.measures.weeks import Series
from sim.scenario.keys import expected, fields
from sim.sweep.plan import REPLICATIONS
from sim.sweep.plan.method_keys import NEEDS, OF_METHODS
from sim.sweep.plan.plan import LEVELS, STEPS
from sim.sweep.plan.schema import PlanFile, Span, UntilTable

PAGE = Path(__file__).parents[2] / "docs" / "plan-files.md"
EXAMPLE = PAGE.parent / "sweeps" / "staff-and-variety.toml"
USUAL = {
    "designs": "`functionalised`, `absorbing`",
    "second_order": "false",
    "levels": str(LEVELS),
    "steps": str(STEPS),
    "range.steps": "all of it; in a grid as many as `steps` above",
    "sampling_seed": "`seed`",
    "replications": str(REPLICATIONS),
    "until": "no rule",
    "days": "the service's own",
    "warm_up_day": "found for the service",
    "follow_up_days": "found for the service",
}
"""What holds where a key is left out that the schema gives no value."""
VALUES = {
    "until": "a table, see below",
    "levers": "a table, see below",
    "uncertainties": "a table, see below",
    "title": "text",
    "services": "a list of texts",
    "designs": "a list of names",
    "changes": "a list of texts",
    "measures": "a list of names",
    "series": "a list of names, see below",
    "second_order": "`true` or `false`",
}
"""What stands at a key, where the schema's own words say less."""
COLUMNS = "| key | value | if left out | meaning |\n|---|---|---|---|"
INTRO = """
# Plan files

<!-- Written by `python -m sim.manual.plan_files` from the schema. Do not edit by hand. -->

A plan file is a [TOML](https://toml.io) file that says what a sweep varies, at which points, what
is measured, and how it is run ([sweeps](sweeps.md)). `requisite sweep plan PLAN.toml` tells what it
will take, or all that is wrong with it at once. One that can be run:

"""
VARIED = """
## `[levers]` and `[uncertainties]`

Each key is a key of the scenario, as `--set` has it, in quotation marks. One that ends in `*`
multiplies what is there. What it is given:

| given | meaning |
|---|---|
| `"own"` | the range that the scenario declares for it |
| `{ low = 14, high = 18 }` | a range |
| `{ low = 14, high = 18, steps = 5 }` | so many values of the range, evenly spread |
| `[0, 1, 2, 4]` | the only values; words may be among them, where the key takes words |

A range whose ends differ tenfold or more is spread by its logarithm. What counts something takes
whole numbers. With neither table, `lhs`, `sobol` and `morris` vary all that has a range of its own.
With the method `table`, values are those of the table: `"own"` marks which of its columns are
levers.
"""


WEEKS = """
## `series`

What each week of each run tells, in `series.parquet`: a row a point x design x replication x week.
Weeks are whole ones of the days of arrivals, from 0, Monday to Sunday, those of the warm-up among
them. They are of the whole service, whoever came when; what a service has not has no value.

| name | unit | what it is |
|---|---|---|
"""


def plan_page() -> str:
    """Return the whole page as Markdown."""
    example = f"```toml\n{EXAMPLE.read_text('utf-8')}```"
    top = "\n".join(["## Keys", "", COLUMNS, *_rows(PlanFile)])
    until = "\n".join(["## `[until]`", "", COLUMNS, *_rows(UntilTable, "until.")])
    span = "\n".join(["A range:", "", COLUMNS, *_rows(Span, "range.")])
    weeks = "\n".join([WEEKS.strip(), *map(_row_of, SERIES.values())])
    return "\n\n".join([INTRO.strip(), example, top, weeks, VARIED.strip(), span, until]) + "\n"


def _row_of(series: Series) -> str:
    about = " ".join(series.doc.split()).rstrip(".")
    return f"| `{series.name}` | {series.unit} | {about} |"


def _rows(kind: Any, above: str = "") -> Iterator[str]:
    for key, field in fields(kind).items():
        at = f"{above}{key}"
        cells = (f"`{key}`", _value(at, field), _default(at, field), _meaning(at, field))
        yield f"| {' | '.join(cells)} |"


def _value(key: str, field: Any) -> str:
    """Say what may stand at a key, and within which bounds."""
    if key in VALUES:
        return VALUES[key]
    bounds = [
        *(f"at least {bound.ge:,}" for bound in field.metadata if hasattr(bound, "ge")),
        *(f"at most {bound.le:,}" for bound in field.metadata if hasattr(bound, "le")),
        *(f"less than {bound.lt:,}" for bound in field.metadata if hasattr(bound, "lt")),
    ]
    return ", ".join([expected(field.annotation).replace('"', "`"), *bounds])


def _default(key: str, field: Any) -> str:
    if field.is_required() or key in NEEDS.values():
        return "required"
    default = field.get_default(call_default_factory=True)
    if isinstance(default, tuple) and default:
        return ", ".join(f"`{name}`" for name in default)
    return USUAL.get(key, "nothing" if default in (None, "", (), {}) else str(default))


def _meaning(key: str, field: Any) -> str:
    """Say what a key means, and with which methods it may stand."""
    methods = ", ".join(f"`{one}`" for one in OF_METHODS.get(key, ()))
    return f"{field.description} Only with {methods}." if methods else str(field.description)


if __name__ == "__main__":
    write_text(PAGE, plan_page(), overwrite=True)
