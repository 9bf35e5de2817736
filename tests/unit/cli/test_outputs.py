"""What a result is written to is checked before there is one."""

import json

import pytest

from tests.attacks.disk import full_disk

QUICK = ("--days", "14", "--replications", "2")
RUN = ("--days", "14", "--design", "absorbing")
WITH_TABLES = ("compare", "attribute", "breakeven", "staff", "robust", "squeeze", "steer")
WITH_CHARTS = ("attribute", "breakeven", "steer")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    """Stand in a folder with something in the way."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "there.csv").write_text("precious")
    (tmp_path / "link.csv").symlink_to("there.csv")
    (tmp_path / "lost.csv").symlink_to("none/there.csv")


@pytest.fixture
def begins_no_work(monkeypatch):
    def fail(_engine):
        raise AssertionError("work has begun")

    monkeypatch.setattr("sim.cli.progress.make_ready", fail)


def asked_of(command, file):
    return ("--events" if command == "run" else "--parquet", file)


@pytest.mark.usefixtures("begins_no_work")
@pytest.mark.parametrize("command", [*WITH_TABLES, "run"])
@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("folder.csv", "found a folder, expected the name of a file to write"),
        ("there.csv", "there is such a file already"),
        ("link.csv", "there is such a file already"),
        ("lost.csv", "there is no folder"),
        ("none/new.csv", "there is no folder"),
        ("new.ods", "found .ods, expected a name that ends in .parquet, .csv or .xlsx"),
        ("new", "found no ending"),
        ("a" * 300 + ".csv", "cannot be written: File name too long"),
        ("/dev/null", "found a device"),
    ],
)
def test_what_cannot_be_written_is_refused_before_work_begins(
    requisite, scenario_file, command, file, message
):
    more = RUN if command == "run" else QUICK

    told = requisite(command, scenario_file, *more, *asked_of(command, file))

    assert (told.exit_code, told.stdout) == (2, "")
    assert message in told.stderr


@pytest.mark.usefixtures("begins_no_work")
@pytest.mark.parametrize("command", WITH_CHARTS)
@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("folder.csv", "found a folder"),
        ("new.png", "found .png, expected a name that ends in .html"),
        ("none/new.html", "there is no folder"),
    ],
)
def test_so_is_a_chart(requisite, scenario_file, command, file, message):
    told = requisite(command, scenario_file, *QUICK, "--chart", file)

    assert (told.exit_code, told.stdout) == (2, "")
    assert message in told.stderr


@pytest.mark.usefixtures("begins_no_work")
@pytest.mark.parametrize("command", WITH_CHARTS)
def test_one_file_for_two_things_is_refused(requisite, scenario_file, tmp_path, command):
    (tmp_path / "table.csv").symlink_to("one.html")
    files = ("--parquet", "table.csv", "--chart", "./one.html")

    told = requisite(command, scenario_file, *QUICK, *files)

    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == "one.html: asked for twice; name two files\n"


@pytest.mark.usefixtures("begins_no_work")
@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("new.csv", "found .csv, expected a name that ends in .html"),
        ("folder.csv", "found a folder"),
        ("there.csv", "there is such a file already"),
    ],
)
def test_so_is_a_report(requisite, scenario_file, file, message):
    told = requisite("report", scenario_file, *QUICK, "--out", file)

    assert (told.exit_code, told.stdout) == (2, "")
    assert message in told.stderr


def test_a_report_that_cannot_be_written_is_told_as_a_comparison_is(requisite, scenario_file):
    with full_disk(64):
        told = requisite("report", scenario_file, *QUICK, "--out", "new.html")

    assert told.exit_code == 1
    assert told.stdout == requisite("compare", scenario_file, *QUICK).stdout
    assert told.stderr == "new.html: cannot be written: File too large\n"


def test_events_are_written_as_their_name_says(requisite, scenario_file, tmp_path):
    for name, begins in (("log.csv", b'"time_s"'), ("log.parquet", b"PAR1")):
        told = requisite("run", scenario_file, *RUN, "--events", name, "--json")
        assert json.loads(told.stdout)["events_file"] == name
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_so_is_a_case_log_with_or_without_them(requisite, scenario_file, tmp_path):
    begins = {"l.csv": b"case,activity,time", "l.xes": b"<?xml", "l.xes.gz": b"\x1f\x8b"}
    for name, begin in begins.items():
        told = requisite("run", scenario_file, *RUN, "--log", name, "--json")
        files = json.loads(told.stdout)
        assert (files["events_file"], files["log_file"]) == (None, name)
        assert (tmp_path / name).read_bytes().startswith(begin)

    told = requisite("run", scenario_file, *RUN, "--events", "e.csv", "--log", "e.parquet")
    assert told.stdout.endswith("events written to e.csv\ncase log written to e.parquet\n")


@pytest.mark.usefixtures("begins_no_work")
@pytest.mark.parametrize(
    ("files", "message"),
    [
        ((), "name a file to write: --events FILE, --log FILE, or both"),
        (("--log", "new.xlsx"), "found .xlsx, expected a name that ends in .csv, .parquet"),
        (("--log", "there.csv"), "there is such a file already"),
        (("--log", "new.csv", "--events", "./new.csv"), "asked for twice"),
    ],
)
def test_a_case_log_that_cannot_be_written_is_refused(requisite, scenario_file, files, message):
    told = requisite("run", scenario_file, *RUN, *files)

    assert (told.exit_code, told.stdout) == (2, "")
    assert message in told.stderr


def test_a_log_that_could_not_be_written_is_not_told_of(requisite, scenario_file, tmp_path):
    with full_disk(64):
        told = requisite("run", scenario_file, *RUN, "--events", "log.csv", "--json")

    assert told.exit_code == 1
    assert json.loads(told.stdout)["events_file"] is None
    assert told.stderr == "log.csv: cannot be written: File too large\n"
    assert not (tmp_path / "log.csv").exists()
