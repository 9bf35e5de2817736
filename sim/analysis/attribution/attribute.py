"""Which condition does it: the full factorial of two designs, and each condition's share."""

from collections.abc import Sequence

from sim.analysis.attribution.attribution import Attribution
from sim.analysis.attribution.decompose import decompose
from sim.analysis.attribution.key_measures import KEY_MEASURES
from sim.analysis.attribution.mixes import Mixes, build_mixes
from sim.analysis.attribution.outcomes import Outcomes, measure_outcomes
from sim.design.conditions import CONDITIONS
from sim.engines import DEFAULT_ENGINE
from sim.experiment import RUN_OUT_DAYS, SHIPPED_DESIGNS, Progress
from sim.experiment.checks import check_replications
from sim.experiment.plan import build_plan, find_warm_up_day
from sim.experiment.replicate import Plan
from sim.measures import MEASURES, find_measure
from sim.results import FIXED, Provenance, build_provenance
from sim.scenario import Scenario

REPLICATIONS = 50
"""How many are made unless another number is asked for."""


def attribute(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    *,
    measures: Sequence[str] = KEY_MEASURES,
    replications: int = REPLICATIONS,
    seed: int = 1,
    days: int | None = None,
    engine: str = DEFAULT_ENGINE,
    n_jobs: int | None = None,
    on_progress: Progress | None = None,
) -> Attribution:
    """Tell what each condition does between two designs.

    Every mix of the two is run, with the same citizens and the same luck.

    Parameters
    ----------
    scenario
        The service.
    designs
        Names of two of its designs; a difference is the second less the first.
    measures
        Names of the measures to take apart.
    replications
        How many times, at least 2.
    seed
        Which luck.
    days
        Calendar days of arrivals, warm-up included; the scenario's own number if not given.
    engine
        Name of the engine.
    n_jobs
        How many runs to make at a time; as many as there are processors if not given. The result
        does not depend on it.
    on_progress
        Called now and then with the runs done, and how many there will be.

    Raises
    ------
    RunError
        If it cannot be made as asked.
    """
    for name in measures:
        find_measure(name)
    check_replications(replications)
    plan = build_plan(
        scenario, designs, seed=seed, days=days, engine=engine, n_jobs=n_jobs, by_type=False
    )
    mixes = build_mixes(scenario, (plan.designs[0], plan.designs[1]))
    warm_up_day = find_warm_up_day(plan)
    mixed = plan._replace(scenario=mixes.scenario, designs=mixes.names)
    outcomes = measure_outcomes(mixed, measures, replications, warm_up_day, on_progress)
    provenance = build_provenance(
        scenario,
        plan.designs,
        engine=engine,
        seed=seed,
        warm_up_day=warm_up_day,
        run_out_days=RUN_OUT_DAYS,
        replications_rule=FIXED,
    )
    return _build_attribution(plan, mixes, replications, outcomes, provenance)


def _build_attribution(
    plan: Plan, mixes: Mixes, replications: int, outcomes: Outcomes, provenance: Provenance
) -> Attribution:
    service, levers = plan.scenario.service, mixes.levers
    return Attribution(
        service=service.name,
        seed=plan.seed,
        replications=replications,
        days=plan.days,
        designs=(plan.designs[0], plan.designs[1]),
        conditions=levers,
        same_in_both=tuple(name for name in CONDITIONS if name not in levers),
        runs=replications * len(mixes.names),
        measures={
            name: decompose(MEASURES[name], service.currency, levers, values)
            for name, values in outcomes.values.items()
        },
        left_out=outcomes.left_out,
        provenance=provenance,
    )
