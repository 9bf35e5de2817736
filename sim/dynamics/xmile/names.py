"""Which names of a model may be names in XMILE, where case does not count."""

import re

from sim.dynamics.system.equations import Model

NAME = re.compile(r"[a-z](_?[a-z0-9])*", re.IGNORECASE)
"""Letters, digits and single underscores: what no reader needs quotation marks for."""
RESERVED = frozenset(
    {"and", "or", "not", "if", "then", "else", "mod", "std", "time", "dt", "starttime", "stoptime"}
    | {"start_time", "stop_time", "initial_time", "final_time", "time_step", "saveper", "self"}
    | {"abs", "arccos", "arcsin", "arctan", "cos", "exp", "inf", "int", "ln", "log10", "max", "min"}
    | {"pi", "sin", "sqrt", "tan", "exprnd", "lognormal", "normal", "poisson", "random", "delay"}
    | {"delay1", "delay3", "delayn", "forcst", "smth1", "smth3", "smthn", "trend", "pulse", "ramp"}
    | {"step", "init", "previous", "mean", "size", "stddev", "sum", "rank", "prod", "safediv"}
    | {"sign", "round", "lookup", "interpolate"}
)
"""What XMILE and its readers call themselves (sections 3.3 and 3.5 of the standard)."""


def check_names(model: Model) -> None:
    """Check that each name is one in XMILE.

    Raises
    ------
    ValueError
        If one is reserved, has other signs, or differs from another by case alone.
    """
    seen = set[str]()
    for name in [*(s.name for s in model.stocks), *(q.name for q in model.quantities)]:
        if not NAME.fullmatch(name):
            raise ValueError(f"no name in XMILE: {name}")
        if name.lower() in RESERVED:
            raise ValueError(f"the name of something else in XMILE: {name}")
        if name.lower() in seen:
            raise ValueError(f"two names are one in XMILE: {name}")
        seen.add(name.lower())
