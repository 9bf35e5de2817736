"""Which column is case, activity, time, start and person: by its name, or else by its cells."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sim.errors import ScenarioError
from sim.message import Message
from sim.own.guessing.profile import Profile, share_first_alike, share_varying
from sim.own.guessing.vocabulary import HEADERS, normalise, rank_header
from sim.own.lifecycle import COMPLETES, STARTS
from sim.own.times import NUMBERED
from sim.plain_text import cut

CASE_ATTRIBUTE = "case "
"""How a column begins that XES has of a case, not of a step."""
MOST_BLANK, MOST_ACTIVITIES, MOST_PERSONS = 0.05, 2_000, 20_000
VARIES = 0.02
"""Share of cases in which an activity, a time or a person differs between steps, at the least."""
MOST_TOLD = 12
Found = tuple[Profile | None, Message | None]


class Columns(NamedTuple):
    """Which column has which role, and why it was taken."""

    case: Profile
    activity: Profile
    time: Profile
    start: Profile | None
    resource: Profile | None
    lifecycle: Profile | None
    why: dict[str, Message]
    unlike: Profile | None = None
    """A column of starts that are not written as the times are, and cannot be read with them."""
    clock: Profile | None = None
    """A column of times of day, where that of times has days alone."""


def find_columns(profiles: Sequence[Profile], where: str) -> Columns:
    """Find which column has which role.

    Raises
    ------
    ScenarioError
        If there is none of case, activity or time, with all that are missing.
    """
    why: dict[str, Message] = {}
    free = list(profiles)

    def take(role: str, found: Found) -> Profile | None:
        profile, reason = found
        if profile is not None and reason is not None:
            free.remove(profile)
            why[role] = reason
        return profile

    case = take("case", _find_case(free))
    free = [one for one in free if not _is_of_case(one.name)]
    if case is None:
        raise ScenarioError(where, _tell_missing(["case"], profiles))
    start = take("start", _find_start(free, case))
    time = take("time", _find_time(free, case))
    if time is None and start is not None:  # the only time there is, whatever it is called
        time, start = start, None
        why["time"] = why.pop("start")
    lifecycle = take("lifecycle", _find_lifecycle(free))
    activity = take("activity", _find_activity(free, case))
    if activity is None or time is None:
        missing = [role for role, one in (("activity", activity), ("time", time)) if one is None]
        raise ScenarioError(where, _tell_missing(missing, profiles))
    resource = take("resource", _find_resource(free, case))
    unlike = None
    if start is not None and _code_of(start) != _code_of(time):
        start, unlike = None, start
        why.pop("start")
    return Columns(case, activity, time, start, resource, lifecycle, why, unlike)


def _is_of_case(name: str) -> bool:
    """Tell whether a column says something of a case; a "case worker" is none such."""
    is_known = any(rank_header(role, name) is not None for role in HEADERS)
    return normalise(name).startswith(CASE_ATTRIBUTE) and not is_known


def _code_of(one: Profile) -> str | None:
    return None if one.times is None else one.times.code


def _by_name(role: str, among: Iterable[Profile], fits: Callable[[Profile], bool]) -> Found:
    """Return the column whose name says most surely that it has a role, if its cells fit it."""
    ranked = [(rank, one) for one in among if (rank := rank_header(role, one.name)) is not None]
    for _, one in sorted(ranked, key=lambda pair: pair[0]):
        if fits(one):
            return one, Message("by its name")
    return None, None


def _find_case(among: Sequence[Profile]) -> Found:
    named = _by_name("case", among, lambda one: one.blank < 0.5 and one.distinct > 1)
    if named[0] is not None and named[0].rows_each > 1:
        return named
    likely = [
        one
        for one in among
        if one.blank < MOST_BLANK
        and one.distinct >= 5
        and 1.5 <= one.rows_each <= 500
        and one.times is None
        and _has_digits(one)
    ]
    if not likely:
        return named
    best = max(likely, key=lambda one: one.distinct)
    return best, Message(
        "by its cells: {n} different ones, each in {rows} rows on average",
        n=best.distinct,
        rows=round(best.rows_each, 1),
    )


def _has_digits(one: Profile) -> bool:
    return sum(any(map(str.isdigit, cell)) for cell in one.cells) > 0.8 * len(one.cells)


def _is_time(one: Profile) -> bool:
    """Tell whether a column holds times; numbers are times only if its name says so as well."""
    if one.times is None or one.blank > 0.5:
        return False
    if one.times.code not in NUMBERED and one.times.code != "%Y%m%d":
        return True
    return any(rank_header(role, one.name) is not None for role in ("time", "start"))


def _find_start(among: Sequence[Profile], case: Profile) -> Found:
    def fits(one: Profile) -> bool:
        return _is_time(one) and (case.rows_each < 1.5 or share_varying(case, one) > VARIES)

    return _by_name("start", among, fits)


def _find_time(among: Sequence[Profile], case: Profile) -> Found:
    named = _by_name("time", among, _is_time)
    if named[0] is not None:
        return named
    likely = [one for one in among if _is_time(one)]
    if not likely:
        return None, None
    best = max(likely, key=lambda one: (round(share_varying(case, one), 1), one.distinct))
    return best, Message("by its cells: they are times, and differ between the steps of a case")


def _find_lifecycle(among: Sequence[Profile]) -> Found:
    def fits(one: Profile) -> bool:
        words = {cell.strip().lower() for cell in one.cells}
        return bool(words & STARTS) and bool(words & COMPLETES)

    profile, _ = _by_name("lifecycle", among, fits)
    return profile, None if profile is None else Message(
        "by its name: steps start and are complete"
    )


def _find_activity(among: Sequence[Profile], case: Profile) -> Found:
    def is_one(one: Profile) -> bool:
        is_few = 0 < one.distinct <= MOST_ACTIVITIES and one.blank < 0.5
        return is_few and not _is_time(one)

    def fits(one: Profile) -> bool:
        return is_one(one) and share_varying(case, one) > VARIES

    for is_likely in (fits, is_one):
        named = _by_name("activity", among, is_likely)
        if named[0] is not None:
            return named
    likely = [one for one in among if fits(one) and one.words > 0.8 and one.rows_each > 4]
    if not likely:
        return None, None
    best = max(likely, key=lambda one: share_first_alike(case, one))
    return best, Message(
        "by its cells: {n} different ones, and many cases begin with the same", n=best.distinct
    )


def _find_resource(among: Sequence[Profile], case: Profile) -> Found:
    def fits(one: Profile) -> bool:
        return 0 < one.distinct <= MOST_PERSONS and one.times is None

    named = _by_name("resource", among, fits)
    if named[0] is not None:
        return named
    likely = [one for one in among if fits(one) and _looks_personal(one, case)]
    if not likely:
        return None, None
    best = max(likely, key=lambda one: one.distinct)
    return best, Message(
        "by its cells: {n} different short names that change within cases", n=best.distinct
    )


def _looks_personal(one: Profile, case: Profile) -> bool:
    """Tell whether cells look like names or initials of persons, who take turns at a case."""
    short = sum(len(cell) <= 40 and len(cell.split()) <= 3 for cell in one.cells)
    return (
        one.distinct >= 3
        and one.rows_each >= 3
        and one.words > 0.9
        and short > 0.95 * len(one.cells)
        and share_varying(case, one) > 0.1
    )


ROLES = {
    "case": Message("the case: a number or name that all steps of a case have in common"),
    "activity": Message("the activity: what was done, in words"),
    "time": Message("the time: when it was done, such as 2024-03-05 14:30"),
}


def _tell_missing(missing: Sequence[str], profiles: Sequence[Profile]) -> list[str]:
    """Return a line for each role without a column, and how to go on."""
    known = ", ".join(cut(one.name, 30) for one in profiles[:MOST_TOLD])
    told: list[str] = [
        Message(
            "found no column of {role}; its columns are: {known}", role=ROLES[role], known=known
        )
        for role in missing
    ]
    return [
        *told,
        Message(
            "expected a row for each step of a case; rename the columns as case, activity, time "
            "(and start, resource), or name them in a mapping file"
        ),
    ]
