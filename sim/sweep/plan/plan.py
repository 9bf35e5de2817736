"""A plan: which services, what is varied in them, at which points, and which designs are run."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sim.sweep.plan.asked import Varied
from sim.sweep.plan.drafting import Wanted, draft
from sim.sweep.plan.factor import Factor
from sim.sweep.plan.part import Part, join_factors
from sim.sweep.plan.point_table import build_point_table
from sim.sweep.plan.sampling import (
    FACTORIAL,
    GRID,
    LHS,
    MORRIS,
    SOBOL,
    TABLE,
    Method,
    Sampling,
    Shares,
    draw_shares,
)
from sim.sweep.plan.services import Services
from sim.sweep.plan.table_points import read_points

if TYPE_CHECKING:
    import pandas as pd

STEPS, LEVELS = 5, 4
"""Values of a range in a grid, and levels of Morris, unless another number is asked for."""

NO_SAMPLING = Sampling()


@dataclass(frozen=True)
class Plan:
    """The points of a sweep.

    It is made by one of its methods: `grid`, `lhs`, `sobol`, `morris`, `factorial`, `from_table`.
    These have in common:

    services
        A scenario, the name of a shipped one or a path, or several of these; `None` for a model
        that is no service, in which every key must be given a range or values. The points of the
        second service follow those of the first.
    levers, uncertainties
        What a design chooses, and what the world chooses: keys as changes have them, each in the
        range that its scenario declares; or a mapping from each key to a range ``(low, high)``, a
        list of its only values, or `None` for its own range. A key that ends in ``*`` multiplies
        what is there. A range whose ends differ tenfold is spread by its logarithm; what counts
        something takes whole numbers. A key that only some services have is varied in those. With
        neither, a Latin hypercube, Sobol or Morris varies all that has a range of its own, as
        uncertainties.
    designs
        The designs that are run at each point, the first to compare with; the two that every
        shipped service has, if not given.
    seed
        Which luck of the sampling. It is the same for each service.

    They raise `ScenarioError`, with all problems at once.

    Attributes
    ----------
    parts
        A part for each service.
    designs
        The designs that are run at each point.
    method
        How the points were chosen.
    seed
        Which luck they were drawn by.
    sampling
        What else the method was given.
    """

    parts: tuple[Part, ...]
    designs: tuple[str, ...]
    method: Method
    seed: int = 1
    sampling: Sampling = NO_SAMPLING

    @classmethod
    def grid(
        cls,
        services: Services,
        levers: Varied = (),
        uncertainties: Varied = (),
        *,
        designs: Sequence[str] | None = None,
        steps: int = STEPS,
    ) -> Self:
        """Take every mix of some values of each factor: `steps` of a range, or all of a list."""
        sampling = Sampling(steps=steps)
        return cls.of_method(GRID, Wanted(services, designs, levers, uncertainties, 1, sampling))

    @classmethod
    def factorial(
        cls,
        services: Services,
        levers: Varied = (),
        uncertainties: Varied = (),
        *,
        designs: Sequence[str] | None = None,
    ) -> Self:
        """Take every mix of two values of each factor: the ends of a range, or a list of two.

        A full factorial of two levels (Box, Hunter & Hunter 2005, *Statistics for Experimenters*,
        chapter 5).
        """
        return cls.of_method(
            FACTORIAL, Wanted(services, designs, levers, uncertainties, 1, Sampling())
        )

    @classmethod
    def lhs(
        cls,
        services: Services,
        levers: Varied = (),
        uncertainties: Varied = (),
        *,
        points: int,
        designs: Sequence[str] | None = None,
        seed: int = 1,
    ) -> Self:
        """Draw a Latin hypercube: of n points, each factor takes each n-th part of its range once.

        Points that a rule refuses stay; they are not drawn again.
        """
        sampling = Sampling(points=points)
        return cls.of_method(LHS, Wanted(services, designs, levers, uncertainties, seed, sampling))

    @classmethod
    def sobol(
        cls,
        services: Services,
        levers: Varied = (),
        uncertainties: Varied = (),
        *,
        base: int,
        second_order: bool = False,
        designs: Sequence[str] | None = None,
        seed: int = 1,
    ) -> Self:
        """Draw Saltelli's points, of a scrambled Sobol sequence: base x (factors + 2) of them.

        `base` is a power of two, or the sequence would not be even. A dummy that changes nothing
        is the last factor, and counts. With `second_order`, of factors in pairs as well, there are
        base x (2 x factors + 2).
        """
        sampling = Sampling(base=base, second_order=second_order)
        return cls.of_method(
            SOBOL, Wanted(services, designs, levers, uncertainties, seed, sampling)
        )

    @classmethod
    def morris(
        cls,
        services: Services,
        levers: Varied = (),
        uncertainties: Varied = (),
        *,
        trajectories: int,
        levels: int = LEVELS,
        designs: Sequence[str] | None = None,
        seed: int = 1,
    ) -> Self:
        """Draw trajectories that move one factor at a time: trajectories x (factors + 1) points.

        A dummy that changes nothing is the last factor, and counts.
        """
        sampling = Sampling(trajectories=trajectories, levels=levels)
        return cls.of_method(
            MORRIS, Wanted(services, designs, levers, uncertainties, seed, sampling)
        )

    @classmethod
    def from_table(
        cls,
        services: Services,
        table: "pd.DataFrame | str | Path",
        levers: Sequence[str] = (),
        *,
        designs: Sequence[str] | None = None,
    ) -> Self:
        """Take the rows of a table, or of a CSV or Parquet file, whose columns are keys.

        Those that `levers` does not name are uncertainties. A column `service` tells of which
        service a row is; without it each row is a point of every service. A column `point` is left
        out: points are numbered anew.
        """
        return cls(*read_points(services, table, levers, designs), TABLE)

    @classmethod
    def of_method(cls, method: Method, wanted: Wanted) -> Self:
        """Make a plan by any method but a table, of all that is asked of it."""
        return cls(*draft(method, wanted), method, wanted.seed, wanted.sampling)

    @property
    def factors(self) -> tuple[Factor, ...]:
        """What is varied in all services together, each key once and as wide as in any."""
        return join_factors(self.parts)

    def __len__(self) -> int:
        """Return the number of points."""
        return sum(len(part.points) for part in self.parts)

    def draw_shares(self, part: Part) -> Shares:
        """Draw the points of a part in the unit cube again, as an analysis of Morris needs them.

        Only of a method that draws.
        """
        return draw_shares(self.method, len(part.factors), self.sampling, self.seed)

    def points_frame(self) -> "pd.DataFrame":
        """Return the points as a table: `point`, `service`, and a column a factor.

        Where a factor is not of a service, nothing stands there.
        """
        frame: pd.DataFrame = build_point_table(self.parts).to_pandas()
        return frame

    def to_dict(self) -> dict[str, Any]:
        """Return what there is to know of it but for scenarios and points, in a form for JSON."""
        return {
            "method": self.method,
            "seed": self.seed,
            "sampling": self.sampling.to_dict(),
            "designs": list(self.designs),
            "factors": [factor.to_dict() for factor in self.factors],
            "parts": [
                {
                    "name": part.name,
                    "points": len(part.points),
                    "factors": [factor.to_dict() for factor in part.factors],
                }
                for part in self.parts
            ],
        }

    @cached_property
    def sha256(self) -> str:
        """Hash of all that decides what is run: scenarios, factors, points, designs, method."""
        whole = hashlib.sha256(_write([self.method, self.designs]))
        for part in self.parts:
            scenario = None if part.scenario is None else part.scenario.to_table()
            factors = [factor.to_dict() for factor in part.factors]
            for content in (part.name, scenario, factors, part.points):
                whole.update(_write(content))
        return whole.hexdigest()


def _write(content: object) -> bytes:
    """Return content as one line of JSON that is the same in every process."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False).encode() + b"\n"
