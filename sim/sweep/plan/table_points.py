"""Points that somebody has chosen: the rows of a table, whose columns are keys."""

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.errors import ScenarioError
from sim.message import Message
from sim.scenario import Scenario
from sim.scenario.keys import unknown
from sim.sweep.plan.asked import Asked, gather, read_values, refuse_twice
from sim.sweep.plan.drafting import PLAN, check_size, refuse
from sim.sweep.plan.factor import DUMMY, LEVER, UNCERTAINTY, Factor, Value
from sim.sweep.plan.ground import Ground
from sim.sweep.plan.part import Part
from sim.sweep.plan.point_table import POINT, SERVICE
from sim.sweep.plan.reading import DUMMY_FACTOR, find_overlaps, read_factor
from sim.sweep.plan.services import Services, read_designs, read_services

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (".csv", ".parquet")


def read_points(
    services: Services,
    table: "pd.DataFrame | str | Path",
    levers: Sequence[str],
    designs: Sequence[str] | None,
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Return the parts of a plan of the rows of a table, and the designs that are run.

    Raises
    ------
    ScenarioError
        If there is no such plan, with all problems at once.
    """
    scenarios, problems = read_services(services)
    names, of_designs = read_designs(designs, scenarios)
    refuse([*problems, *of_designs])
    frame = _read_table(table)
    refuse([refuse_twice(str(name)) for name in frame.columns[frame.columns.duplicated()]])
    check_size(len(frame))
    known = ["" if one is None else one.service.name for one in scenarios]
    rows = _split(frame, known)
    missing = [key for key in levers if key not in frame.columns]
    problems += [unknown("levers", key, map(str, frame.columns)) for key in missing]
    parts, of_parts = gather(
        lambda pair: _read_part(pair[0], rows[pair[1]], levers), zip(scenarios, known, strict=True)
    )
    refuse([*problems, *of_parts])
    check_size(sum(len(part.points) for part in parts))
    return tuple(parts), names


def _read_table(table: "pd.DataFrame | str | Path") -> "pd.DataFrame":
    import pandas as pd

    if isinstance(table, pd.DataFrame):
        return table.reset_index(drop=True)
    path = Path(table)
    if path.suffix not in ENDINGS:
        ending = Message(
            "{file}: expected a table with an ending of {endings}",
            file=path.name,
            endings=", ".join(ENDINGS),
        )
        raise ScenarioError(PLAN, [ending])
    try:
        return _read_csv(path) if path.suffix == ENDINGS[0] else pd.read_parquet(path)
    except (OSError, ValueError) as error:
        why = Message("{file}: cannot be read: {why}", file=path.name, why=str(error))
        raise ScenarioError(PLAN, [why]) from error


def _read_csv(path: Path) -> "pd.DataFrame":
    """Return a table in which "none" is a word, and only what is empty is nothing."""
    import pandas as pd

    return pd.read_csv(path, keep_default_na=False, na_values=[""])


def _split(frame: "pd.DataFrame", names: Sequence[str]) -> "dict[str, pd.DataFrame]":
    """Return the rows of each service; without a column of services, all rows for each."""
    columns = frame.drop(columns=[POINT, SERVICE], errors="ignore")
    if SERVICE not in frame:
        return {name: columns for name in names}
    of_row = frame[SERVICE].fillna("").astype(str)
    found = list(dict.fromkeys(of_row))
    problems: list[str] = [unknown(SERVICE, name, names) for name in found if name not in names]
    problems += [
        Message("{key}: found no row of {name}, expected one or more", key=SERVICE, name=name)
        for name in names
        if name not in found
    ]
    refuse(problems)
    return {name: columns[of_row == name].dropna(axis="columns", how="all") for name in names}


def _read_part(scenario: Scenario | None, rows: "pd.DataFrame", levers: Sequence[str]) -> Part:
    ground = None if scenario is None else Ground(scenario)
    columns, problems = gather(lambda key: _read_column(key, rows, ground, levers), rows.columns)
    problems += [*find_overlaps(factor for factor, _ in columns)]
    if not columns and not problems:
        problems.append(Message("found no column that is a key, expected one or more"))
    refuse(problems)
    points = tuple(zip(*(values for _, values in columns), strict=True))
    return Part(
        scenario, ground.name if ground else "", tuple(factor for factor, _ in columns), points
    )


def _read_column(
    name: Hashable, rows: "pd.DataFrame", ground: Ground | None, levers: Sequence[str]
) -> tuple[Factor, list[Value]]:
    """Return a column as a factor, and its values."""
    key = str(name)
    column = rows[name]
    empty = column.index[column.isna()]
    if len(empty):
        gap = Message(
            "{key}: found nothing in row {row}, expected a value in each row",
            key=key,
            row=int(empty[0]) + 1,
        )
        raise ScenarioError(key, [gap])
    values = [_read_value(value) for value in column.tolist()]
    if key == DUMMY:
        return DUMMY_FACTOR, values
    kind = LEVER if key in levers else UNCERTAINTY
    asked = Asked(key, kind, values=read_values(key, list(dict.fromkeys(values))))
    factor = read_factor(asked, ground)
    is_words = any(isinstance(value, str) for value in factor.levels)
    return factor if is_words else factor._replace(levels=()), values


def _read_value(value: Any) -> Value:
    """Return a number, also of one that stands among words, or a word."""
    if isinstance(value, bool):
        return str(value)
    try:
        return float(value)
    except ValueError:
        return str(value)
