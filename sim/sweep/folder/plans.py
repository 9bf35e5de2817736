"""The plan of a sweep as its folder keeps it: scenarios, points, and the rest in the manifest."""

import json
from pathlib import Path
from typing import Any

from sim.errors import RunError
from sim.files import write_text
from sim.message import Message
from sim.results.tables import write_table
from sim.scenario import Scenario, build_scenario
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.manifest import Manifest
from sim.sweep.plan import Factor, Part, Plan, Sampling, Value
from sim.sweep.plan.part import write_word
from sim.sweep.plan.point_table import build_point_table


def keep_plan(folder: Folder, plan: Plan) -> None:
    """Write the scenarios and the points of a plan; those of one that was never run go.

    Raises
    ------
    RunError
        If they cannot be written.
    """
    for number, part in enumerate(plan.parts):
        if part.scenario is None:
            folder.scenario(number).unlink(missing_ok=True)
        else:
            text = json.dumps(part.scenario.to_table(), indent=1)
            write_text(folder.scenario(number), text, overwrite=True)
    about = {"plan_sha256": plan.sha256, "plan": json.dumps(plan.to_dict(), sort_keys=True)}
    write_table(build_point_table(plan.parts), folder.points, overwrite=True, about=about)


def load_plan(folder: Folder, manifest: Manifest) -> Plan:
    """Read the plan of a sweep.

    Raises
    ------
    RunError
        If a file is gone, or was changed since.
    """
    try:
        plan = _build(folder, manifest)
    except (OSError, ValueError, KeyError) as error:
        raise _refuse(folder.path, f"{type(error).__name__}: {error}") from error
    if plan.sha256 != manifest.plan_sha256:
        raise _refuse(folder.path, "scenarios, points.parquet")
    return plan


def _build(folder: Folder, manifest: Manifest) -> Plan:
    from pyarrow import parquet

    points = parquet.read_table(folder.points).to_pandas()
    form, parts, before = manifest.plan, [], 0
    for number, found in enumerate(form["parts"]):
        factors = tuple(Factor.from_dict(factor) for factor in found["factors"])
        count = manifest.subject["parts"][number]["points"]
        rows = points.iloc[before : before + count]
        values = _read_values(rows, factors)
        parts.append(Part(_read_scenario(folder, number), found["name"], factors, values))
        before += count
    sampling = Sampling(**form["sampling"])
    return Plan(tuple(parts), tuple(form["designs"]), form["method"], form["seed"], sampling)


def _read_values(rows: Any, factors: tuple[Factor, ...]) -> tuple[tuple[Value, ...], ...]:
    columns = [_read_column(rows[factor.key].tolist(), factor) for factor in factors]
    return tuple(zip(*columns, strict=True)) if columns else ((),) * len(rows)


def _read_column(values: list[Value], factor: Factor) -> list[Value]:
    """Return the values of a factor: in a column of words, a number was written as one.

    There may be words in it although this factor has none: another service's has.
    """
    written = {write_word(level): level for level in factor.levels}
    return [
        written[value] if value in written else float(value) if isinstance(value, str) else value
        for value in values
    ]


def _read_scenario(folder: Folder, part: int) -> Scenario | None:
    file = folder.scenario(part)
    if not file.exists():
        return None
    return build_scenario(json.loads(file.read_text("utf-8")), str(file), manned=())


def _refuse(path: Path, what: str) -> RunError:
    return RunError(
        Message(
            "{folder}: the plan is not as it was when this sweep was begun ({what}): take the "
            "files as they were, or begin anew in another folder",
            folder=path,
            what=what,
        )
    )
