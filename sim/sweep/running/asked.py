"""What is asked for: a plan, what is run at its points, and how often."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import Any, NamedTuple

from sim.errors import RunError, mismatch
from sim.experiment import Frame, RunSettings, find_frame, find_provenance
from sim.experiment.settings import LARGEST_REPLICATIONS
from sim.message import Message
from sim.results import as_json
from sim.sweep.folder.fingerprint import take_fingerprint
from sim.sweep.folder.manifest import Manifest
from sim.sweep.plan import DEFAULT_MEASURES, Part, Plan, Until
from sim.sweep.plan.until import check_count
from sim.sweep.running.model import Model, check_names, choose_series, describe_columns
from sim.sweep.subject.function import FunctionSubject
from sim.sweep.subject.service import ServicePart, ServiceSubject
from sim.sweep.subject.subject import Subject
from sim.sweep.subject.weekly import describe_series


class Asked(NamedTuple):
    """A sweep as it is asked for."""

    plan: Plan
    subject: Subject
    manifest: Manifest
    """What it is, with no stages yet."""


def ask_of_services(
    plan: Plan,
    settings: RunSettings,
    measures: Sequence[str] = DEFAULT_MEASURES,
    *,
    series: Sequence[str] = (),
    title: str = "",
    until: Until | None = None,
    executor: Executor | None = None,
) -> Asked:
    """Return what is asked of services: their cohorts are found here, from what is not varied.

    Raises
    ------
    RunError
        If a service cannot be run as it is, or there is no measure or series of a name.
    """
    settings = replace(settings, replications=2)  # a sweep counts its own
    weekly = tuple(dict.fromkeys(series))
    describe_series(weekly)  # if there is none of a name, it is told before cohorts are found
    parts = tuple(_find_part(part, plan.designs, settings, executor) for part in plan.parts)
    subject = ServiceSubject(parts, plan.designs, settings, tuple(measures), weekly)
    about = {
        "seed": settings.seed,
        "days": settings.days,
        "engine": settings.engine,
        "measures": list(subject.names),
        "parts": [
            _describe(part, plan, of_part, settings)
            for part, of_part in zip(parts, plan.parts, strict=True)
        ],
    }
    return _ask(plan, subject, about, title, until)


def _find_part(
    part: Part, designs: tuple[str, ...], settings: RunSettings, executor: Executor | None
) -> ServicePart:
    if part.scenario is None:
        raise RunError(Message("a plan without a service needs a model to run: model=..."))
    frame = find_frame(part.scenario, designs, settings, executor)
    return ServicePart(part.scenario.to_table(), part.name, part.factors, frame)


def _describe(
    part: ServicePart, plan: Plan, of_plan: Part, settings: RunSettings
) -> dict[str, Any]:
    """Return what a manifest tells of a service."""
    if of_plan.scenario is None:
        return {"name": part.name, "points": len(of_plan.points)}
    provenance = find_provenance(of_plan.scenario, plan.designs, settings, part.frame).to_dict()
    found: dict[str, Any] = as_json(
        {
            "name": part.name,
            "points": len(of_plan.points),
            "days": settings.days_of(of_plan.scenario),
            "warm_up_day": part.frame.warm_up_day,
            "follow_up_days": part.frame.follow_up_days,
            "cold": sorted(part.frame.cold),
            "scenario_file": provenance["scenario_file"],
            "scenario_sha256": provenance["scenario_sha256"],
            "changes": provenance["asked"],
            "sources": provenance["sources"],
        }
    )
    return found


def ask_of_function(
    plan: Plan,
    model: Model,
    seed: int,
    *,
    series: Sequence[str] = (),
    title: str = "",
    until: Until | None = None,
) -> Asked:
    """Return what is asked of a model that is no service.

    Raises
    ------
    RunError
        If it does not return a series that is asked for, or a name cannot be a column.
    """
    check_names(model, (factor.key for factor in plan.factors))
    outcomes = describe_columns(model.outcomes)
    weekly = describe_columns(choose_series(model, series))
    factors = tuple(part.factors for part in plan.parts)
    subject = FunctionSubject(model.function, factors, outcomes, seed, weekly)
    function = model.function
    name = f"{function.__module__}.{getattr(function, '__qualname__', type(function).__name__)}"
    parts = [{"name": part.name, "points": len(part.points)} for part in plan.parts]
    about = {
        "seed": seed,
        "engine": subject.engine,
        "model": name,
        "measures": list(model.outcomes),
        "parts": parts,
    }
    return _ask(plan, subject, about, title, until)


def ask_again(plan: Plan, manifest: Manifest, model: Model | None) -> Asked:
    """Return what was asked for when a manifest was written, as this version would ask for it.

    Raises
    ------
    RunError
        If a model was run that is no service, and it is not given; or services, and one is.
    """
    until = Until(**manifest.rule) if manifest.rule else None
    about, series = manifest.subject, tuple(one.name for one in manifest.series)
    if "model" in about:
        if model is None:
            raise RunError(
                Message("this sweep ran {model}: give it again: model=...", model=about["model"])
            )
        return ask_of_function(
            plan, model, about["seed"], series=series, title=manifest.title, until=until
        )
    if model is not None:
        raise RunError(
            Message("this sweep ran services: found a model, expected none: leave out model=...")
        )
    settings = RunSettings(
        seed=about["seed"], days=about["days"], engine=about["engine"], replications=2
    )
    parts = tuple(
        ServicePart(_raw_of(part), part.name, part.factors, _frame_of(found))
        for part, found in zip(plan.parts, about["parts"], strict=True)
    )
    subject = ServiceSubject(parts, plan.designs, settings, tuple(about["measures"]), series)
    return _ask(plan, subject, dict(about), manifest.title, until)


def _raw_of(part: Part) -> dict[str, Any]:
    assert part.scenario is not None  # a part of a service has one
    return part.scenario.to_table()


def _frame_of(found: dict[str, Any]) -> Frame:
    return Frame(found["warm_up_day"], found["follow_up_days"], frozenset(found["cold"]))


def _ask(
    plan: Plan, subject: Subject, about: dict[str, Any], title: str, until: Until | None
) -> Asked:
    names = [outcome.name for outcome in subject.outcomes]
    if until is not None and until.outcome not in names:
        one = Message("one of {names}", names=", ".join(names))
        raise RunError(mismatch("until.outcome", until.outcome, one))
    manifest = Manifest(
        title=title,
        plan_sha256=plan.sha256,
        plan=plan.to_dict(),
        subject=about,
        designs=subject.designs,
        outcomes=subject.outcomes,
        series=subject.series,
        rule={} if until is None else until.to_dict(),
        fingerprint=take_fingerprint(),
    )
    return Asked(plan, subject, manifest)


def check_replications(replications: int) -> int:
    """Return a number of replications that a point can have.

    Raises
    ------
    RunError
        If it is none, too many, or no whole number.
    """
    return check_count("replications", replications, 1, LARGEST_REPLICATIONS)
