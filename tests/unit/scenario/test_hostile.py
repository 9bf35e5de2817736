"""Files that are meant to do harm, or were damaged: told in words, and at once."""

import hashlib
import os
import threading
import time

import pytest

from sim.errors import ScenarioError
from sim.scenario import build_scenario, load_scenario
from sim.scenario.reading import MOST_BYTES
from tests.builders import build_raw, q, small_scenario_text, text

SOON_S = 5.0
"""More than any of these takes, and far less than before: minutes, or for ever."""


def problems_of(path):
    began = time.process_time()
    with pytest.raises(ScenarioError) as caught:
        load_scenario(path)
    assert time.process_time() - began < SOON_S
    assert len(str(caught.value)) < 60_000
    return caught.value.problems


def problems_in(content, tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return problems_of(path)


def feed(path, content):
    """Write to a pipe from another thread, until nobody reads."""

    def write():
        try:
            with open(path, "wb") as file:
                while True:
                    file.write(content)
        except BrokenPipeError:
            pass

    threading.Thread(target=write, daemon=True).start()


def test_a_file_without_end_is_read_no_further_than_needed(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    feed(pipe, b"# nothing\n" * 1_000)

    assert problems_of(pipe) == ["larger than 1 MB, expected a scenario file"]
    assert problems_of("/dev/zero") == ["larger than 1 MB, expected a scenario file"]


def test_a_pipe_is_read_once_and_its_hash_is_that_of_its_content(tmp_path):
    pipe, content = tmp_path / "pipe", small_scenario_text().encode()
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_bytes, args=(content,), daemon=True).start()

    assert load_scenario(pipe).origin.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a = 1 # " + "x" * 20_000, "line 1: found 20008 characters, expected at most 10000"),
        ("a" * 1_000_000, "line 1: found 1000000 characters, expected at most 10000"),
        (
            "\n\n" + ".".join("a" * 200) + " = 1",
            "line 3: found a key of 200 parts",
        ),
        ("x" + '."é"' * 100 + " = 1", "line 1: found a key of 101 parts, expected at most 20"),
        ("a = " + "{a=" * 30 + "1" + "}" * 30, "found too many keys and values, or too deep"),
        ("a = " + "[" * 5_000, "not TOML: tables or lists lie too deep within each other"),
        ("a = 1\nb = \x00", "not TOML: Invalid value (at line 2, column 5)"),
        (b"a = '\xff'", "not UTF-8 (at line 1), expected a text file in UTF-8"),
        (b"\xff\xfea\x00", "not UTF-8 (at line 1), expected a text file in UTF-8"),
        ("a = " + "9" * 5_000, "not TOML: "),
    ],
)
def test_a_text_that_is_no_scenario_is_told(content, problem, tmp_path):
    (line,) = problems_in(content, tmp_path)

    assert line.startswith(problem)


def test_an_absurd_number_of_keys_is_one_problem(tmp_path):
    keys = "\n".join(f"k{n} = 1" for n in range(90_000))

    (line,) = problems_in(keys, tmp_path)
    assert line.startswith("found too many keys and values")
    assert line.endswith("expected at most 20000 in all")


def test_a_text_full_of_dots_is_no_key(tmp_path):
    raw = build_raw()
    raw["service"]["about"]["en"] = "a." * 100 + " and = so on"
    path = tmp_path / "dots.toml"
    path.write_text(small_scenario_text(raw))

    assert load_scenario(path).service.about.en.startswith("a.a.")


def test_of_many_unknown_keys_the_first_are_told(tmp_path):
    problems = problems_in("\n".join(f"k{n} = 1" for n in range(15_000)), tmp_path)

    assert len(problems) > 15_000


def test_a_file_as_large_as_allowed_is_read(tmp_path):
    path = tmp_path / "a.toml"
    line = "#" + "x" * 99 + "\n"
    content = small_scenario_text() + line * ((MOST_BYTES - len(small_scenario_text())) // 101)
    path.write_text(content)

    assert load_scenario(path).service.name


@pytest.mark.parametrize("name", ["\x00", "x" * 5_000])
def test_a_name_that_no_file_can_have_is_told(name):
    with pytest.raises(ScenarioError):
        load_scenario(name)
    with pytest.raises(ScenarioError):
        load_scenario(f"{name}.toml")


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("service", {"title": text("\x1b[31m")}, r"service.title.en: found the character \x1b"),
        ("sources", {"report": "\u202eA"}, r"sources.report: found the character \u202e"),
        ("sources", {"\x07": "A"}, r'sources: found the name "\x07", expected text without'),
    ],
)
def test_no_text_holds_what_could_steer_a_terminal(key, value, problem):
    raw = build_raw()
    raw[key].update(value)

    with pytest.raises(ScenarioError) as caught:
        build_scenario(raw, "test")
    assert any(line.startswith(problem) for line in caught.value.problems)


def test_a_share_of_next_to_nobody_is_a_problem_and_no_more():
    raw = build_raw()
    for pool in raw["designs"]["absorbing"]["functions"]["pools"]:
        pool["staff"] = q(1e-9)

    with pytest.raises(ScenarioError, match="the shares of staff"):
        build_scenario(raw, "test")
