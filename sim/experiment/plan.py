"""From what is asked for to a plan that can be carried out."""

from collections.abc import Sequence

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.errors import RunError
from sim.experiment.checks import check_days, check_jobs, check_luck
from sim.experiment.replicate import Plan, Replications
from sim.scenario import Scenario


def build_plan(
    scenario: Scenario,
    designs: Sequence[str],
    *,
    seed: int,
    days: int | None,
    engine: str,
    n_jobs: int | None = None,
    by_type: bool = True,
) -> Plan:
    """Return the plan of two designs.

    Parameters
    ----------
    scenario
        The service.
    designs
        Names of two of its designs.
    seed
        Which luck.
    days
        Calendar days of arrivals; the scenario's own number if not given.
    engine
        Name of the engine.
    n_jobs
        How many runs to make at a time; as many as there are processors if not given.
    by_type
        Whether each demand type is measured too.

    Raises
    ------
    RunError
        If it cannot be carried out.
    """
    if len(designs) != 2 or designs[0] == designs[1]:
        raise RunError(f"designs: found {', '.join(designs)}, expected two different ones")
    for design in designs:
        build_blueprint(scenario, design)
    get_engine(engine)
    check_luck(seed)
    check_jobs(n_jobs)
    days = check_days(scenario.service.days if days is None else days)
    return Plan(scenario, (designs[0], designs[1]), seed, days, engine, n_jobs, by_type)


def find_warm_up_day(plan: Plan) -> int:
    """Return the day on which both designs have warmed up, as a comparison of the two finds it.

    Whoever varies something has one cohort throughout: that of what is not varied.
    """
    pilot = Replications(plan)
    pilot.extend(1)
    return pilot.warm_up_day
