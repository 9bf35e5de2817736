"""What a browser sends in the name of a file: taken if it can be a scenario, otherwise told."""

import base64

import pytest

from sim.errors import ScenarioError
from sim.web.running.limits import MOST_FILE_BYTES
from sim.web.session.sent import read_sent


def send(name="a.toml", content=b"a = 1", **fields):
    return {"name": name, "content": base64.b64encode(content).decode(), **fields}


def problem_of(raw):
    with pytest.raises(ScenarioError) as caught:
        read_sent(raw)
    (problem,) = caught.value.problems
    return str(problem)


@pytest.mark.parametrize("content", [b"", b"a = 1", bytes(range(256)), b"#" * MOST_FILE_BYTES])
def test_a_file_arrives_as_it_is(content):
    assert read_sent(send(content=content)).content == content


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("my file.toml", "my file.toml"),
        ("../../etc/passwd.toml", "passwd.toml"),
        (r"C:\secret\a.TOML", "a.TOML"),
        ("<img src=x onerror=alert(1)>.toml", "<img src=x onerror=alert(1)>.toml"),
        ("a\n# b\x1b[31m.toml", r"a\n# b\x1b[31m.toml"),
        ("x" * 5_000 + ".toml", "x" * 80 + ".toml"),
    ],
)
def test_a_name_is_a_line_without_folders(name, kept):
    assert read_sent(send(name)).name == kept


@pytest.mark.parametrize("name", ["", "a", "a.png", "a.toml.exe", "/", "..", None, 7, ["a"]])
def test_a_name_of_no_scenario_is_told(name):
    assert "expected a name that ends in .toml" in problem_of(send(name))


def test_a_file_that_is_too_large_is_told_whoever_notices():
    large = b"#" * (MOST_FILE_BYTES + 3)

    assert problem_of(send(content=large)) == "larger than 100 kB, expected a scenario file"
    assert problem_of({"name": "a.toml", "is_large": True}) == problem_of(send(content=large))


@pytest.mark.parametrize(
    "content", [None, 7, "a", "=", "é" * 8, "a b c", {"a": 1}, "YQ==\n\n", "😀"]
)
def test_what_did_not_arrive_whole_is_told(content):
    assert problem_of({"name": "a.toml", "content": content}) == (
        "it did not arrive whole; choose it again"
    )


@pytest.mark.parametrize("raw", [None, 7, "a.toml", ["a.toml"], {}])
def test_what_is_no_file_at_all_is_told(raw):
    assert problem_of(raw)
