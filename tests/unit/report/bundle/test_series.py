"""A sweep that tells of weeks is bundled, described and made again with them."""

import json

import pandas as pd
import pytest

from sim.report.bundle import pack_bundle, read_bundle, reproduce
from sim.report.bundle.hashing import hash_table
from sim.report.stress import write_stress
from tests.unit.report.bundle.zips import pack, sign, unpack
from tests.unit.report.sweeps import run_tiny

SERIES = ("contacts", "end_to_end_days_of_met")


@pytest.fixture(scope="module")
def weekly(tmp_path_factory):
    return run_tiny(tmp_path_factory.mktemp("weekly") / "s", series=SERIES)


@pytest.fixture(scope="module")
def files(weekly):
    return unpack(pack_bundle(weekly))


def take(files, tmp_path):
    (tmp_path / "taken.zip").write_bytes(pack(sign(files).items()))
    return read_bundle(tmp_path / "taken.zip")


def test_it_holds_the_table_and_its_hash(weekly, files):
    assert files["series.parquet"] == weekly.folder.series.read_bytes()
    index, readme = json.loads(files["bundle.json"]), files["README.md"].decode()
    assert index["series"] == hash_table(weekly.folder.series)._asdict()
    assert index["series"]["sha256"] in readme
    assert "| `series.parquet` |" in readme


def test_it_is_made_again_to_the_last_byte(weekly, files, tmp_path):
    found = reproduce(take(files, tmp_path), tmp_path / "again")
    assert (found.same_bytes, found.same_series, found.is_same) == (True, True, True)
    again = (tmp_path / "again" / "series.parquet").read_bytes()
    assert again == weekly.folder.series.read_bytes()


def test_one_number_that_was_altered_is_found(files, tmp_path):
    altered = tmp_path / "altered.parquet"
    altered.write_bytes(files["series.parquet"])
    frame = pd.read_parquet(altered)
    frame.loc[0, "contacts"] += 1
    frame.to_parquet(altered)
    index = json.loads(files["bundle.json"])
    index["series"] = hash_table(altered)._asdict()
    forged = {"series.parquet": altered.read_bytes(), "bundle.json": json.dumps(index).encode()}
    found = reproduce(take({**files, **forged}, tmp_path), tmp_path / "again")
    assert found.same_bytes
    assert found.same_series is False
    assert not found.is_same


def test_the_methods_section_tells_what_they_are(weekly, tiny):
    told = write_stress(weekly)
    assert "| `contacts` | Inbound contacts in the week. | contacts per week |" in told
    assert "Of each week of each run" not in write_stress(tiny)
