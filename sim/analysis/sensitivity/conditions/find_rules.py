"""Finding rules by which one can tell where a design wins: a shallow classification tree.

Breiman, Friedman, Olshen & Stone 1984, *Classification and Regression Trees*; as scikit-learn has
it. A factor that takes words is one column for each word.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from sim.analysis.sensitivity.conditions.rules import Bound, Rule, Rules
from sim.analysis.sensitivity.conditions.wins import Wins, find_wins
from sim.analysis.sensitivity.gather import Values
from sim.analysis.sensitivity.result import describe
from sim.analysis.sensitivity.target import COST
from sim.errors import RunError
from sim.message import Message
from sim.sweep.table import Table

if TYPE_CHECKING:
    from sklearn.tree import DecisionTreeClassifier

DEPTH, LEAST_SHARE, FOLDS = 3, 0.05, 5
CHANCE = 0.05


class Question(NamedTuple):
    """What a column of the tree is about: a number, or whether a factor is a word."""

    factor: str
    word: str | None


def find_rules(
    table: Table,
    outcome: str = COST,
    of: tuple[str, str] | None = None,
    *,
    wins: str | None = None,
    service: str | None = None,
    seed: int = 1,
) -> Rules:
    """Find rules by which one can tell where a design wins.

    Parameters
    ----------
    table
        A sweep; points that cannot be used are left out and counted.
    outcome, of, service
        What is analysed; see `find_target`.
    wins
        The design that wins; the first of the two if not given.
    seed
        Which luck, of folds and of questions that are as good as each other.

    Raises
    ------
    RunError
        If it cannot be done as asked (see `find_wins`), or if either design wins at fewer points
        than there are folds.
    """
    won = find_wins(table, outcome, of, wins, service)
    _check_both_win(won)
    questions, columns = _ask(won)
    accuracy, base_rate, beats = _validate(columns, won.is_won, seed)
    tree = _grow(columns, won.is_won, seed)
    rules = sorted(_list_rules(won, tree, questions, columns), key=lambda rule: -rule.share)
    return Rules(
        describe(won.gathered),
        won.design,
        int(won.is_won.sum()),
        won.unsure,
        tuple(rules),
        accuracy,
        base_rate,
        beats,
    )


def _check_both_win(won: Wins) -> None:
    wins = int(won.is_won.sum())
    if min(wins, len(won.is_won) - wins) < FOLDS or not won.factors:
        raise RunError(
            Message(
                "{design} wins at {wins} of {points} points; rules take at least {least} points of "
                "either kind, and a factor that varies",
                design=won.design,
                wins=wins,
                points=len(won.is_won),
                least=FOLDS,
            )
        )


def _ask(won: Wins) -> tuple[list[Question], Values]:
    """Return the questions, and their columns: numbers, and 1 where a factor is a word."""
    questions, columns = [], []
    for one in won.factors:
        values = won.values[one.key]
        if not np.isnan(one.low):
            questions.append(Question(one.key, None))
            columns.append(values.to_numpy(dtype=float))
            continue
        for word in sorted(map(str, values.unique())):
            questions.append(Question(one.key, word))
            columns.append((values.astype(str) == word).to_numpy(dtype=float))
    return questions, np.column_stack(columns)


def _grow(columns: Values, is_won: Any, seed: int) -> "DecisionTreeClassifier":
    from sklearn.tree import DecisionTreeClassifier  # seconds to import

    least = max(int(np.ceil(LEAST_SHARE * len(is_won))), 1)
    tree = DecisionTreeClassifier(max_depth=DEPTH, min_samples_leaf=least, random_state=seed)
    return tree.fit(columns, is_won)


def _validate(columns: Values, is_won: Any, seed: int) -> tuple[float, float, bool]:
    """Return how often rules are right out of sample, how often the majority, and who wins."""
    from scipy import stats
    from sklearn.model_selection import StratifiedKFold

    said = np.empty_like(is_won)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    for seen, unseen in folds.split(columns, is_won):
        said[unseen] = _grow(columns[seen], is_won[seen], seed).predict(columns[unseen])
    majority = is_won.mean() >= 0.5
    is_right, is_base = said == is_won, is_won == majority
    better, worse = int((is_right & ~is_base).sum()), int((~is_right & is_base).sum())
    p_value = stats.binomtest(better, better + worse, alternative="greater").pvalue if better else 1
    return float(is_right.mean()), float(is_base.mean()), bool(p_value <= CHANCE)


def _list_rules(
    won: Wins, tree: "DecisionTreeClassifier", questions: list[Question], columns: Values
) -> Iterator[Rule]:
    """List a rule for each leaf; neighbours that no bound tells apart do not come about."""
    leaf_of, parts = tree.apply(columns), tree.tree_
    for leaf in np.unique(leaf_of):
        is_there = leaf_of == leaf
        bounds = _find_bounds(won, parts, questions, int(leaf))
        yield Rule(bounds, int(is_there.sum()), int(won.is_won[is_there].sum()))


def _find_bounds(won: Wins, parts: Any, questions: list[Question], leaf: int) -> tuple[Bound, ...]:
    """Gather what is asked on the way to a leaf, a bound for each factor."""
    bounds: dict[str, Bound] = {}
    for node, is_above in reversed(list(_climb(parts, leaf))):
        key, word = questions[parts.feature[node]]
        bound = bounds.get(key, Bound(key, None, None, None))
        if word is not None:
            known = bound.words or tuple(sorted(map(str, won.values[key].unique())))
            kept = (one for one in known if (one == word) == is_above)
            bounds[key] = bound._replace(words=tuple(kept))
        else:
            at = float(parts.threshold[node])
            bounds[key] = bound._replace(above=at) if is_above else bound._replace(up_to=at)
    return tuple(bounds.values())


def _climb(parts: Any, leaf: int) -> Iterator[tuple[int, bool]]:
    """Go from a leaf to the root; yield each node, and whether the way led to above its bound."""
    at = leaf
    while at:
        parent = int(np.flatnonzero((parts.children_left == at) | (parts.children_right == at))[0])
        yield parent, bool(parts.children_right[parent] == at)
        at = parent
