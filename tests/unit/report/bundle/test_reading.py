"""A ZIP file that is no bundle, or no longer one, is refused in one message."""

import json
import stat
import struct
from zipfile import ZIP_STORED

import pytest

from sim.errors import RunError
from sim.report.bundle import read_bundle, reading
from tests.unit.report.bundle.zips import pack, sign, unpack


@pytest.fixture
def read(tmp_path):
    """Read a content as if it were a bundle."""

    def read_content(content):
        file = tmp_path / "b.zip"
        file.write_bytes(content)
        return read_bundle(file)

    return read_content


@pytest.fixture
def files(packed):
    return unpack(packed)


def refuse(read, content, why):
    with pytest.raises(RunError, match=why) as raised:
        read(content)
    assert "b.zip: is no bundle that can be reproduced" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_packed_by_somebody_else_it_is_the_same(read, files):
    assert dict(read(pack(files.items())).files) == files


def test_every_file_is_held_against_its_hash(read, files):
    for name in files.keys() - {"bundle.json"}:
        content = files[name]
        tampered = content[:-1] + bytes([content[-1] ^ 1])
        refuse(read, pack({**files, name: tampered}.items()), f"not as when it was bundled: {name}")


def test_a_byte_that_was_altered_in_the_zip_is_found(read, packed, files):
    at = packed.index(files["points.parquet"]) + 40
    altered = packed[:at] + bytes([packed[at] ^ 1]) + packed[at + 1 :]
    refuse(read, altered, "no whole ZIP file")


@pytest.mark.parametrize("name", ["STRESS.md", "bundle.json", "scenarios/0.json", "manifest.json"])
def test_a_file_that_was_taken_away_is_missed(read, files, name):
    left = {other: content for other, content in files.items() if other != name}
    refuse(read, pack(left.items()), name)


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../runs.parquet",
        "scenarios/../../x.json",
        "scenarios/0.json/../../x",
        "scenarios/one.json",
        "scenarios/",
        "C:\\x.json",
        "notes.txt",
        "STRESS.md\n",
    ],
)
def test_a_name_that_no_bundle_has_is_refused(read, files, name):
    refuse(read, pack([*files.items(), (name, b"x")]), "what no bundle holds")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFCHR, stat.S_IFIFO])
def test_what_is_no_file_is_refused(read, files, kind):
    refuse(read, pack(files.items(), kind), "what no bundle holds")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_a_name_are_refused(read, files):
    refuse(read, pack([*files.items(), ("STRESS.md", b"x")]), "what no bundle holds")


def test_an_encrypted_file_is_refused(read, packed):
    at = packed.index(b"PK\x01\x02") + 8
    refuse(read, packed[:at] + b"\x01" + packed[at + 1 :], "what no bundle holds")


@pytest.mark.parametrize("size", [2**32 - 2, 10**9])
def test_a_size_that_would_fill_the_memory_is_refused_before_anything_is_read(read, packed, size):
    at = packed.index(b"PK\x01\x02") + 24
    bomb = packed[:at] + struct.pack("<I", size) + packed[at + 4 :]
    refuse(read, bomb, "larger than a bundle may be")


def test_what_unpacks_to_too_much_is_refused(read, files, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000_000)
    zeros = pack([*files.items(), ("scenarios/1.json", b"0" * 2_000_000)])
    assert len(zeros) < 1_000_000
    refuse(read, zeros, "larger than a bundle may be")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_what_is_cut_off_is_refused(read, packed, share):
    refuse(read, packed[: int(len(packed) * share)], "no whole ZIP file")


@pytest.mark.parametrize("content", [b"", b"PK", b"\x1f\x8b not a zip", b"x" * 100_000])
def test_what_is_no_zip_is_refused(read, content):
    refuse(read, content, "no whole ZIP file")


def test_bytes_altered_anywhere_end_in_words_or_change_nothing(read, packed, files):
    for at in range(0, len(packed), len(packed) // 400):
        altered = packed[:at] + bytes([packed[at] ^ 0xFF]) + packed[at + 1 :]
        try:
            assert dict(read(altered).files) == files
        except RunError:
            continue


def test_no_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(RunError, match="No such file"):
        read_bundle(tmp_path / "none.zip")
    with pytest.raises(RunError, match="directory"):
        read_bundle(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"form": 2},
        {"files": []},
        {"files": {"README.md": 1}},
        {"made_with": {"numpy": None}},
        {"table": {}},
        {"table": {"sha256": "", "values_sha256": "", "rows": "8"}},
        {"table": None},
    ],
)
def test_an_index_of_another_form_is_refused(read, files, change):
    index = {**json.loads(files["bundle.json"]), **change}
    refuse(
        read, pack({**files, "bundle.json": json.dumps(index)}.items()), "cannot be read by this"
    )


@pytest.mark.parametrize("content", [b"", b"[]", b"[" * 100_000, b"\xff", b"null"])
def test_an_index_that_is_no_table_is_refused(read, files, content):
    refuse(read, pack({**files, "bundle.json": content}.items(), compression=ZIP_STORED), "bundle")


def test_a_forged_index_is_taken_for_what_it_says(read, files):
    """Whoever forges all hashes has made another bundle: its own hash is another one."""
    assert (
        read(pack(sign({**files, "README.md": b"forged"}).items())).files["README.md"] == b"forged"
    )
