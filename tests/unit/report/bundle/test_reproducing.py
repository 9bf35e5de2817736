"""A sweep made again from its bundle is the same to the last byte, or it is told in what not."""

import json

import pandas as pd
import pytest

from sim.errors import RunError
from sim.report.bundle import find_versions, pack_bundle, read_bundle, reproduce
from sim.sweep import Until, load, resume
from tests.unit.report.bundle.zips import pack, sign, unpack
from tests.unit.report.sweeps import run_tiny

TIME = "end_to_end_days"


@pytest.fixture
def take(tmp_path):
    """Read the bundle that somebody has made of some files, with all hashes made to fit."""

    def take_files(files):
        file = tmp_path / "taken.zip"
        file.write_bytes(pack(sign(files).items()))
        return read_bundle(file)

    return take_files


def alter_table(files, tmp_path, alter):
    """Return files with another table of runs, and an index that has its hashes."""
    from sim.report.bundle.hashing import hash_table

    file = tmp_path / "altered.parquet"
    file.write_bytes(files["runs.parquet"])
    alter(pd.read_parquet(file)).to_parquet(file)
    index = json.loads(files["bundle.json"])
    index["table"] = hash_table(file)._asdict()
    return {**files, "runs.parquet": file.read_bytes(), "bundle.json": json.dumps(index).encode()}


def alter_version(files, name="numpy"):
    """Return files of a sweep that was made with another version of something."""
    index, manifest = (json.loads(files[n]) for n in ("bundle.json", "manifest.json"))
    index["made_with"][name] = manifest["fingerprint"][name] = "0.1"
    changed = {"bundle.json": index, "manifest.json": manifest}
    return {**files, **{name: json.dumps(table).encode() for name, table in changed.items()}}


def test_it_is_the_same_to_the_last_byte(tiny, packed, take, tmp_path):
    found = reproduce(take(unpack(packed)), tmp_path / "again")
    assert (found.same_bytes, found.same_values, found.is_same) == (True, True, True)
    assert found.versions == ()
    assert (tmp_path / "again" / "runs.parquet").read_bytes() == tiny.folder.runs.read_bytes()
    assert load(tmp_path / "again").points.equals(tiny.points)


def test_replications_added_later_are_one_sweep(take, tmp_path):
    run_tiny(tmp_path / "s", replications=1)
    found = resume(tmp_path / "s", replications=3)
    again = reproduce(take(unpack(pack_bundle(found))), tmp_path / "again")
    assert again.same_bytes
    assert again.rows_now == 2 * 2 * 3


def test_a_rule_decides_again(take, tmp_path):
    found = run_tiny(tmp_path / "s", until=Until(TIME, within=0.01, most=6), replications=3)
    assert found.manifest.replications == 6
    again = reproduce(take(unpack(pack_bundle(found))), tmp_path / "again")
    assert again.same_bytes
    assert again.rows_now == len(found.runs)


def test_one_number_that_was_altered_is_found(packed, take, tmp_path):
    def alter(frame):
        frame.loc[3, TIME] += 0.25
        return frame

    found = reproduce(take(alter_table(unpack(packed), tmp_path, alter)), tmp_path / "again")
    assert not found.is_same
    differences = found.differences
    assert (differences.rows, differences.of) == (1, 8)
    assert [(c.name, c.rows) for c in differences.columns] == [(TIME, 1)]
    assert differences.columns[0].most == pytest.approx(0.25)


def test_rows_and_columns_that_are_not_there_are_counted(packed, take, tmp_path):
    def alter(frame):
        return frame.iloc[2:].rename(columns={TIME: "other"})

    found = reproduce(take(alter_table(unpack(packed), tmp_path, alter)), tmp_path / "again")
    differences = found.differences
    assert (differences.missing, differences.added) == (0, 2)
    assert differences.columns_apart == (TIME, "other")
    assert (differences.rows, differences.of) == (0, 6)
    assert (found.rows_then, found.rows_now) == (6, 8)


def test_with_another_version_the_values_are_compared(packed, take, tmp_path):
    bundle = take(alter_version(unpack(packed)))
    ((name, then, now),) = find_versions(bundle)
    assert (name, then) == ("numpy", "0.1")
    assert now != then
    found = reproduce(bundle, tmp_path / "again")
    assert found.versions == ((name, then, now),)
    assert found.same_values
    assert found.is_same


def test_the_cohort_is_that_of_the_bundle(tiny, packed, take, tmp_path):
    reproduce(take(alter_version(unpack(packed))), tmp_path / "again")
    again = load(tmp_path / "again").manifest
    assert again.subject == tiny.manifest.subject
    assert again.fingerprint == tiny.manifest.fingerprint


def test_a_folder_with_something_in_it_is_left_alone(packed, take, tmp_path):
    folder = tmp_path / "again"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    with pytest.raises(RunError, match="not empty"):
        reproduce(take(unpack(packed)), folder)
    assert [file.name for file in folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("name", "alter"),
    [
        ("scenarios/0.json", lambda table: {**table, "staff": None}),
        ("scenarios/0.json", lambda table: {**table, "costs": {}}),
        ("manifest.json", lambda table: {**table, "form": 7}),
        ("manifest.json", lambda table: {**table, "plan_sha256": "0"}),
        ("manifest.json", lambda table: {**table, "plan": {}}),
        ("manifest.json", lambda table: {**table, "subject": {"parts": []}}),
        ("manifest.json", lambda table: {**table, "subject": None}),
        ("manifest.json", lambda table: []),
        ("points.parquet", None),
    ],
)
def test_a_sweep_that_cannot_be_read_is_told_and_nothing_is_left(
    packed, take, tmp_path, name, alter
):
    files = unpack(packed)
    changed = b"x" if alter is None else json.dumps(alter(json.loads(files[name]))).encode()
    with pytest.raises(RunError, match="sweep in this bundle cannot be read"):
        reproduce(take({**files, name: changed}), tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_sweep_of_a_version_that_reads_otherwise_says_what_to_install(packed, take, tmp_path):
    files = alter_version(unpack(packed), "requisite")
    table = {**json.loads(files["manifest.json"]), "form": 7}
    bundle = take({**files, "manifest.json": json.dumps(table).encode()})
    with pytest.raises(RunError, match=r"this version \(requisite 0\.1 → .*requirements\.txt"):
        reproduce(bundle, tmp_path / "again")


def test_a_table_that_is_none_is_told(packed, take, tmp_path):
    files = {**unpack(packed), "runs.parquet": b"PAR1"}
    index = json.loads(files["bundle.json"])
    index["table"]["values_sha256"] = index["table"]["sha256"] = "0"
    bundle = take({**files, "bundle.json": json.dumps(index).encode()})
    with pytest.raises(RunError, match="table of runs in this bundle is none"):
        reproduce(bundle, tmp_path / "again")
