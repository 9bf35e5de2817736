"""The agenda alone brings what a heap would bring: ties, far away, and with little room."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sim.eventlog import NONE
from tests.patience import PATIENCE_S
from tests.unit.engines.fast.agenda import (
    FEW,
    PLANTED,
    STEPS,
    draw_play,
    first_place_that_differs,
    play_agenda,
    play_heap,
)

PLAYS = 60


@pytest.mark.parametrize("seed", range(PLAYS))
def test_moments_come_in_the_order_of_a_heap(seed: int) -> None:
    play = draw_play(seed)
    assert first_place_that_differs(play_agenda(play), play_heap(play)) == NONE


def test_plays_have_ties_and_end_both_ways() -> None:
    played = [play_heap(draw_play(seed)) for seed in range(PLAYS)]
    ties = [len(told) - len(np.unique(told[:, :2], axis=0)) for told in played]
    assert sum(ties) > PLAYS * 10
    assert {len(told) == STEPS for told in played} == {True, False}


def test_planted_errors_are_found() -> None:
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.unit.engines.fast.agenda"],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        cwd=Path(__file__).parents[4],
    )
    found = {name: int(play) for name, play in map(str.split, told.stdout.splitlines())}
    assert found.pop("nothing") == NONE, f"in {FEW} plays"
    assert set(found) == {planted.__name__ for planted in PLANTED.values()}
    assert NONE not in found.values()
