"""A bundle holds all that a sweep is, and the same folder gives the same bytes."""

import json
import shutil
from hashlib import sha256
from importlib.metadata import version

import pandas as pd
import pytest

from sim.errors import RunError
from sim.report.bundle import contents, pack_bundle, packing, read_bundle
from sim.report.stress import write_stress
from sim.sweep import load, run
from tests.unit.report.bundle.zips import unpack
from tests.unit.report.sweeps import SHORT
from tests.unit.sweep.models import ISHIGAMI, plan_points

ALL = {
    "README.md",
    "STRESS.md",
    "bundle.json",
    "manifest.json",
    "points.parquet",
    "requirements.txt",
    "runs.parquet",
    "scenarios/0.json",
}


def test_it_holds_the_files_of_the_folder_as_they_are(tiny, packed):
    files = unpack(packed)
    assert files.keys() == ALL
    for name in ("manifest.json", "points.parquet", "runs.parquet", "scenarios/0.json"):
        assert files[name] == (tiny.folder.path / name).read_bytes()
    assert files["STRESS.md"].decode() == write_stress(tiny)


def test_the_same_folder_gives_the_same_bytes_wherever_it_is(tiny, packed, tmp_path):
    shutil.copytree(tiny.folder.path, tmp_path / "elsewhere")
    assert pack_bundle(load(tmp_path / "elsewhere")) == packed


def test_the_index_has_the_hash_of_every_file_and_of_the_table(tiny, packed):
    files = unpack(packed)
    index = json.loads(files.pop("bundle.json"))
    assert index["files"] == {name: sha256(content).hexdigest() for name, content in files.items()}
    assert index["table"]["sha256"] == sha256(tiny.folder.runs.read_bytes()).hexdigest()
    assert index["table"]["rows"] == len(tiny.runs)
    assert index["made_with"] == dict(tiny.manifest.fingerprint)


def test_the_readme_tells_hashes_and_commands(packed):
    files = unpack(packed)
    index, readme = json.loads(files["bundle.json"]), files["README.md"].decode()
    assert readme.startswith("# A tiny sweep\n")
    assert index["table"]["sha256"] in readme
    assert "requisite reproduce BUNDLE.zip" in readme
    for name in ALL - {"README.md"}:
        assert f"| `{name}` |" in readme


def test_packages_are_locked_recursively(packed):
    lines = unpack(packed)["requirements.txt"].decode().splitlines()
    names = [line.split("==")[0] for line in lines]
    assert names == sorted(set(names))
    assert f"numpy=={version('numpy')}" in lines
    assert f"llvmlite=={version('llvmlite')}" in lines  # numba's, and none of our own
    assert all("==" in line for line in lines)
    assert not [line for line in lines if line.startswith("distributed==")]  # of an extra


def test_what_made_the_runs_counts_and_not_what_is_installed():
    from sim.report.bundle.requirements import list_requirements

    lines = list_requirements({"numpy": "1.2.3", "python": "3.11.0", "sources": "abc"})
    assert "numpy==1.2.3" in lines
    assert not [line for line in lines if line.startswith(("python==", "sources=="))]


def test_a_large_table_is_told_by_its_hash_alone(tiny, monkeypatch, tmp_path):
    monkeypatch.setattr(packing, "MOST_TABLE_BYTES", 10)
    files = unpack(pack_bundle(tiny))
    assert files.keys() == ALL - {"runs.parquet"}
    assert "too large" in files["README.md"].decode()


def test_what_is_too_large_is_not_packed(tiny, monkeypatch):
    monkeypatch.setattr(packing, "MOST_BYTES", 10)
    with pytest.raises(RunError, match="too large for a bundle"):
        pack_bundle(tiny)


def test_a_sweep_that_is_not_finished_is_refused(tiny, tmp_path):
    shutil.copytree(tiny.folder.path, tmp_path / "s")
    frame = pd.read_parquet(tmp_path / "s" / "runs.parquet")
    frame.iloc[:-2].to_parquet(tmp_path / "s" / "runs.parquet")
    with pytest.raises(RunError, match="not finished"):
        pack_bundle(load(tmp_path / "s"))


def test_a_function_is_refused(tmp_path):
    found = run(plan_points(2), SHORT, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    with pytest.raises(RunError, match="only sweeps of services"):
        pack_bundle(found)


def test_what_is_packed_can_be_read(packed, tmp_path):
    file = tmp_path / "b.zip"
    file.write_bytes(packed)
    assert dict(read_bundle(file).files) == unpack(packed)
    assert contents.find_engine(read_bundle(file)) == "fast"
