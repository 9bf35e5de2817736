"""Reading what a study was: from the folder of a sweep, or from the JSON of a comparison."""

from collections.abc import Mapping
from typing import Any

from sim.analysis.rerun import FiledResult
from sim.errors import RunError
from sim.message import Message
from sim.report.stress.ended import read_ended
from sim.report.stress.study import Service, Study
from sim.scenario import Scenario
from sim.sweep import Sweep
from sim.sweep.plan import Part


def describe_sweep(sweep: Sweep) -> Study:
    """Return what a sweep is, from its folder alone.

    Raises
    ------
    RunError
        If it ran a function in place of services: there is nothing to read about that.
    """
    manifest, plan = sweep.manifest, sweep.plan
    check_of_services(sweep)
    parts = manifest.subject["parts"]
    return Study(
        title=manifest.title,
        services=tuple(map(_describe_part, plan.parts, parts)),
        designs=manifest.designs,
        method=plan.method,
        sampling=plan.sampling.to_dict(),
        plan_seed=plan.seed,
        plan_sha256=manifest.plan_sha256,
        seed=manifest.subject["seed"],
        replications=manifest.replications,
        rule=manifest.rule,
        measures=tuple(outcome.name for outcome in manifest.outcomes),
        engine=manifest.subject["engine"],
        made_with=manifest.fingerprint,
        ended=read_ended(sweep.folder),
        series=tuple(one.name for one in manifest.series),
    )


def check_of_services(sweep: Sweep) -> None:
    """Check that a sweep ran services.

    Raises
    ------
    RunError
        If it ran a function: its code is nowhere in the folder.
    """
    model = sweep.manifest.subject.get("model")
    if model is not None:
        raise RunError(
            Message(
                "{folder}: ran the function {model}, whose code is not in the folder; only sweeps "
                "of services can be described, bundled and reproduced",
                folder=sweep.folder.path,
                model=model,
            )
        )


def _describe_part(part: Part, found: Mapping[str, Any]) -> Service:
    assert part.scenario is not None  # a sweep of services has them
    return Service(
        scenario=part.scenario,
        name=part.name,
        factors=part.factors,
        points=len(part.points),
        days=found["days"],
        warm_up_day=found["warm_up_day"],
        follow_up_days=found["follow_up_days"],
        cold=tuple(found["cold"]),
        file=found["scenario_file"],
        sha256=found["scenario_sha256"],
        changes=tuple(found["changes"]),
        sources=found["sources"],
    )


def describe_result(filed: FiledResult, scenario: Scenario) -> Study:
    """Return what a comparison is, from its JSON and the scenario that it was made with."""
    about = filed.provenance
    service = Service(
        scenario=scenario.changed(*filed.changes),
        name=filed.service,
        factors=(),
        points=1,
        days=filed.days,
        warm_up_day=about["warm_up_day"],
        follow_up_days=about["run_out_days"],
        cold=(),
        file=about["scenario_file"],
        sha256=about["scenario_sha256"],
        changes=filed.changes,
        sources=about["sources"],
    )
    made_with = {"requisite": about["version"], "python": about["python"], **about["packages"]}
    return Study(
        title="",
        services=(service,),
        designs=filed.designs,
        method="",
        sampling={},
        plan_seed=None,
        plan_sha256="",
        seed=filed.seed,
        replications=filed.replications,
        rule={},
        measures=tuple(filed.measures),
        engine=about["engine"],
        made_with=made_with,
        ended=None,
    )
