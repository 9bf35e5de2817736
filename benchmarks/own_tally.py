"""How often the intervals of a tally hold the true share: in hours drawn, and in shipped services.

``python -m benchmarks.own_tally`` prints the tables of `docs/one-hour.md`; it takes a minute or
two. At 95 % a figure of 20,000 repetitions has a standard error of 0.15 percentage points, one of
2,000 of 0.5; at 80 % it is 0.3 and 0.9.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

from sim.eventlog import Cause, Event, read_calendar_s
from sim.experiment import Run, simulate
from sim.own.tally.alike import ASSUMED, count_unlike, estimate_alike
from sim.own.tally.jeffreys import find_ends
from sim.scenario import load_scenario
from sim.units import DAY_S

SEED, REPETITIONS, HOURS = 1, 20_000, 2_000
SHARES, CORRELATION, MORE_ALIKE = (0.3, 0.6, 0.85), 0.05, 0.15
CONTACTS = 30
SCHEDULES = ((30,), (6,) * 5, (10,) * 3, (30,) * 5)
SEVERAL_REPETITIONS = 2_000
CAUSES = (0.45, 0.2, 0.12, 0.1, 0.07, 0.04, 0.01, 0.01)
FAILURES = 18
SERVICES = (
    ("call-line", "functionalised"),
    ("call-line", "absorbing"),
    ("sickness-benefit", "functionalised"),
)
DAYS, WARM_UP_DAYS = 400, 100
WORTH = count_unlike(np.array([CONTACTS]), ASSUMED)
"""How many unlike contacts 30 of one hour are worth."""
Counts = NDArray[np.int64]


def draw_hours(
    share: float, schedule: tuple[int, ...], repetitions: int, correlation: float, seed: int = SEED
) -> Counts:
    """Draw failure contacts of hours whose shares vary: shape (repetitions, hours)."""
    rng = np.random.default_rng((seed, int(share * 1000), len(schedule)))
    weight = (1 - correlation) / correlation
    shares = rng.beta(share * weight, (1 - share) * weight, (repetitions, len(schedule)))
    return rng.binomial(np.array(schedule), shares)


def find_coverage(failures: Counts, contacts: int, worth: float, truth: float) -> float:
    """Return in what part of the repetitions of one hour the interval holds the true share."""
    ends = {int(n): find_ends(int(n) / contacts, worth) for n in np.unique(failures)}
    return float(np.mean([ends[int(n)][0] <= truth <= ends[int(n)][1] for n in failures]))


def find_coverage_of_several(
    failures: Counts, schedule: tuple[int, ...], truth: float
) -> tuple[float, float]:
    """Return the coverage over several hours, whose likeness is estimated, and the mean width."""
    contacts = np.array(schedule, np.int64)
    inside, widths = [], []
    for one in failures:
        alike = estimate_alike(one, contacts)
        share = one.sum() / contacts.sum()
        low, high = find_ends(share, count_unlike(contacts, alike.correlation))
        inside.append(low <= truth <= high)
        widths.append(high - low)
    return float(np.mean(inside)), float(np.mean(widths))


def find_coverage_of_causes(prior_of_others: float) -> NDArray[np.float64]:
    """Return for each cause how often its interval holds its share, in single hours."""
    rng = np.random.default_rng(SEED)
    shares = np.array(CAUSES)
    of_hours = rng.dirichlet(shares * (1 - CORRELATION) / CORRELATION, REPETITIONS)
    counted = np.array([rng.multinomial(FAILURES, one) for one in of_hours]) / FAILURES
    worth = count_unlike(np.array([FAILURES]), ASSUMED)
    first, second = 0.5 + counted * worth, prior_of_others + (1 - counted) * worth
    low = np.where(counted > 0, np.minimum(beta.ppf(0.025, first, second), counted), 0)
    high = np.where(counted < 1, np.maximum(beta.ppf(0.975, first, second), counted), 1)
    return np.asarray(((low <= shares) & (shares <= high)).mean(axis=0))


class Listened(NamedTuple):
    """Hours that somebody could have listened to in a run, and the truth of its service.

    Attributes
    ----------
    failures
        Of the contacts that come next to whoever sits down at some moment: shape (hours,).
    share
        The failure share of all contacts of the run after its warm-up.
    """

    failures: Counts
    share: float


def listen_to(
    run: Run, warm_up_days: int, hours: int = HOURS, *, schedule: tuple[int, int] = (1, CONTACTS)
) -> Listened:
    """Sit down at moments of open time, and count failure among the next contacts of that day.

    Who sits down so late that fewer come before closing sits down at another moment.

    Parameters
    ----------
    run, warm_up_days
        A run of a service, and the calendar days of it that are left out.
    hours
        How often somebody listens.
    schedule
        At how many moments, and to how many contacts at each.
    """
    times, size = schedule
    when, service_s, failure = _list_contacts(run, warm_up_days)
    moments = np.random.default_rng(SEED).integers(service_s[0], service_s[-1], hours * times * 2)
    starts = np.searchsorted(service_s, moments)
    starts = starts[_are_of_one_day(when, starts, size)][: hours * times]
    heard = _count_from(failure, starts, size).reshape(-1, times).sum(axis=1)
    return Listened(heard, float(failure.mean()))


def listen_at_opening(run: Run, warm_up_days: int) -> Listened:
    """Listen to the first contacts of each open day."""
    when, _, failure = _list_contacts(run, warm_up_days)
    starts = np.flatnonzero(np.diff(when // DAY_S) > 0) + 1
    starts = starts[_are_of_one_day(when, starts, CONTACTS)]
    return Listened(_count_from(failure, starts, CONTACTS), float(failure.mean()))


def _list_contacts(run: Run, warm_up_days: int) -> tuple[Counts, Counts, NDArray[np.bool_]]:
    """Return calendar time and service time of each contact, and whether it is failure demand."""
    contacts = run.log.of_kind(Event.CONTACT_IN)
    when = read_calendar_s(run.log, run.calendar)[run.log.kind == Event.CONTACT_IN]
    kept = (when >= warm_up_days * DAY_S) & (when < run.days * DAY_S)
    return when[kept], contacts.time_s[kept], contacts.cause[kept] != Cause.VALUE


def _are_of_one_day(when: Counts, starts: Counts, size: int) -> NDArray[np.bool_]:
    last = np.minimum(starts + size - 1, len(when) - 1)
    return (starts + size <= len(when)) & (when[starts] // DAY_S == when[last] // DAY_S)


def _count_from(failure: NDArray[np.bool_], starts: Counts, size: int) -> Counts:
    until = np.concatenate([[0], np.cumsum(failure)])
    return until[starts + size] - until[starts]


def print_hours() -> None:
    """Print the coverage in hours that were drawn."""
    print("\n| contacts | failure share | of the service | plain binomial | mean width |")
    print("|---|---|---|---|---|")
    for share in SHARES:
        failures = draw_hours(share, (CONTACTS,), REPETITIONS, CORRELATION)[:, 0]
        ours, plain = (find_coverage(failures, CONTACTS, n, share) for n in (WORTH, CONTACTS))
        ends = [find_ends(int(n) / CONTACTS, WORTH) for n in failures[:SEVERAL_REPETITIONS]]
        width = np.mean([high - low for low, high in ends])
        print(f"| 30 of one hour | {share:.0%} | {ours:.1%} | {plain:.1%} | {width:.2f} |")
    for schedule in SCHEDULES[1:]:
        for share in SHARES:
            drawn = draw_hours(share, schedule, SEVERAL_REPETITIONS, CORRELATION)
            ours, width = find_coverage_of_several(drawn, schedule, share)
            called = f"{schedule[0]} of each of {len(schedule)} hours"
            print(f"| {called} | {share:.0%} | {ours:.1%} | | {width:.2f} |")
    print(f"\nWhere the correlation is {MORE_ALIKE}:")
    for schedule in (*SCHEDULES[1:], (15,) * 20):
        drawn = draw_hours(0.6, schedule, SEVERAL_REPETITIONS, MORE_ALIKE)
        ours, _ = find_coverage_of_several(drawn, schedule, 0.6)
        print(f"{schedule[0]} of each of {len(schedule)} hours, 60%: {ours:.1%}")


def print_services() -> None:
    """Print the coverage in runs of shipped services, and how far the first contacts are off."""
    print("\n| service | design | failure share | of the service | plain binomial | 6 at 5 times |")
    print("|---|---|---|---|---|---|")
    told = []
    for name, design in SERVICES:
        run = simulate(load_scenario(name), design, seed=SEED, days=DAYS)
        heard = listen_to(run, WARM_UP_DAYS)
        several = listen_to(run, WARM_UP_DAYS, schedule=(5, 6))
        worth_of_several = count_unlike(np.full(5, 6), ASSUMED)
        ours, plain, of_several = (
            find_coverage(one.failures, CONTACTS, n, heard.share)
            for one, n in ((heard, WORTH), (heard, CONTACTS), (several, worth_of_several))
        )
        shares = f"{heard.share:.1%} | {ours:.1%} | {plain:.1%} | {of_several:.1%}"
        print(f"| {name} | {design} | {shares} |")
        first = listen_at_opening(run, WARM_UP_DAYS)
        inside = find_coverage(first.failures, CONTACTS, WORTH, first.share)
        share = first.failures.mean() / CONTACTS
        told.append(
            f"{name}, {design}: of the first 30 of a day {share:.1%} are failure demand; the "
            f"interval holds the service's share on {inside:.0%} of {len(first.failures)} days"
        )
    print("", *told, sep="\n")


def main() -> None:
    """Print all tables."""
    print_hours()
    print("\nCauses of 18 failure contacts of one hour, true shares", CAUSES)
    for others, called in ((0.5, "as shipped"), (3.5, "1/2 for each of the eight")):
        print(called, [f"{share:.1%}" for share in find_coverage_of_causes(others)])
    print_services()


if __name__ == "__main__":
    main()
