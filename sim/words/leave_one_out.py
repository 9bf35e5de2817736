"""What is said where each service is predicted by constants that were chosen on the others."""

from collections.abc import Iterator

from sim.analysis.calibration import Fold, LeaveOneOut
from sim.analysis.evidence import EvidenceRow
from sim.message import Message
from sim.words.evidence import VERDICTS, tell_figure, write_figures
from sim.words.language import say
from sim.words.numbers import NOTHING, write_decimal
from sim.words.shared_calibration import APART

HEADING = Message("**Each service predicted by the others**: {n} candidates")
FIGURE_COLUMNS = (
    Message("service"),
    Message("figure"),
    Message("reported"),
    Message("tolerated"),
    Message("nothing of it fitted"),
    Message("verdict"),
    Message("its own fitted"),
    Message("verdict"),
)
SERVICE_COLUMNS = (
    Message("service"),
    Message("independent figures"),
    Message("within, nothing of it fitted"),
    Message("within, its own fitted"),
)
CONSTANT_COLUMNS = (
    Message("constant, chosen on the others"),
    Message("least"),
    Message("most"),
)
UNFITTED = Message(
    "With shared constants chosen on the other services alone, and nothing of the service itself "
    "fitted, {within} of {of} independent figures are within tolerance."
)
MIDDLE = Message(
    "What a service has of its own that is fitted stands at the middle of its plausible range: the "
    "geometric middle where the range spans more than a factor of {wide}."
)
OWN_FITTED = Message(
    "With what the service has of its own fitted to it, {within} of {of}: a weaker test, since the "
    "figures have a say in it."
)
CHOSEN_KNOWING = Message(
    "What is not marked as fitted, and the ranges, were chosen by people who knew the figures."
)
UNSAID = Message("{service}: no other takes {key}, which stands at the middle of its range.")
JUDGED = Message(
    "Judged by means of {n} replications, with 95% intervals of chance only; candidates by {fewer}."
)


def tell_heading(found: LeaveOneOut) -> str:
    """Tell what was done."""
    return say(HEADING, n=found.evaluations)


def rows_of_figures(found: LeaveOneOut) -> list[list[str]]:
    """Return a row for each figure, with both predictions."""
    return [
        [fold.service, *_write_row(unfitted, own_fitted)]
        for fold in found.folds
        for unfitted, own_fitted in zip(fold.unfitted, fold.own_fitted, strict=True)
    ]


def _write_row(unfitted: EvidenceRow, own_fitted: EvidenceRow) -> Iterator[str]:
    yield tell_figure(unfitted, {})
    yield from write_figures(unfitted)
    yield say(VERDICTS[unfitted.verdict])
    yield write_figures(own_fitted)[-1]
    yield say(VERDICTS[own_fitted.verdict])


def rows_of_services(found: LeaveOneOut) -> list[list[str]]:
    """Return a row for each service that was left out."""
    return [
        [
            fold.service,
            str(len(fold.unfitted)),
            str(fold.within_unfitted),
            str(fold.within_own_fitted),
        ]
        for fold in found.folds
    ]


def rows_of_constants(found: LeaveOneOut) -> list[list[str]]:
    """Return a row for each shared constant: from where to where it was chosen on the others."""
    return [
        [key, *_write_ends([fold for fold in found.folds if key not in fold.unsaid], key)]
        for key in found.folds[0].constants
    ]


def _write_ends(folds: list[Fold], key: str) -> list[str]:
    values = [fold.constants[key] for fold in folds]
    if not values:
        return [NOTHING, NOTHING]
    return [write_decimal(min(values)), write_decimal(max(values))]


def tell_result(found: LeaveOneOut, wide: float) -> Iterator[str]:
    """Tell how many figures are predicted, what that is worth, and who has no part in it."""
    of = found.figures
    yield say(UNFITTED, within=found.within_unfitted, of=of)
    yield say(MIDDLE, wide=write_decimal(wide))
    yield say(OWN_FITTED, within=found.within_own_fitted, of=of)
    yield say(CHOSEN_KNOWING)
    yield say(JUDGED, n=found.judged, fewer=found.replications)
    for fold in found.folds:
        for key in fold.unsaid:
            yield say(UNSAID, service=fold.service, key=key)
    for one in found.apart:
        yield say(APART, service=one.service, reason=say(one.reason))
