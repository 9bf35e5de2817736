"""A comparison made again as it was, and held against what it yielded then."""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from sim.analysis.comparison import Comparison, compare
from sim.analysis.rerun.differing import Differing, find_differing
from sim.analysis.rerun.filed import FiledResult
from sim.analysis.rerun.finding import check_has_file
from sim.errors import RunError
from sim.experiment import AUTO, Progress, RunSettings
from sim.message import Message
from sim.plain_text import cut
from sim.results import FIXED, Json, as_json
from sim.scenario import Scenario

MOST_OF_NAME = 40
"""Characters of a name that are shown where it is not the right one."""


class Rerun(NamedTuple):
    """A comparison made again."""

    comparison: Comparison
    measures: int
    """How many were held against what they were."""
    not_in_result: tuple[str, ...]
    """Measures that there are now, and that the result has not: nothing is known of them."""
    differing: tuple[Differing, ...]
    """What is not the same to the last digit."""
    made_otherwise: tuple[str, ...]
    """What made it that is not what it was: versions of Requisite, Python, packages."""

    def to_dict(self) -> Json:
        """Return whether it is the same, and what is not, as JSON has it."""
        found: Json = as_json(
            {
                "same": not self.differing,
                "measures": self.measures,
                "not_in_result": self.not_in_result,
                "differing": self.differing,
                "made_otherwise": self.made_otherwise,
            }
        )
        return found


def rerun(
    scenario: Scenario,
    filed: FiledResult,
    *,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
) -> Rerun:
    """Make a comparison again, and tell what differs.

    Parameters
    ----------
    scenario
        The scenario as its file has it: the changes are those of the result.
    filed
        The result as it was written.
    executor
        Where runs are made; what suits the engine if not given.
    on_progress
        Called with the runs done, and how many there will be or `None`.

    Raises
    ------
    RunError
        If the scenario is another one than that of the result, or it cannot be run.
    """
    _check_same_file(scenario, filed)
    changed, settings = scenario.changed(*filed.changes), _build_settings(filed)
    run = partial(compare, changed, filed.designs, executor=executor, on_progress=on_progress)
    found = run(settings)
    if _frame(found.provenance.to_dict()) != _frame(filed.provenance):
        warm_up_day, follow_up_days = _frame(filed.provenance)
        found = run(replace(settings, warm_up_day=warm_up_day, follow_up_days=follow_up_days))
    now = found.to_dict()
    return Rerun(
        comparison=found,
        measures=len(filed.measures),
        not_in_result=tuple(name for name in now["measures"] if name not in filed.measures),
        differing=tuple(find_differing(filed._asdict(), now)),
        made_otherwise=tuple(_find_otherwise(filed.provenance, now["provenance"])),
    )


def _check_same_file(scenario: Scenario, filed: FiledResult) -> None:
    check_has_file(filed)
    wanted = filed.provenance["scenario_sha256"]
    if scenario.origin is None or scenario.origin.sha256 != wanted:
        raise RunError(
            Message(
                "{file} is not the file that the result was made with: its content has changed "
                "since; name the one that was with --scenario",
                file=scenario.where,
            )
        )
    if scenario.service.name != filed.service:
        raise RunError(
            Message(
                "{file} has the service {service}, and the result that of another name: {other}",
                file=scenario.where,
                service=scenario.service.name,
                other=cut(filed.service, MOST_OF_NAME),
            )
        )


def _build_settings(filed: FiledResult) -> RunSettings:
    """Return how it was run; the automatic rule is asked again, for it decides by itself."""
    by_rule = filed.provenance["replications_rule"] != FIXED
    return RunSettings(
        seed=filed.seed,
        days=filed.days,
        replications=AUTO if by_rule else filed.replications,
        engine=filed.provenance["engine"],
    )


def _frame(provenance: Json) -> tuple[int, int]:
    """Return the warm-up and the follow-up period; whoever asked for others was given those."""
    return provenance["warm_up_day"], provenance["run_out_days"]


def _find_otherwise(before: Json, now: Json) -> Iterator[str]:
    versions = [
        ("requisite", before["version"], now["version"]),
        ("Python", before["python"], now["python"]),
        *((name, before["packages"].get(name), v) for name, v in now["packages"].items()),
    ]
    for name, was, present in versions:
        if was != present:
            yield f"{name} {was} → {present}"
