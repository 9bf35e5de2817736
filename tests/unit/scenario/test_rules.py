import pytest

from sim.errors import ScenarioError
from sim.scenario import build_scenario
from sim.scenario.rules import RULES
from sim.scenario.rules_staff import staff_shares
from tests import builders
from tests.builders import build_raw, q, text

ONE_DAY = {"from_day": q(1), "days": q(1)}


def problems_in(raw):
    """All problems of a raw scenario; none if it can be used."""
    try:
        build_scenario(raw, "test")
    except ScenarioError as error:
        return error.problems
    return []


def problems_with(place, value):
    """All problems of the small scenario with one thing put in place."""
    raw = table = build_raw()
    *above, last = place.split(".")
    for key in above:
        table = table[int(key)] if isinstance(table, list) else table.setdefault(key, {})
    table[int(last) if isinstance(table, list) else last] = value
    return problems_in(raw)


def evidence(**changes):
    about = {"design": "absorbing", "demand_type": "known", "from": "report"}
    return [{"measure": "contacts", "is": 2.0, "range": [1.0, 3.0], **about, **changes}]


def visits(**changes):
    kind = {"kind": "visits", "visits_per_day": q(2), "episode_days": q(90)}
    return {**builders.KNOWN, **kind, "chase_per_day": q(0), **changes}


def test_the_small_scenario_breaks_no_rule():
    assert problems_in(build_raw()) == []
    assert problems_with("evidence", evidence()) == []
    assert problems_with("demand.known", visits()) == []


def test_each_rule_is_written_down_as_a_check():
    assert all(rule.__doc__.startswith("Check that ") for rule in RULES)
    assert len(set(RULES)) == len(RULES)


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (
            "calendar.days_per_week",
            q(8),
            "calendar.days_per_week: found 8, expected a whole number from 1 to 7",
        ),
        (
            "calendar.opens_hour",
            q(24),
            "calendar.opens_hour: found 24, expected less than 24",
        ),
        (
            "calendar.calls_by_hour",
            [q(1)] * 7,
            "calendar.calls_by_hour: found 7 weights, expected 8 or more, one for each hour",
        ),
        (
            "calendar.calls_by_hour",
            [q(0)] * 8,
            "calendar.calls_by_hour: found 0, expected more than 0 for some hour",
        ),
        (
            "demand.known.patience_minutes",
            q(5),
            "demand.known.call_back_hours: found 0, expected more than 0 where callers hang up",
        ),
        (
            "demand.known.give_up_waiting_days",
            q(0.001),
            "demand.known.give_up_waiting_days: found 0.001, expected 0 or at least 0.01",
        ),
        (
            "demand.known.calls_back",
            q(0.5),
            "demand.known.calls_back: found 0.5, expected 0 where nobody hangs up",
        ),
        (
            "demand.known.priority",
            q(0.5),
            "demand.known.priority: found 0.5, expected a whole number of at least 0",
        ),
        (
            "staff.share_of_time",
            q(0),
            "staff.share_of_time: found 0, expected at least 0.01",
        ),
        (
            "staff.temps",
            q(1.5),
            "staff.temps: found 1.5, expected a whole number of at least 0",
        ),
        (
            "staff.days_on_per_week",
            q(6),
            "staff.days_on_per_week: found 6, expected a whole number from 1 to 5",
        ),
        (
            "designs.functionalised.targets.lead_days",
            q(2),
            "designs.functionalised.targets.hold_days: found 5, expected 0 where lead_days is set",
        ),
        (
            "staff.target_utilisation",
            q(1e-300),
            "staff.target_utilisation: found 1e-300, expected at least 0.01",
        ),
        (
            "staff.shifts.0.share",
            q(0.9),
            "staff.shifts: the shares add up to 0.9, expected 1",
        ),
        (
            "staff.shifts.0.starts_hours",
            q(1),
            "staff.shifts.0: ends 9 h after opening, expected at most 8 h (calendar.hours_per_day)",
        ),
        (
            "staff.shifts.0.hours",
            q(0),
            "staff.shifts.0.hours: found 0, expected at least 0.001",
        ),
        (
            "designs.functionalised.functions.pools.1.share",
            q(0.5),
            "designs.functionalised.functions.pools: "
            "the shares of content add up to 0.9, expected 1",
        ),
        (
            "designs.functionalised.centralisation.front_office_staff",
            q(0.1),
            "designs.functionalised.functions.pools: the shares of staff, with "
            "designs.functionalised.centralisation.front_office_staff, add up to 0.9, expected 1",
        ),
        (
            "designs.absorbing.centralisation.teams",
            q(1.5),
            "designs.absorbing.centralisation.teams: "
            "found 1.5, expected a whole number of at least 1",
        ),
        (
            "designs.functionalised.centralisation.teams",
            q(5),
            "designs.functionalised: the front office has no worker in a team of 2 "
            "(staff.total 10, teams 5, share 0.2), expected at least 1",
        ),
        (
            "demand.known.content_minutes",
            q(0),
            "demand.known.content_minutes: found 0, expected more than 0",
        ),
        (
            "demand.known",
            {**builders.KNOWN, "arrivals_per_day": q(2.5), "dispersion": q(0.09)},
            "demand.known.dispersion: found 0.09, expected at least 0.1, as whole numbers of a "
            "mean of 2.5 have",
        ),
        (
            "demand.known.by_weekday",
            [q(1)] * 5,
            "demand.known.by_weekday: found 5 weights, expected 7, or none",
        ),
        (
            "demand.known.by_weekday",
            [*[q(0)] * 5, q(1), q(1)],
            "demand.known.by_weekday: found 0, expected more than 0 for some open day",
        ),
        (
            "shock",
            [{"what": "staff", "factor": q(1.5), **ONE_DAY}],
            "shock.0.factor: found 1.5, expected at most 1 where it is about staff",
        ),
        (
            "shock",
            [{"what": "demand", "from_day": q(1), "days": q(0.5), "factor": q(1.5)}],
            "shock.0.days: found 0.5, expected a whole number of at least 1",
        ),
        (
            "shock",
            [
                {
                    "what": "staff",
                    "from_day": q(1),
                    "days": q(7),
                    "factor": q(0),
                    "demand_type": "known",
                }
            ],
            'shock.0.demand_type: found "known", expected none where it is about staff',
        ),
        (
            "demand.known",
            {**builders.KNOWN, "window_minutes": q(30)},
            'demand.known.window_minutes: found 30, expected 0 where kind is "case"',
        ),
        (
            "demand.known",
            visits(window_minutes=q(30), on_time_minutes=q(31)),
            "demand.known.on_time_minutes: found 31, expected at most 30 (window_minutes)",
        ),
        (
            "demand.known",
            visits(visits_per_day=q(0.5)),
            'demand.known.visits_per_day: found 0.5, expected at least 1 where kind is "visits"',
        ),
        (
            "demand.known",
            visits(episode_days=q(0)),
            'demand.known.episode_days: found 0, expected more than 0 where kind is "visits"',
        ),
        (
            "loops.pressure_days",
            q(0),
            "loops.pressure_days: found 0, expected more than 0",
        ),
        (
            "loops",
            {"alpha": q(0.6), "floor": q(0)},
            "loops.floor: found 0, expected more than 0",
        ),
        (
            "loops.absence_gain",
            q(0.2),
            "loops.absence_weeks: found 0, expected more than 0",
        ),
        ("loops.dip_slowdown", q(0.2), "loops.dip_days: found 0, expected more than 0"),
        (
            "demand.known.variety",
            q(5, 0, 4),
            "demand.known.variety: found 5, expected it within its range [0.0, 4.0]",
        ),
        (
            "sources.raport",
            "Another",
            'sources.raport: not used, expected some quantity with from = "raport"',
        ),
        (
            "sources.fitted",
            "A source",
            "sources.fitted: found a general word, expected another key",
        ),
        (
            "costs.unmet_need.from",
            "reprot",
            'costs.unmet_need.from: found the source "reprot", did you mean "report"?',
        ),
        ("service.title", text(" "), "service.title.en: found nothing, expected words"),
        ("service.title", {}, "service.title: missing, expected words in one of en, sv, da"),
        ("service.title", {"no": "A"}, "service.title.no: unknown key, expected one of: en, sv"),
        (
            "evidence",
            evidence(design="absorb"),
            'evidence.0.design: found "absorb", did you mean "absorbing"?',
        ),
        (
            "evidence",
            evidence(demand_type="unknown"),
            'evidence.0.demand_type: found "unknown", did you mean "known"?',
        ),
        (
            "evidence",
            evidence(**{"from": "assumed"}),
            'evidence.0.from: found the source "assumed", expected one of: report',
        ),
        (
            "evidence",
            evidence(**{"is": 4.0}),
            "evidence.0.is: found 4, expected it within its range [1.0, 3.0]",
        ),
        (
            "evidence",
            evidence(range=[float("-inf"), float("inf")]),
            "evidence.0.range: found [-inf, inf], expected finite numbers",
        ),
        (
            "evidence",
            evidence(range=[3.0, 1.0]),
            "evidence.0.is: found 2, expected it within its range [3.0, 1.0]",
        ),
        (
            "designs.absorbing.functions.pools.0.staff",
            q(1e-9),
            "designs.absorbing.functions.pools: the shares of staff, with",
        ),
        (
            "calendar.hours_per_day",
            q(0.0001),
            "calendar.hours_per_day: found 0.0001, expected at least 0.02",
        ),
    ],
)
def test_a_broken_rule_is_told(place, value, problem):
    assert any(line.startswith(problem) for line in problems_with(place, value))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("demand.variety", builders.KNOWN),
        ("designs.demand", builders.ABSORBING),
        ("designs.purpose", builders.ABSORBING),
        ("designs.functionalised.functions.pools.1.name", "intake"),
    ],
)
def test_a_name_is_not_taken_twice(place, value):
    (problem,) = problems_with(place, value)

    assert problem.endswith("expected one that nothing else has")


@pytest.mark.parametrize("name", ["with.dot", "Upper", "1st", ""])
def test_a_name_can_be_written_in_a_change(name):
    raw = build_raw()
    raw["demand"][name] = builders.KNOWN

    (problem,) = problems_in(raw)
    assert problem.startswith("demand: found the name ")


def test_shares_may_differ_from_1_by_rounding_alone():
    place = "designs.functionalised.functions.pools.1.share"

    assert problems_with(place, q(0.6 + 1e-9)) == []
    assert len(problems_with(place, q(0.6 + 1e-5))) == 1


def test_problems_of_all_rules_are_told_at_once():
    raw = build_raw()
    raw["staff"]["total"] = q(0.5)
    raw["calendar"]["days_per_week"] = q(0)
    raw["demand"]["known"]["content_minutes"] = q(0)

    keys = {problem.split(":")[0] for problem in problems_in(raw)}
    assert {"staff.total", "calendar.days_per_week", "demand.known.content_minutes"} <= keys


def test_an_unreadable_part_hides_no_problem_of_another_and_invents_none():
    raw = build_raw(evidence=evidence(design="broken"))
    raw["designs"]["broken"] = {}
    raw["demand"]["known"]["content_minutes"] = q(0)
    del raw["staff"]["total"]

    others = [line for line in problems_in(raw) if not line.startswith("designs.broken.")]
    assert others == [
        'staff.total: missing, expected a quantity such as { is = 1, from = "assumed" }',
        "demand.known.content_minutes: found 0, expected more than 0",
    ]


def test_the_front_office_comes_before_the_functions():
    designs = builders.build_scenario().designs

    expected = [("the front office", 0.2), ("intake", 0.3), ("assess", 0.5)]
    assert staff_shares(designs["functionalised"]) == expected
    assert staff_shares(designs["absorbing"]) == [("whole", 1)]


def test_a_particular_without_words_is_told():
    raw = build_raw()
    raw["demand"]["known"]["particulars"] = [{"en": "two employers", "sv": " ", "da": "to"}]

    assert problems_in(raw) == ["demand.known.particulars.0.sv: found nothing, expected words"]
