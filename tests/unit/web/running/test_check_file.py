"""A visitor's file is checked as `requisite check` does it, and reaches no other file."""

import pickle
import sys
import time

import pytest
from typer.testing import CliRunner

from sim.cli.program import program
from sim.errors import MOST_TOLD
from sim.scenario import find_file, list_services
from sim.web.running.jobs import CheckFile
from sim.web.running.limits import MOST_FILE_BYTES
from tests.builders import build_raw, small_scenario_text

SOON_S = 10.0
"""None of these takes more than 2 s where nobody else is at work."""


def check(content, name="a.toml"):
    content = content if isinstance(content, bytes) else content.encode()
    return CheckFile(name, content).make(lambda done, total: None)


def test_every_shipped_file_is_sound_and_small_enough():
    for service in list_services():
        content = find_file(service).read_bytes()
        assert check(content) == ((), 0)
        assert len(content) < MOST_FILE_BYTES / 2


def test_the_problems_are_those_of_the_command(tmp_path):
    text = small_scenario_text().replace("variety", "varity")
    file = tmp_path / "a.toml"
    file.write_text(text)

    checked = check(text)

    told = CliRunner().invoke(program, ["check", str(file)]).output
    assert checked.total == len(checked.problems) > 1
    assert all(problem.partition(":")[0] in told for problem in checked.problems)


def test_evidence_is_checked_too():
    text = find_file("sickness-benefit").read_text(encoding="utf-8")

    checked = check(text.replace('measure = "', 'measure = "no_'))

    assert checked.total
    assert all(problem.startswith("evidence.") for problem in checked.problems)


def test_a_file_of_one_design_cannot_be_compared():
    raw = build_raw()
    raw["designs"] = {"functionalised": raw["designs"]["functionalised"]}

    checked = check(small_scenario_text(raw))

    assert checked.problems == ("designs: found 1, expected two of them, for a page to compare",)


def test_no_file_is_opened_whatever_a_scenario_names():
    opened = []

    def note(event, arguments):
        if event == "open" and watching:
            opened.append(arguments[0])

    watching = False
    sys.addaudithook(note)
    for name in ("../../etc/passwd", "/etc/passwd.toml", "sickness-benefit", "small.toml"):
        check(small_scenario_text(), name)  # what is loaded late is there now
        watching = True
        sound = check(small_scenario_text(), name)
        damaged = check('include = "/etc/passwd"\nfile = "sickness-benefit"\n', name)
        watching = False
        assert sound.total == 0
        assert damaged.total

    assert opened == []


@pytest.mark.parametrize(
    "content",
    [
        "\n".join(f"k{n} = 1" for n in range(12_000)),
        "[[evidence]]\n" * 7_000,
        "\n".join(f"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s{n} = 1" for n in range(2_000)),
        "a = " + "[" * 9_000,
        "a = " + "{a=" * 3_000,
        bytes(range(256)) * 390,
        "\ufeff" * 30_000,
    ],
)
def test_what_is_meant_to_harm_is_told_soon_and_in_few_words(content):
    content = content if isinstance(content, bytes) else content.encode()
    began = time.process_time()

    checked = check(content[:MOST_FILE_BYTES])

    assert time.process_time() - began < SOON_S
    assert 0 < len(checked.problems) <= MOST_TOLD
    assert len(pickle.dumps(checked)) < 100_000
