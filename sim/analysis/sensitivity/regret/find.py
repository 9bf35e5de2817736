"""Finding the regret of each decision, in states of the world in which all of them were tried.

Regret is how much worse a decision is than the one that would have been best, had one known the
state (Savage 1951, *Journal of the American Statistical Association* 46, 55-67). Decisions are
combinations of designs and levers, states are combinations of uncertainties; so each decision must
have been run in each state. The best of several means is a little better by luck alone, so regrets
are a little too large where replications are few.
"""

from typing import TYPE_CHECKING

import numpy as np

from sim.analysis.sensitivity.gather import Values, gather
from sim.analysis.sensitivity.left_out import LeftOut
from sim.analysis.sensitivity.regret.regret import BestDesign, DecisionRegret, Regret
from sim.analysis.sensitivity.result import About, describe
from sim.analysis.sensitivity.target import COST, Target, find_target
from sim.errors import RunError
from sim.message import Message
from sim.sweep.plan.factor import LEVER, UNCERTAINTY, Kind, Value
from sim.sweep.table import DESIGN, POINT, SERVICE, Table

if TYPE_CHECKING:
    import pandas as pd

Decision = tuple[str, dict[str, Value]]
"""A design, and the value of each of its levers."""
LEAST_STATES = 2
DECIMALS = 9
"""Values of uncertainties are the same if they are to so many digits behind the point."""


def find_regret(table: Table, outcome: str = COST, *, service: str | None = None) -> Regret:
    """Find the regret of each decision.

    Parameters
    ----------
    table
        A sweep with levers crossed with uncertainties, or with designs and uncertainties alone.
    outcome, service
        What is analysed; see `find_target`. Regret is in its unit.

    Returns
    -------
    Regret
        Mean, 90th percentile and maximum over states, each as likely as another.

    Raises
    ------
    RunError
        If neither more nor less of the outcome is better, if there is one decision only, or if
        there are not two states in which every decision is known.
    """
    target = find_target(table, outcome, table.designs[0], service)
    if not target.outcome.better:
        raise RunError(
            Message(
                "neither more nor less of {outcome} is better, so there is no regret; name another "
                "outcome",
                outcome=outcome,
            )
        )
    rows, about = _list_runs(table, target)
    levers = [key for key in find_keys(table, LEVER) if rows[key].notna().any()]
    decisions, crossed, states = _cross(rows, levers)
    whole = crossed[~np.isnan(crossed).any(axis=1)]
    _check(len(decisions), states, len(whole))
    losses = -target.outcome.better * whole
    regrets = losses - losses.min(axis=1, keepdims=True)
    is_best = (regrets == 0) & ((regrets == 0).sum(axis=1, keepdims=True) == 1)
    counts = is_best.sum(axis=0).tolist()
    found = list(map(_tell, decisions, regrets.T, counts))
    found.sort(key=lambda one: (one.maximum, one.mean))
    best = _find_best([design for design, _ in decisions], regrets, table.designs)
    tied = len(whole) - sum(one.best for one in best)
    return Regret(about, len(whole), states - len(whole), tied, tuple(found), tuple(best))


def _list_runs(table: Table, target: Target) -> "tuple[pd.DataFrame, About]":
    """Return the mean outcome of each design at each point, NaN where it is not known.

    Its `state` is a number of the uncertainties at that point.
    """
    import pandas as pd  # slow to import

    planned = table.points[table.points[SERVICE] == target.service].set_index(POINT)
    others = [SERVICE, *find_keys(table, UNCERTAINTY)]
    state = planned[others].round(DECIMALS).groupby(others, dropna=False).ngroup()
    found: list[pd.DataFrame] = []
    left_out: tuple[LeftOut, ...] = ()
    for design in table.designs:
        one = gather(table, target._replace(designs=(design,)))
        means = pd.Series(one.means, one.points.index)
        found.append(planned.assign(state=state, design=design, mean=means))
        left_out += one.left_out
    about = describe(one)._replace(designs=table.designs, points=len(planned), left_out=left_out)
    return pd.concat(found), about


def find_keys(table: Table, kind: Kind) -> list[str]:
    """Return the keys of the factors of a kind."""
    return [one.key for one in table.factors if one.kind == kind]


def _cross(rows: "pd.DataFrame", levers: list[str]) -> tuple[list[Decision], Values, int]:
    """Cross decisions and states.

    Returns
    -------
    tuple
        The decisions; the mean outcome in each state in which all of them were planned, shape
        (states, decisions), NaN where it is not known; and how many states there are in all.
    """
    keys = [DESIGN, *levers]
    rows = rows.assign(decision=rows.groupby(keys, dropna=False).ngroup())
    named = rows.drop_duplicates("decision").sort_values("decision")[keys]
    decisions = [(str(row[0]), dict(zip(levers, row[1:], strict=True))) for row in named.to_numpy()]
    planned = rows.groupby("state")["decision"].nunique()
    whole = rows[rows["state"].isin(planned.index[planned == len(decisions)])]
    means = whole.groupby(["state", "decision"])["mean"].apply(_mean_of_all)
    return decisions, means.to_numpy(dtype=float).reshape(-1, len(decisions)), len(planned)


def _mean_of_all(values: "pd.Series[float]") -> float:
    """Return the mean of points that are alike but for a dummy; NaN if one of them is not known."""
    return float(values.mean(skipna=False))


def _check(decisions: int, states: int, whole: int) -> None:
    if decisions < 2:
        raise RunError(Message("there is one decision only, so there is nothing to regret"))
    if whole < LEAST_STATES:
        raise RunError(
            Message(
                "regret takes every decision in every state of the world; of {states} states "
                "{whole} have all {decisions} decisions. Run a grid, or cross levers with "
                "uncertainties",
                states=states,
                whole=whole,
                decisions=decisions,
            )
        )


def _tell(decision: Decision, regrets: Values, best: int) -> DecisionRegret:
    p90 = float(np.quantile(regrets, 0.9))
    return DecisionRegret(*decision, float(regrets.mean()), p90, float(regrets.max()), best)


def _find_best(
    of_decision: list[str], regrets: Values, designs: tuple[str, ...]
) -> list[BestDesign]:
    """Return in what share of states each design is best; one is best only where no other is."""
    from scipy import stats  # half a second to import

    owners = np.array(of_decision)
    least = np.column_stack([regrets[:, owners == one].min(axis=1) for one in designs])
    is_alone = (least == 0).sum(axis=1) == 1
    found = []
    for nth, design in enumerate(designs):
        best = int(((least[:, nth] == 0) & is_alone).sum())
        ends = stats.binomtest(best, len(regrets)).proportion_ci(method="wilson")
        share = best / len(regrets)
        found.append(BestDesign(design, best, share, float(ends.low), float(ends.high)))
    return found
