"""How the points of a sweep were chosen, and the factors that they are points of."""

from sim.report.stress.markdown import code, escape, write_table
from sim.report.stress.study import Service, Study
from sim.sweep.plan.factor import Factor
from sim.sweep.plan.sampling import SAMPLED
from sim.words.numbers import write_decimal

METHODS = {
    "grid": "full grid: every combination of levels",
    "lhs": "Latin hypercube (McKay, Beckman & Conover 1979, *Technometrics* 21(2), 239-245)",
    "sobol": "Sobol's sequence, scrambled, in the form of Saltelli et al. 2010, *Computer Physics "
    "Communications* 181(2), 259-270",
    "morris": "elementary effects (Morris 1991, *Technometrics* 33(2), 161-174)",
    "factorial": "factorial: each factor at its low and its high level",
    "table": "table: the points were given one by one",
}
PARAMETERS = {
    "points": "points",
    "base": "base number of the sequence",
    "second_order": "second-order effects",
    "trajectories": "trajectories",
    "levels": "levels",
    "steps": "steps of a range",
}
"""The parameters of a method, by their names in a plan."""
HEADS = ("factor", "kind", "values", "unit", "what it is", "value in the scenario")
DIGITS = 12
"""Of a number at most: all that somebody has typed."""
YES_NO = {True: "yes", False: "no"}


def tell_method(study: Study) -> str:
    """Tell how the points were chosen."""
    if not study.method:
        return "Nothing but the design was varied."
    name = METHODS.get(study.method, escape(study.method))
    given = [_tell_parameter(key, value) for key, value in study.sampling.items()]
    seed = [f"seed of the plan: {study.plan_seed}"] if study.method in SAMPLED else []
    told = "; ".join([*given, *seed, f"{study.points} points in all"])
    return f"Experimental design: {name} ({told})."


def _tell_parameter(key: str, value: object) -> str:
    shown = YES_NO[value] if isinstance(value, bool) else str(value)
    return f"{PARAMETERS.get(key, escape(key))}: {shown}"


def write_factors(service: Service) -> str:
    """Return a table of the factors of a service."""
    return write_table(HEADS, (_write_factor(service, factor) for factor in service.factors))


def _write_factor(service: Service, factor: Factor) -> tuple[str, ...]:
    return (
        code(factor.key),
        factor.kind,
        _tell_values(factor),
        escape(factor.unit),
        escape(factor.about),
        _tell_before(service, factor),
    )


def _tell_values(factor: Factor) -> str:
    times = " times what stands there" if factor.multiplies else ""
    if factor.levels:
        return ", ".join(map(_write_value, factor.levels)) + times
    steps = ", whole numbers" if factor.is_whole else ""
    scale = ", uniform in the logarithm" if factor.is_log else ""
    return f"{_write_value(factor.low)} to {_write_value(factor.high)}{times}{steps}{scale}"


def _write_value(value: float | str) -> str:
    return escape(value) if isinstance(value, str) else write_decimal(value, DIGITS)


def _tell_before(service: Service, factor: Factor) -> str:
    """Tell what stands in the scenario before any point, at the places of a factor."""
    table = service.scenario.to_table()
    found = dict.fromkeys(_look_up(table, place) for place in factor.places)
    return ", ".join(_write_value(value) for value in found if value is not None)


def _look_up(table: object, place: tuple[str | int, ...]) -> float | str | None:
    for step in place:
        try:
            table = table[step]  # type: ignore[index]  # a table or a list, as the place has it
        except (KeyError, IndexError, TypeError):
            return None
    if isinstance(table, dict):
        table = table.get("is")
    return table if isinstance(table, float | int | str) else None
