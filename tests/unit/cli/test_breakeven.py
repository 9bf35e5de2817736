import json
import os
import signal
import subprocess
import sys
import time

import pandas as pd
import pytest

from sim.analysis.breakeven import Profile, Unsure
from sim.words.breakeven import tell_profile, write_crossing
from tests.patience import PATIENCE_S
from tests.unit.charts.test_breakeven import ABOUT, X, crossing, point, profile

SERVICE = "sickness-benefit"
QUICK = ("--days", 30, "--replications", 2, "--points", 3)


def test_to_people(requisite, scenario_file):
    result = requisite("breakeven", scenario_file, *QUICK)

    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert "(functionalised) and built for variation (absorbing)" in told
    assert "break-even point" in result.stdout or "cost the same at variety" in result.stdout
    assert "1.50 *" in result.stdout
    assert "demand.variety is varied from 0.00 to 4.50; the scenario has 1.50." in result.stdout
    assert "2 replications of 30 days at each value (seed 1" in result.stdout


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_on_terminals_of_any_width(requisite, scenario_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    result = requisite("breakeven", scenario_file, *QUICK)

    assert max(map(len, result.stdout.splitlines())) <= width
    assert "difference" in result.stdout


def test_as_json(requisite, scenario_file):
    result = requisite(
        "breakeven", scenario_file, *QUICK, "--json", "--measure", "contacts_per_case",
        "--x", "functionalised.standards.absorb", "--design", "absorbing", "functionalised",
        "--set", "staff.total=12", "--seed", 4,
    )  # fmt: skip

    found = json.loads(result.stdout)
    assert result.stderr == ""
    assert (found["measure"], found["seed"], found["days"]) == ("contacts_per_case", 4, 30)
    assert found["designs"] == ["absorbing", "functionalised"]
    assert [p["x"] for p in found["points"]] == pytest.approx([0.3, 0.5, 0.6, 0.9])
    changed = {change["key"]: change["new"] for change in found["provenance"]["changed"]}
    assert changed == {"staff.total": 12.0}


def test_a_line_with_its_files(requisite, scenario_file, tmp_path):
    table, page = tmp_path / "line.parquet", tmp_path / "line.html"
    asked = ("breakeven", scenario_file, *QUICK, "--y", "demand.tell=0.2:0.8", "--lines", 2)
    files = ("--parquet", table, "--chart", page)

    result = requisite(*asked, *files)

    assert "the same at variety" in result.stdout
    assert "0.500 *" in result.stdout
    assert set(pd.read_parquet(table)["y"]) == {0.2, 0.5, 0.8}
    assert "plotly" in page.read_text()
    again = requisite(*asked, *files)
    assert (again.exit_code, again.stdout) == (2, "")
    assert "there is such a file already" in again.stderr
    assert requisite(*asked, *files, "--force").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--x", "demand.varity"], 'did you mean "variety"?'),
        (["--x", "demand.variety=3"], "expected KEY or KEY=LOW:HIGH"),
        (["--x", "demand.variety=3:1"], "expected the lower number first"),
        (["--x", "demand.tell=0:2"], "expected 0 to 1"),
        (["--x", "calendar.days_per_week"], "no plausible range"),
        (["--y", "demand.variety"], "expected two different quantities"),
        (["--y", "demand.tell", "--lines", "1"], "lines: found 1"),
        (["--measure", "cost_per_citizen_help"], 'did you mean "cost_per_citizen_helped"?'),
        (["--points", "1"], "points: found 1"),
        (["--replications", "1"], "expected 2 or more"),
        (["--design", "absorbing", "other"], "no design named 'other'"),
        (["--set", "demand.varity=0"], 'did you mean "variety"?'),
        (["--parquet", "/"], "found a folder"),
        (["--chart", "/none/such.html"], "there is no folder"),
    ],
)
def test_bad_input_is_told(requisite, arguments, message):
    result = requisite("breakeven", SERVICE, *arguments)

    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def tell(found):
    return " ".join(tell_profile(ABOUT, X, found))


def test_one_crossing_in_words():
    assert tell(profile(crossing(3))) == (
        "The designs cost the same at variety 3.00 (2.50 to 3.50). "
        "Below it the divided and standardised design costs less, above it the design built for "
        "variation."
    )


def test_several_crossings_in_words():
    back = crossing(5, below="absorbing", above="functionalised")

    assert tell(profile(crossing(2), back)) == (
        "The designs cost the same at variety 2.00 (1.50 to 2.50) and 5.00 (4.50 to 5.50). "
        "From 0.00 to 2.00 the divided and standardised design costs less. "
        "From 2.00 to 5.00 the design built for variation costs less. "
        "From 5.00 to 6.00 the divided and standardised design costs less."
    )


def test_no_crossing_in_words():
    near = Profile((), (), (Unsure(None, 1.0, ()),), "absorbing")

    assert tell(near) == (
        "No break-even point: the design built for variation costs less throughout, at every "
        "variety from 0.00 to 6.00. "
        "From 0.00 to 1.00 they come so near that chance alone could turn the order."
    )
    nobody = Profile((), (), (Unsure(None, None, ()),), None)
    assert "neither design costs less" in tell(nobody)
    assert "Anywhere in this range chance alone" in tell(nobody)


def test_what_does_not_apply_is_told():
    gap = point(1.0, None)._replace(reason="nobody came")

    assert "does not apply (nobody came)" in tell(Profile((gap,), (), (), None))


def test_a_measure_of_no_cost_in_words():
    about = ABOUT._replace(measure="work_joy", title="Work joy", better="higher")

    told = " ".join(tell_profile(about, X, profile(crossing(3))))

    assert told.startswith("Work joy: the designs do not differ at variety 3.00")
    assert "the divided and standardised design does better, above it the design built" in told


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, 1, "3.00 (4.00 or less)"),
        (1, None, "3.00 (2.00 or more)"),
        (None, None, "(anywhere)"),
    ],
)
def test_open_bands_in_words(low, high, words):
    assert words in write_crossing(X, crossing(3, low, high))
    assert "goes on beyond the range" in tell(profile(crossing(3, low, high)))


def test_a_mean_that_wavers_is_told():
    wavering = crossing(3)._replace(roots=(2.8, 3.0, 3.2))

    assert "changes sign 3 times" in tell(profile(wavering))


def test_ctrl_c_ends_it_in_one_line():
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from sim.analysis.breakeven.find import _Sampler\n"
        "look = _Sampler.look\n"
        "_Sampler.look = lambda *a: print('begun', flush=True) or look(*a)\n"
        "from sim.cli import main; main()"
    )
    command = ("breakeven", SERVICE, "--days", "3660", "--replications", "200")
    busy = subprocess.Popen(
        [sys.executable, "-c", code, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert busy.stdout.readline() == "begun\n"
    time.sleep(1)
    os.killpg(busy.pid, signal.SIGINT)
    stdout, stderr = busy.communicate(timeout=PATIENCE_S)

    assert (busy.returncode, stdout, stderr) == (130, "", "Stopped.\n")
