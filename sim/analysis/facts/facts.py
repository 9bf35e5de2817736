"""What is kept of a shipped scenario, so that a page may show it at once.

A short comparison of its two designs, and at which variety of needs they change places in cost.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from sim.analysis.breakeven import Breakeven, Crossing
from sim.analysis.comparison import Compared, Comparison
from sim.analysis.facts.mended import COST, HOURS, Mended
from sim.analysis.facts.premises import Premise
from sim.measures import MEASURES, Scale
from sim.results import Interval

COST_OF_FAILURE = "failure_demand_cost_per_year"
COST_PARTS = ("cost_value_work", "cost_failure_contacts", "cost_rework")
BESIDE_COST = (
    "end_to_end_days",
    "first_time_right_share",
    "visit_fit_share",
    "kept_promise_share",
    "unequal_treatment",
    "unmet_need_share",
    "faces_per_month",
    "work_joy",
)
"""In which a design may be the better one, whatever it costs."""
TOLD = (COST, HOURS, COST_OF_FAILURE, *COST_PARTS, *BESIDE_COST)
"""The measures that are kept."""
LEAST_SHARE = 0.01
"""A smaller difference is too close to say: one percent, and of shares one percentage point."""


class Turn(NamedTuple):
    """At which variety of needs two designs change places in cost."""

    own: float
    """The scenario's own variety: mean number of particulars of a need."""
    low: float
    high: float
    """From where to where it was varied."""
    crossings: tuple[Crossing, ...]
    """Where they change places, by value."""
    throughout: str | None
    """Where there is no crossing, the design that costs less throughout; `None` if neither."""


class Facts(NamedTuple):
    """What is kept of a scenario."""

    scenario_sha256: str
    """Hash of its file."""
    fingerprint: str
    """What the model that found it yields, see `sim.analysis.robustness.fingerprint`."""
    version: str
    """That which found it."""
    seed: int
    replications: int
    days: int
    """Calendar days of arrivals, warm-up included."""
    designs: tuple[str, str]
    currency: str
    settle: tuple[bool, bool]
    """Whether each of them settles; one that does not has no means here."""
    sources: dict[str, int]
    """How many quantities rest on each kind of source."""
    measures: dict[str, Compared]
    """Those of `TOLD`."""
    turn: Turn | None
    """In cost, by variety; `None` where the scenario was not varied."""
    mended: Mended | None = None
    """How far it gets without a new division of the work; `None` where no design shows that."""
    premises: Mapping[str, Premise] = MappingProxyType({})
    """What both cost without each premise that the verdict rests on, by its name."""

    @property
    def settles(self) -> bool:
        """Whether both designs do."""
        return all(self.settle)

    @property
    def cheaper(self) -> str | None:
        """The design that costs less per citizen helped; `None` where it is too close to say."""
        return self.find_better(COST)

    def is_of(self, comparison: Comparison) -> bool:
        """Tell whether a comparison was run alike, but for the number of replications."""
        run = (comparison.designs, comparison.seed, comparison.days)
        return run == (self.designs, self.seed, self.days)

    def find_better(self, name: str) -> str | None:
        """Return the design that is surely and noticeably better in a measure; `None` if neither.

        Surely: beyond chance. Noticeably: by `LEAST_SHARE` or more.
        """
        return self.judge(name, self.measures[name])

    def judge(self, name: str, compared: Compared) -> str | None:
        """Return the same of a measure that was compared otherwise, as without a premise."""
        if compared.first is None or compared.second is None or compared.difference is None:
            return None
        largest = max(abs(compared.first.mean), abs(compared.second.mean))
        measure, difference = MEASURES[name], compared.difference
        least = LEAST_SHARE * (1.0 if measure.unit.scale is Scale.SHARE else largest)
        if not difference.sure_sign or abs(difference.mean) < least:
            return None
        return self.designs[(difference.mean < 0) == (measure.better == "lower")]

    def list_better(self, design: str) -> list[str]:
        """List the measures beside cost in which a design is the better one."""
        return [name for name in BESIDE_COST if self.find_better(name) == design]


def build_facts(
    fingerprint: str,
    currency: str,
    comparison: Comparison,
    breakeven: Breakeven,
    *,
    mended: Mended | None = None,
    premises: Mapping[str, Premise] = MappingProxyType({}),
) -> Facts:
    """Gather what is to be kept of a scenario that was loaded from its file."""
    about, told = comparison.provenance, comparison.tell()
    first, second = comparison.settling
    return Facts(
        scenario_sha256=about.scenario_sha256 or "",
        fingerprint=fingerprint,
        version=about.version,
        seed=comparison.seed,
        replications=comparison.replications,
        days=comparison.days,
        designs=comparison.designs,
        currency=currency,
        settle=(first.settles, second.settles),
        sources=about.sources,
        measures={name: told[name]._replace(reason=None) for name in TOLD},
        turn=_build_turn(breakeven),
        mended=mended,
        premises=premises,
    )


def build_compared(
    name: str,
    currency: str,
    first: Interval | None,
    second: Interval | None,
    difference: Interval | None,
) -> Compared:
    """Build a measure in two designs from its intervals."""
    measure = MEASURES[name]
    return Compared(
        measure.unit_in(currency),
        measure.title,
        measure.better,
        first,
        second,
        difference,
        reason=None,
    )


def _build_turn(found: Breakeven) -> Turn | None:
    axis, profile = found.x, found.profile
    if axis.own is None:
        return None
    return Turn(axis.own, axis.low, axis.high, profile.crossings, profile.throughout)
