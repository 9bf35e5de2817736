"""What was found when each service was left out in turn."""

from typing import NamedTuple

from sim.analysis.calibration.shared_calibration import count_within
from sim.analysis.calibration.sharing import Apart
from sim.analysis.evidence import EvidenceRow
from sim.results import Json, as_json


class Fold(NamedTuple):
    """A service predicted with constants that were chosen on the others."""

    service: str
    constants: dict[str, float]
    """The shared constants, by their keys."""
    unsaid: list[str]
    """Those of them that no other service takes: at the middle of their ranges."""
    unfitted: list[EvidenceRow]
    """Its independent figures with nothing of it fitted: its own quantities at the middle."""
    own_fitted: list[EvidenceRow]
    """The same with its own quantities fitted to them."""

    @property
    def within_unfitted(self) -> int:
        """Figures predicted within their tolerance with nothing of the service fitted."""
        return count_within(self.unfitted)

    @property
    def within_own_fitted(self) -> int:
        """Figures within their tolerance with its own quantities fitted."""
        return count_within(self.own_fitted)


class LeaveOneOut(NamedTuple):
    """Each service predicted by the others.

    Attributes
    ----------
    evaluations, replications, seed
        What was run.
    judged
        Replications by which predictions are judged.
    folds
        The services, each left out once.
    apart
        Services that have no part in it.
    """

    evaluations: int
    replications: int
    judged: int
    seed: int
    folds: list[Fold]
    apart: list[Apart]

    @property
    def figures(self) -> int:
        """Figures that are tests of their own."""
        return sum(len(fold.unfitted) for fold in self.folds)

    @property
    def within_unfitted(self) -> int:
        """Those predicted within their tolerance with nothing of their service fitted."""
        return sum(fold.within_unfitted for fold in self.folds)

    @property
    def within_own_fitted(self) -> int:
        """Those within their tolerance with the own quantities of their service fitted."""
        return sum(fold.within_own_fitted for fold in self.folds)

    def to_dict(self) -> Json:
        """Return it as JSON has it; the form is stable and documented."""
        found: Json = as_json(
            {
                **self._asdict(),
                "figures": self.figures,
                "within_unfitted": self.within_unfitted,
                "within_own_fitted": self.within_own_fitted,
                "folds": [fold._asdict() for fold in self.folds],
                "apart": [one._asdict() for one in self.apart],
            }
        )
        return found
