"""Every command speaks the language that is asked for; it says nothing that no catalog has."""

import calendar
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sim.scenario import list_services
from sim.words import language, speaking
from sim.words.help import ABOUT, HELP
from tests.builders import build_raw, q, small_scenario_text
from tests.pseudo import WORD, speak_pseudo

Requisite = Callable[..., Result]
DAYS = ("--days", "14")
QUICK = (*DAYS, "--replications", "2")
STEERED = ("--replications", "2", "--quarters", "3", "--by", "unit-cost")
COMMANDS = {
    "check": ("check", "{file}"),
    "compare": ("compare", "{file}", *QUICK, "--set", "staff.total=12"),
    "visits": ("compare", "home-care", "--days", "30", "--replications", "2"),
    "evidence": ("evidence", "{evidence}", "--replications", "2"),
    "attribute": (
        *("attribute", "{file}", *QUICK, "--measure", "end_to_end_days"),
        *("--set", "absorbing.budget=functionalised", "--set", "absorbing.targets=functionalised"),
        *("--set", "absorbing.inspection=functionalised"),
    ),
    "breakeven": ("breakeven", "{file}", "--days", "30", "--replications", "2", "--points", "3"),
    "breakeven of another measure": (
        *("breakeven", "{file}", "--days", "30", "--replications", "2", "--points", "2"),
        *("--measure", "work_joy", "--y", "demand.tell=0.2:0.8", "--lines", "2"),
    ),
    "staff": ("staff", "{file}", *DAYS, "--replications", "2"),
    "squeeze": ("squeeze", "{file}", *DAYS, "--replications", "2"),
    "steer": ("steer", "{file}", *DAYS, "--replications", "2", "--quarters", "3"),
    "steer with a lever": ("steer", "{file}", *DAYS, *STEERED, "--lever", "purpose.check=0:1"),
    "robust": ("robust", "{file}", *DAYS, "--worlds", "10"),
    "calibrate": ("calibrate", "{fitted}", "--evaluations", "20", "--replications", "2"),
    "run": ("run", "{file}", *DAYS, "--design", "absorbing", "--events", "{folder}/e.parquet"),
    "citizen": ("citizen", "{file}", *DAYS, "--id", "1"),
    "own tally": ("own", "tally", "{tally}"),
    "own counts": ("own", "counts", "{counts}"),
    "own roster": ("own", "roster", "{roster}"),
    "nothing": (),
    **{f"{name} --help": (*name.split(), "--help") for name in ABOUT if name != "requisite"},
    "no such command": ("compre",),
    "no such option": ("compare", "home-care", "--colour"),
    "no service": ("compare",),
    "no number": ("compare", "home-care", "--seed", "x"),
    "one design": ("compare", "home-care", "--design", "absorbing"),
    "no such port": ("app", "--port", "0"),
    "some replications": ("compare", "home-care", "--replications", "some"),
}
KEYS = {
    *(word for name in ABOUT for word in name.split()),
    *(*list_services(), "functionalised", "absorbing", "fast", "auto", "N|auto"),
    *("sv|da|en", "report", "small-benefit", "known", "tell", "arrival", "complete", "deadline"),
    *("whole", "intake", "assess", "SEK", "DKK", "ADDRESS"),
}
"""What is typed as it stands, whatever the language; and the functions of the small service."""
TALLY = """time,kind,cause
2026-11-27 09:14,failure,digital
2026-11-27 09:16,failure,
2026-11-27 09:20,unsure,
2026-11-28 09:16,value,
"""
SAID_ELSEWHERE = (
    *calendar.day_name,
    *calendar.day_abbr,
    "Small benefit",
    "Known need",
    "Home care",
    " and ",
)
"""What a file says in the language spoken, and Babel: weekdays, what stands between items."""


@pytest.fixture
def files(scenario_file: str, tmp_path: Path) -> dict[str, str]:
    """Small services: one as it is, one with a figure to judge, one with something to fit."""
    text = Path(scenario_file).read_text()
    figure = (
        '\n[[evidence]]\nmeasure = "contacts_per_case"\ndesign = "functionalised"\n'
        'demand_type = "known"\nis = 2.0\nrange = [1.0, 3.0]\nfrom = "report"\n'
    )
    raw = build_raw()
    raw["demand"]["known"]["variety"] = {**q(1.0, 0, 4), "from": "fitted"}
    evidence, fitted = tmp_path / "evidence.toml", tmp_path / "fitted.toml"
    tally, counts, roster = (tmp_path / f"{name}.csv" for name in ("tally", "counts", "roster"))
    tally.write_text(TALLY)
    counts.write_text("date,hour,count\n2026-01-05,9,4\n2026-01-06,9,0\n2026-01-13,9,2\n")
    roster.write_text("person,days,from,to\nx,mon-tue,8,16\n")
    evidence.write_text(text + figure)
    fitted.write_text(small_scenario_text(raw) + figure)
    return {
        "file": scenario_file,
        "evidence": str(evidence),
        "fitted": str(fitted),
        "folder": str(tmp_path),
        "tally": str(tally),
        "counts": str(counts),
        "roster": str(roster),
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_all_that_is_said_is_in_the_catalogs(
    requisite: Requisite,
    files: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    speak_pseudo(monkeypatch)
    monkeypatch.setenv("COLUMNS", "1000")  # so that no message is broken over lines

    told = requisite(*(word.format(**files) for word in COMMANDS[name]))

    assert told.output
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert find_untranslated(told.output) == []


def find_untranslated(text: str) -> list[str]:
    """Find the words that are not translated, but for keys and what a file says."""
    for said in SAID_ELSEWHERE:
        text = text.replace(said, " ")
    words = [word.strip("()[],;:|.") for word in text.split()]
    return [word for word in words if WORD.search(word) and not is_key(word)]


def is_key(word: str) -> bool:
    """Tell whether a word is something that is typed: an option, a key, a file, a command."""
    return word in KEYS or word.startswith(("-", "'", "`")) or any(sign in word for sign in "._=/")


def test_every_option_has_a_text(requisite: Requisite) -> None:
    names = {name.split()[-1] for name in HELP}
    for command in ABOUT:
        told = requisite(*([] if command == "requisite" else command.split()), "--help").output
        assert {*re.findall(r"^  (--[a-z-]+)", told, re.MULTILINE)} <= names


@pytest.mark.parametrize(
    "arguments",
    [("--language", "sv", "check"), ("check", "--language", "sv"), ("check", "--language=sv")],
)
def test_the_language_may_stand_anywhere(
    requisite: Requisite, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        "sim.words.check.tell_check", lambda _: heard.append(language.current_language()) or ()
    )

    assert requisite(*arguments, "home-care").exit_code == 0
    assert heard == ["sv"]


def test_the_environment_says_it_otherwise(
    requisite: Requisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "da_DK.UTF-8")

    assert "Sygedagpenge" in requisite("services").output


def test_a_language_that_is_not_spoken_is_refused(requisite: Requisite) -> None:
    told = requisite("services", "--language", "fi")

    assert (told.exit_code, told.stdout) == (2, "")
    assert 'found "fi", expected one of sv, da, en' in told.stderr


def test_json_is_the_same_in_every_language(requisite: Requisite, scenario_file: str) -> None:
    asked = ("compare", scenario_file, *QUICK, "--json")

    assert requisite(*asked, "--language", "sv").stdout == requisite(*asked).stdout


def test_what_one_command_speaks_is_not_spoken_by_the_next(requisite: Requisite) -> None:
    with speaking("sv"):
        assert requisite("--help").output.startswith("Usage: requisite")
