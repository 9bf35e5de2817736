"""Teams that share nobody are runs of their own: their ledger is that of the whole run."""

from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from sim.engines.fast import engine
from sim.engines.fast.engine import simulate_batch_fast, simulate_teams
from sim.engines.fast.machine import growth, joining
from sim.engines.fast.machine.teams import Teams, find_teams, share_out
from sim.engines.fast.machine.ties import Tie, find_ties, is_apart
from sim.engines.request import STOP, ReformDay, RunRequest, build_stop_sign
from sim.errors import TooLargeError
from sim.experiment.cells import Cell, CellRun, measure_run
from sim.ledger import Ledger
from sim.measures import MEASURES
from sim.scenario import load_scenario
from tests.agreement.apart import NO_TEMPS, UNTIED, ask, enlarge, tell_team_by_team
from tests.agreement.scenarios import Play, plays
from tests.agreement.test_ledger import FEW, differences, fold

EVERYTHING = str(Path(__file__).parents[1] / "mechanisms" / "everything.toml")
ALL_UNTIED = tuple(f"designs.{change}" for change in (*UNTIED, NO_TEMPS))
SERVICES = {
    "sickness-benefit": (7, 60),
    "call-line": (9, 20),
    "building-permits": (4, 80),
    "family-support": (5, 60),
    "home-care": (7, 25),
    "outsourced-home-care": (5, 40),
    EVERYTHING: (4, 60),
}
"""Teams and days: several demand types, shifts, clients, contractors that fail, staff who leave."""


def list_shipped() -> list[tuple[str, str]]:
    return [(name, design) for name in SERVICES for design in load_scenario(name).designs]


def ask_untied(service: str, design: str) -> RunRequest:
    own_staff = ("designs.staff.total=34",) if service == EVERYTHING else ()
    return ask(service, design, *SERVICES[service], *ALL_UNTIED, *own_staff)


def apart(asked: RunRequest) -> Ledger:
    return simulate_teams(asked, build_stop_sign())[0]


def differ(asked: RunRequest) -> list[str]:
    return differences(tell_team_by_team(fold(asked), asked), apart(asked))


@pytest.mark.parametrize(("service", "design"), list_shipped())
def test_shipped_services_of_many_teams_have_the_ledger_of_the_whole_run(
    service: str, design: str
) -> None:
    asked = ask_untied(service, design)
    assert find_ties(asked) == ()
    assert differ(asked) == []


def test_random_services_of_many_teams_have_the_ledger_of_the_whole_run() -> None:
    bankrupt: list[bool] = []

    @FEW
    @given(plays())
    def agree(play: Play) -> None:
        asked = enlarge(play).run(RunRequest)
        assert find_ties(asked) == ()
        assert differ(asked) == []
        layout = asked.blueprint.layout
        bankrupt.append(layout.bankruptcy > 0 and bool(layout.outsourced.any()))

    agree()
    assert sum(bankrupt) > len(bankrupt) / 10


TIED: dict[Tie, tuple[str, str, tuple[str, ...]]] = {
    Tie.TEMPS: ("home-care", "functionalised", ("designs.centralisation.placed_by_load=0",)),
    Tie.LENDING: ("sickness-benefit", "absorbing", ("designs.centralisation.lends=0.5",)),
    Tie.PLACING: ("home-care", "absorbing", ("designs.centralisation.placed_by_load=1",)),
}
"""Services in which one thing alone ties teams together."""


@pytest.mark.parametrize("processors", [1, 3, 1000])
def test_it_is_the_same_on_any_number_of_processors(
    processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask_untied("sickness-benefit", "functionalised")
    monkeypatch.setattr("sim.engines.fast.machine.teams.count_processors", lambda: processors)
    parts = share_out(find_teams(asked))
    assert min(processors, 3) <= len(parts) <= min(processors, 7)  # teams are not of one size
    assert [team for part in parts for team in part] == list(range(7))
    assert differ(asked) == []


@pytest.mark.parametrize("tie", TIED)
def test_what_ties_teams_together_makes_them_one_run(tie: Tie) -> None:
    service, design, changes = TIED[tie]
    asked = ask(service, design, *SERVICES[service], *changes)
    assert find_ties(asked) == (tie,)
    assert differ(asked) != []


def test_runs_of_both_kinds_come_back_in_their_order() -> None:
    many = ask_untied("call-line", "absorbing")
    tied = ask("call-line", "absorbing", 9, 20, "designs.centralisation.lends=0.5")
    few = ask("call-line", "absorbing", 2, 20)
    asked = [few, many, tied, many._replace(luck=6), few._replace(luck=6)]
    assert [is_apart(one) for one in asked] == [False, True, False, True, False]
    ledgers = simulate_batch_fast(asked, build_stop_sign())
    expected = [tell_team_by_team(fold(o), o) if is_apart(o) else fold(o) for o in asked]
    assert [differences(*both) for both in zip(expected, ledgers, strict=True)] == [[]] * 5


@pytest.mark.parametrize("few", [{"teams": 7, "days": 20}, {"teams": 8, "days": 1}])
def test_few_teams_and_few_citizens_are_one_run(few: dict[str, int]) -> None:
    assert not is_apart(ask("call-line", "absorbing", **few))
    assert is_apart(ask("call-line", "absorbing", teams=8, days=20))


def test_teams_are_told_to_stop() -> None:
    stop_sign = build_stop_sign()
    stop_sign[STOP] = True
    with pytest.raises(CancelledError):
        simulate_batch_fast([ask_untied("call-line", "absorbing")], stop_sign)


def test_memory_is_that_of_all_runs_made_together(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [ask("sickness-benefit", "functionalised", teams=8, days=90)] * 4
    _, held = simulate_teams(asked[0], build_stop_sign())
    monkeypatch.setattr(growth, "MOST_BYTES", 3 * held)
    simulate_batch_fast(asked[:1], build_stop_sign())
    with pytest.raises(TooLargeError, match="more happens in this run than fits in memory"):
        simulate_batch_fast(asked, build_stop_sign())


def test_a_reform_makes_them_one_run() -> None:
    asked = ask_untied("sickness-benefit", "functionalised")
    other = ask_untied("sickness-benefit", "absorbing").blueprint
    assert find_ties(asked._replace(reforms=(ReformDay(9, other),))) == (Tie.REFORM,)


def first_in_the_service(found: Teams) -> Teams:
    """Staff numbered in each team from 0."""
    return found._replace(first_worker=np.zeros_like(found.first_worker))


def next_one(found: Teams) -> Teams:
    """Staff numbered from the second on."""
    return found._replace(first_worker=found.first_worker + 1)


def without_temps(found: Teams) -> Teams:
    """Temps whom nobody calls not counted: whoever comes for one who left has another number."""
    whole = found.request.blueprint
    alone = whole._replace(roster=whole.roster._replace(temps=0))
    return found._replace(request=found.request._replace(blueprint=alone))


def of_one_size(found: Teams) -> Teams:
    """The design of the first team for all."""
    return found._replace(blueprint=np.zeros_like(found.blueprint))


def backwards(found: Teams) -> Teams:
    """Citizens of two teams exchanged."""
    citizens = found.citizens.copy()
    citizens[[0, -1]] = citizens[[-1, 0]]
    return found._replace(citizens=citizens)


PLANTED = (first_in_the_service, next_one, without_temps, of_one_size, backwards)


@pytest.mark.parametrize("plant", PLANTED)
def test_an_error_in_who_belongs_to_a_team_is_found(
    plant: Callable[[Teams], Teams], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask_untied(EVERYTHING, "all")
    assert differ(asked) == []
    monkeypatch.setattr(engine, "find_teams", lambda request: plant(find_teams(request)))
    assert differ(asked) != []


def test_books_joined_in_another_order_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ask_untied("sickness-benefit", "functionalised")
    monkeypatch.setattr(
        joining,
        "_merge",
        lambda worlds, name, _what, _entrance: {
            each: joining._take_rows(worlds, each, name)
            for each in ((name, "meeting_jobs") if name == "meetings" else (name,))
        },
    )
    assert {"meetings.calendar_s", "shifts.staff"} <= {name[1:] for name in differ(asked)}


@pytest.mark.parametrize("service", ["sickness-benefit", "home-care"])
def test_every_measure_is_the_same_to_the_last_bit(service: str) -> None:
    """What is measured asks for no order but that of time."""
    teams, days = SERVICES[service][0], 90
    asked = ask(service, "absorbing", teams, days, *ALL_UNTIED)
    scenario = load_scenario(service, (f"designs.centralisation.teams={teams}",))
    run = CellRun(0, 0, Cell(scenario, "absorbing"), asked.blueprint, days)
    every = tuple(MEASURES)
    wanted = {None: every, **dict.fromkeys(scenario.demand, every)}
    whole, joined = (measure_run(run, led, wanted, 20) for led in (fold(asked), apart(asked)))
    assert repr(whole) == repr(joined)
