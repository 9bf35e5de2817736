"""Cases that speak against the report: each of `scenarios/counter` shows what its file says.

A claim is that one measure is lower in one arm than in another, at the same citizens and luck: the
interval of the paired difference lies below 0. With a factor below 1 it says how much lower; with
one above 1, that it is at most so much higher. Intervals are Student's, two-sided; the family-wise
error is 0.1 % over this file. Where a mechanism is taken away or turned, the claim turns too: that
is a claim as well (`TURNS`). So a design does not win here merely because the file says so.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from scipy import stats

from sim.design import OWN_SOURCES
from sim.experiment import Cell, Replicated, RunSettings, replicate, simulate
from sim.experiment.cells import Scope
from sim.ledger import EndState
from sim.scenario import list_services, load_scenario, quantities

SHIPPED = Path(__file__).parents[2] / "scenarios"
FILES = {path.stem: path for path in sorted((SHIPPED / "counter").glob("*.toml"))}
SEED, WARM_UP, REPLICATIONS = 20_250_701, 49, 48
REFORM_DAY, DIP_WEEKS, REFORM_REPLICATIONS = 84, 6, 16
FAMILY_ERROR, PLANTED = 0.001, 0.03
LEAST_CORRELATION = 0.3


class Arm(NamedTuple):
    """A design of a case, with changes; with `reform_to`, those who come after a reform to it."""

    case: str
    design: str = "functionalised"
    changes: tuple[str, ...] = ()
    reform_to: str = ""
    after_days: int = 0
    """Days from the reform until the first citizen counts."""


class Claim(NamedTuple):
    """A measure is lower in one arm than so many times what it is in another."""

    measure: str
    lower: Arm
    higher: Arm
    factor: float = 1
    demand_type: Scope = None

    def __str__(self) -> str:
        return f"{self.lower.case}-{self.measure}-{self.demand_type or 'all'}-{self.factor}"


def both(case: str, *changes: str) -> tuple[Arm, Arm]:
    """Both designs of a case, with the same changes."""
    return Arm(case, "functionalised", changes), Arm(case, "absorbing", changes)


def without(arm: Arm, *changes: str) -> Arm:
    return arm._replace(changes=(*arm.changes, *changes))


DAYS, LIMIT = "end_to_end_days", "end_to_end_days_upper_limit"
COST, MINUTES = "cost_per_citizen_helped", "staff_minutes_per_citizen_helped"
RIGHT, UNMET, KEPT = "first_time_right_share", "unmet_need_share", "kept_promise_share"
CONTACTS, UNEQUAL = "contacts_per_case", "unequal_treatment"
MISFITS = "failure_contacts_absorb"

FORM, HANDLER = both("automation-standard-third")
VARIED_FORM, VARIED_HANDLER = both("automation-standard-third", "demand.standard.variety=3")
REFUSING, TALKED_WITH = both("refuse-incomplete")
PROCESSING = without(REFUSING, "functionalised.digital.refuses_incomplete=0")
DIALOGUE = without(REFUSING, "functionalised.digital=absorbing")
TARGET = Arm("target-with-slack")
NO_TARGET = without(TARGET, "functionalised.targets.order=arrival")
HELD = without(TARGET, "functionalised.targets.hold_days=1")
HALF = "demand.arrivals_per_day*=0.5"
SLACK, SLACK_NO_TARGET = without(TARGET, HALF), without(NO_TARGET, HALF)
RECORD, KNOWN_HANDLER = both("structured-record")
PLAIN_RECORD = without(RECORD, "functionalised.functions.specialisation_gain=0")
WORD_OF_MOUTH = without(RECORD, "functionalised.functions.convey=0.48")
ONE_QUEUE, TEAMS = both("pooling-small-service")
ONE_TEAM = without(TEAMS, "absorbing.centralisation.teams=1")
CENTRE, UNITS = both("specialist-centre")
VARIED_CENTRE, VARIED_UNITS = both("specialist-centre", "demand.variety=1.5")
DEEP_CENTRE, DEEP_UNITS = both(
    "specialist-centre",
    "demand.arrivals_per_day=20",
    "demand.variety=0.5",
    "demand.expert=0.8",
    "designs.functions.expertise=0.3",
    "functionalised.functions.pools.1.expert=1",
)
DEEP_NOBODY = without(DEEP_CENTRE, "functionalised.functions.pools.1.expert=0")
LOSSY, LOSSY_KNOWN = both("difficulty-confounder", "designs.functions.convey=0.9")
RULES, DISCRETION = both("discretion-unequal")
RULES_LIFTED = without(RULES, "functionalised.standards.discretion=0.8")
RULES_AGREED, DISCRETION_AGREED = both("discretion-unequal", "designs.standards.judgement_spread=0")

WINS = [
    Claim(DAYS, FORM, HANDLER, demand_type="standard"),
    Claim(MINUTES, FORM, HANDLER, 0.5, demand_type="standard"),
    Claim(COST, REFUSING, PROCESSING),
    Claim(CONTACTS, REFUSING, PROCESSING),
    Claim(DAYS, REFUSING, PROCESSING),
    Claim(COST, REFUSING, DIALOGUE),
    Claim(KEPT, NO_TARGET, TARGET),
    Claim(RIGHT, NO_TARGET, TARGET, 1.01),
    Claim(UNMET, TARGET, NO_TARGET, 1.1),
    Claim(LIMIT, SLACK, SLACK_NO_TARGET, 1.02),
    Claim(COST, RECORD, KNOWN_HANDLER),
    Claim(RIGHT, KNOWN_HANDLER, RECORD),
    Claim(DAYS, RECORD, KNOWN_HANDLER),
    Claim(COST, PLAIN_RECORD, KNOWN_HANDLER, 1.05),
    Claim(DAYS, ONE_QUEUE, TEAMS),
    Claim(LIMIT, ONE_QUEUE, TEAMS),
    Claim(COST, CENTRE, UNITS),
    Claim(DAYS, CENTRE, UNITS),
    Claim(LIMIT, CENTRE, UNITS),
    Claim(MISFITS, DEEP_CENTRE, DEEP_UNITS),
    Claim(RIGHT, DEEP_UNITS, DEEP_CENTRE),
    Claim(UNEQUAL, RULES, DISCRETION),
]
"""Standards, targets, specialisation and central services win, or lose nothing."""

TURNS = [
    Claim(DAYS, VARIED_HANDLER, VARIED_FORM, demand_type="standard"),
    Claim(COST, HANDLER, FORM, demand_type="other"),
    Claim(DAYS, HANDLER, FORM, demand_type="other"),
    Claim(DAYS, DIALOGUE, REFUSING),
    Claim(CONTACTS, DIALOGUE, REFUSING),
    Claim(COST, TALKED_WITH, REFUSING),
    Claim(KEPT, HELD, TARGET),
    Claim(LIMIT, NO_TARGET, TARGET),
    Claim(COST, KNOWN_HANDLER, WORD_OF_MOUTH),
    Claim(DAYS, KNOWN_HANDLER, WORD_OF_MOUTH),
    Claim(RIGHT, WORD_OF_MOUTH, KNOWN_HANDLER),
    Claim(DAYS, ONE_TEAM, ONE_QUEUE, 1.02),
    Claim(DAYS, ONE_QUEUE, ONE_TEAM, 1.02),
    Claim(MINUTES, TEAMS, ONE_QUEUE, 1.02),
    Claim(DAYS, VARIED_UNITS, VARIED_CENTRE),
    Claim(COST, VARIED_CENTRE, VARIED_UNITS),
    Claim(MISFITS, VARIED_UNITS, VARIED_CENTRE),
    Claim(MISFITS, DEEP_CENTRE, DEEP_NOBODY),
    Claim(MISFITS, DEEP_UNITS, DEEP_NOBODY),
    Claim(DAYS, LOSSY_KNOWN, LOSSY),
    Claim(UNEQUAL, RULES, RULES_LIFTED),
    Claim(UNEQUAL, DISCRETION_AGREED, RULES_AGREED),
]
"""The prices that are paid, and what happens without the mechanism."""


def dips(measure: str, before: str, after: str) -> list[Claim]:
    """Claims that a reform takes its toll at first, and none when the dip has passed."""
    dip = Arm("dip-after-reform", before, (), after)
    smooth = without(dip, "loops.dip_slowdown=0")
    late = [arm._replace(after_days=126) for arm in (dip, smooth)]
    return [Claim(measure, smooth, dip), Claim(MINUTES, *late, 1.02)]


DESIGNS = ("functionalised", "absorbing")
WAYS = [(before, after) for before in DESIGNS for after in DESIGNS]
DIPS = [claim for m in (DAYS, MINUTES) for way in WAYS for claim in dips(m, *way)]
CLAIMS = list(dict.fromkeys([*WINS, *TURNS, *DIPS]))
ALPHA = FAMILY_ERROR / (len(CLAIMS) + len(DESIGNS))
"""Error of each interval: one for a claim, and for a correlation in each design."""


@cache
def load(arm: Arm):
    return load_scenario(FILES[arm.case], arm.changes)


@cache
def replicate_arm(arm: Arm) -> Replicated:
    scenario, settings = load(arm), RunSettings(SEED, None, REPLICATIONS, WARM_UP)
    asked = {claim.demand_type for claim in CLAIMS} & {None, *scenario.demand}
    measures = tuple(dict.fromkeys(claim.measure for claim in CLAIMS))
    return replicate([Cell(scenario, arm.design)], settings, dict.fromkeys(asked, measures))


@cache
def reformed(arm: Arm) -> list[dict[str, float | None]]:
    """Measure those who come in some weeks after a reform."""
    start = REFORM_DAY + arm.after_days
    reform = {"reform_to": arm.reform_to, "reform_day": REFORM_DAY, "days": start + 7 * DIP_WEEKS}
    runs = (
        simulate(load(arm), arm.design, seed=SEED, replication=number, **reform)
        for number in range(REFORM_REPLICATIONS)
    )
    return [{m: r.value for m, r in run.measure(start).items()} for run in runs]


def values(arm: Arm, measure: str, demand_type: Scope = None) -> np.ndarray:
    """One value of a measure for each replication."""
    if arm.reform_to:
        return np.array([measured[measure] for measured in reformed(arm)], float)
    return replicate_arm(arm).samples[demand_type][measure].values[:, 0]


def interval(sample: Sequence[float] | np.ndarray) -> tuple[float, float]:
    """Interval of the mean of independent values, at error `ALPHA`."""
    half = stats.t.ppf(1 - ALPHA / 2, len(sample) - 1) * stats.sem(sample)
    return float(np.mean(sample) - half), float(np.mean(sample) + half)


def is_lower(lower: np.ndarray, higher: np.ndarray, factor: float) -> bool:
    low, high = interval(lower - factor * higher)
    print(f"{lower.mean():.4g} against {factor} x {higher.mean():.4g}: {low:.4g} to {high:.4g}")
    return high < 0


def pair(claim: Claim) -> tuple[np.ndarray, np.ndarray]:
    one, other = (values(arm, claim.measure, claim.demand_type) for arm in claim[1:3])
    assert np.isfinite([one, other]).all()
    return one, other


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_a_case_shows_what_it_claims_and_the_other_way_round_it_would_fail(claim: Claim) -> None:
    lower, higher = pair(claim)
    assert is_lower(lower, higher, claim.factor)
    assert not is_lower(higher, lower, 1 / claim.factor)


def test_no_difference_is_no_claim() -> None:
    rng = np.random.default_rng(SEED)
    pairs = rng.normal(1, 0.1, (2_000, 2, REPLICATIONS))
    assert not any(is_lower(one, other, 1) for one, other in pairs)


# --- Difficulty: faces and delay go together, and hand-overs are not why ------------------------


def courses(design: str, number: int):
    arm = Arm("difficulty-confounder", design)
    return simulate(load(arm), design, seed=SEED, replication=number).ledger.courses


@pytest.mark.parametrize("design", DESIGNS)
def test_those_who_meet_more_faces_wait_longer(design: str) -> None:
    correlations = []
    for number in range(REFORM_REPLICATIONS):
        course = courses(design, number)
        met = course.end_state == EndState.MET
        waits = (course.end_s - course.arrival_s)[met]
        correlations.append(stats.spearmanr(course.faces[met], waits).statistic)
    print(interval(correlations))
    assert interval(correlations)[0] > LEAST_CORRELATION


def test_the_same_face_ends_each_case_at_the_same_second() -> None:
    for number in range(3):
        changing, same = (courses(design, number) for design in DESIGNS)
        assert same.faces.sum() < 0.9 * changing.faces.sum()
        assert (same.end_s == changing.end_s).all()
        assert (same.end_state == changing.end_state).all()


# --- The files ----------------------------------------------------------------------------------

NUMBER = re.compile(r"^(\w+) = \{ is = ([\d.]+)", re.MULTILINE)
FITTED = re.compile(r"^(\w+) = .*from = \"fitted\"", re.MULTILINE)


def test_each_case_is_claimed_about_and_no_service() -> None:
    assert {arm.case for claim in CLAIMS for arm in claim[1:3]} == set(FILES)
    assert not set(FILES) & set(list_services())


@pytest.mark.parametrize("case", FILES)
def test_a_file_says_what_it_shows_and_what_not(case: str) -> None:
    scenario, text = load_scenario(FILES[case]), FILES[case].read_text("utf-8")
    assert scenario.service.name == case
    assert set(scenario.designs) == set(DESIGNS)
    head = text.split("[service]")[0]
    for part in ("# Found:", "# Should win:", "# Why the model gives it:", "# Not shown:"):
        assert part in head


@pytest.mark.parametrize("case", FILES)
def test_every_number_has_a_source_and_a_fitted_one_a_range(case: str) -> None:
    scenario = load_scenario(FILES[case])
    known = {*scenario.sources, *OWN_SOURCES}
    for key, quantity in quantities(scenario):
        assert quantity.source in known, key
        assert quantity.source != "fitted" or quantity.plausible is not None, key


@pytest.mark.parametrize("case", FILES)
def test_numbers_are_those_of_sickness_benefit_or_marked(case: str) -> None:
    files = ("sickness-benefit", "mechanisms")
    benefit = "".join((SHIPPED / f"{name}.toml").read_text("utf-8") for name in files)
    shared, fitted = set(NUMBER.findall(benefit)), set(FITTED.findall(benefit))
    own = [
        (key, number)
        for above, line in pairwise(FILES[case].read_text("utf-8").splitlines())
        for key, number in set(NUMBER.findall(line)) - shared
        if key not in fitted and "# here" not in above[:6] + line
    ]
    assert own == []
