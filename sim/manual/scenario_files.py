"""The reference page of scenario files, written from the schema itself.

``python -m sim.manual.scenario_files`` writes it to `PAGE`.
"""

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

from pydantic.fields import FieldInfo

from sim.design import Quantity
from sim.files import write_text
from sim.scenario.keys import Kind, bare, expected, fields, is_table, kind_below, origin, possible
from sim.scenario.reading import MOST_BYTES
from sim.scenario.rules import RULES
from sim.scenario.rules_raw import MOST_VALUES
from sim.scenario.schema import ScenarioFile
from sim.scenario.text import Text

PAGE = Path(__file__).parents[2] / "docs" / "scenario-files.md"
AT_THE_BORDER = f"""\
- The smallest team of a design has a worker in each of its pools. With changed numbers, this is
  asked only of the designs that are run.
- Evidence names a measure that there is, in a figure that it can have: a share of 0.85, not of 85.
- A text is given in one language at least, which stands in for those that are missing. It holds no
  control characters.
- A file has at most {MOST_BYTES // 10**6} MB, and {MOST_VALUES:,} keys and values."""
EXAMPLE = """\
[service]
name = "small-benefit"
days = 365
promised_days = { is = 30, from = "annual-report" }

[demand.known]
kind = "case"
priority = { is = 1, from = "report-8" }
arrivals_per_day = { is = 40, range = [30, 50], from = "annual-report" }
variety = { is = 1.5, range = [0.5, 3.0], from = "assumed" }

[designs.functionalised.purpose]
done = "activity"
check = { is = 0, from = "report-8" }

[[shock]]
what = "demand"
from_day = { is = 100, from = "assumed" }
days = { is = 14, from = "assumed" }
factor = { is = 2, range = [1.5, 3], from = "assumed" }

[sources]
annual-report = "Annual report of the agency, 2023, table 4"
report-8 = "Report version 1.3, section 8.1"
"""
"""A few lines of a scenario file, left incomplete on purpose."""

INTRO = f"""
# Scenario files

<!-- Written by `python -m sim.manual.scenario_files` from the schema. Do not edit by hand. -->

A scenario file is a [TOML](https://toml.io) file that describes one public service: its demand, its
staff, its costs, and the designs that answer the demand. A few lines of one:

```toml
{EXAMPLE}```

## Quantities

Every number that the model uses says where it comes from:

    variety = {{ is = 1.5, range = [0.5, 3.0], from = "assumed" }}

- `is`: the number itself.
- `range`: the lowest and highest *plausible* value; may be left out. A file's own number lies
  within it; whoever explores may leave it. What is *possible* stands in the tables below, and no
  number may leave that.
- `from`: a key of `[sources]`, which says in words where to find it, or one of the general words:

| word | meaning |
|---|---|
| `assumed` | nobody measured it |
| `fitted` | chosen so that the results match the evidence |
| `off` | plays no part in this scenario |
| `changed` | set by whoever runs the scenario, instead of the file's own number |

A key that may be left out has a neutral value, with the source `off`. An unknown key is an error,
and so is a source that nothing uses: both are mostly typing mistakes. All problems of a file are
shown at once.

## What a file leaves out

A design that says `like = "functionalised"` takes what it leaves out from that design of the same
file, which must state its own. A file that says `mechanisms = "shared"`, before its first table,
takes what it leaves out from [mechanisms.toml](../scenarios/mechanisms.toml), the one set of
constants that all shipped services share. What is nearest wins: the file's own number, that of
shared designs of the same name (so the name of a design decides), that of the design it is like,
that of every design. A condition or number that is `"none"` is left out, where it would be taken
otherwise. What a design states under `functions.each_pool` holds in each of its pools that does not
state it itself. A design that differs in one number:

    [designs.certifying]
    like = "functionalised"

    [designs.certifying.inspection]
    share = {{ is = 1, from = "report-4.6" }}

The number of another design, or of all services, counts as the file's own from then on: a command
shows it with its source, and a changed scenario is written out with every number.

`NAME` below stands for a name that the file chooses: lower-case letters, digits, `-` and `_`, a
letter first.
"""


def reference_page() -> str:
    """Return the whole page as Markdown."""
    sections = ["\n".join(_section(*table)) for table in _tables("", ScenarioFile)]
    sources = f"## `[sources]`\n\n{fields(ScenarioFile)['sources'].description}"
    return "\n\n".join([INTRO.strip(), _rules(), *sections, sources]) + "\n"


def _rules() -> str:
    """List the rules that join several keys, each in the first words of its check."""
    first = (cleandoc(str(rule.__doc__)).split("\n\n")[0] for rule in RULES)
    checks = [words.removeprefix("Check that ").replace("``", "`") for words in first]
    lines = [f"- {check[0].upper()}{check[1:]}" for check in checks]
    return "\n".join(["## What must hold together", "", *lines, AT_THE_BORDER])


def _tables(key: str, kind: Kind) -> Iterator[tuple[str, Kind, FieldInfo]]:
    """Yield title, class and field of every table below a kind, in the order of the schema."""
    for name, field in fields(kind).items():
        outer = origin(bare(field.annotation))
        entry = kind_below(field.annotation, 0) if outer else bare(field.annotation)
        if not is_table(entry) or bare(entry) in (Quantity, Text):
            continue
        title = ".".join([*([key] if key else []), name, *(["NAME"] if outer is dict else [])])
        yield (f"[[{title}]]" if outer is tuple else f"[{title}]"), entry, field
        yield from _tables(title, entry)


def _section(title: str, kind: Kind, field: FieldInfo) -> Iterator[str]:
    rows = [_row(key, field) for key, field in fields(kind).items() if _is_own_row(field)]
    optional = "" if field.is_required() else " May be left out."
    yield from (f"## `{title}`", "", cleandoc(str(kind.__doc__)) + optional)
    if rows:
        yield from ("", "| key | value | if left out | meaning |", "|---|---|---|---|", *rows)


def _is_own_row(field: FieldInfo) -> bool:
    return not is_table(field.annotation) or bare(field.annotation) in (Quantity, Text)


def _row(key: str, field: FieldInfo) -> str:
    return f"| `{key}` | {_value(field)} | {_default(field)} | {field.description} |"


def _value(field: FieldInfo) -> str:
    """Say what may stand at a key: for a quantity its unit and what is possible."""
    bounds = possible(field)
    if bounds:
        return f"{bounds.unit}, {bounds.low:,.10g} to {bounds.high:,.10g}"
    if bare(field.annotation) is Text:
        return "words in `en`, `sv`, `da`"
    above = [f"more than {bound.gt}" for bound in field.metadata if hasattr(bound, "gt")]
    most = [f"at most {bound.le:,}" for bound in field.metadata if hasattr(bound, "le")]
    words = expected(field.annotation).replace('"', "`")
    return ", ".join([words, " and ".join([*above, *most])] if above or most else [words])


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    default = field.get_default(call_default_factory=True)
    if isinstance(default, Quantity):
        return f"off ({default.value:g})"
    return "none" if default in (None, ()) else str(default)


if __name__ == "__main__":
    write_text(PAGE, reference_page(), overwrite=True)
