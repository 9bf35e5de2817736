"""Whoever is killed while writing leaves the old file or the new one, whole."""

import json
import subprocess
import sys

from tests.patience import PATIENCE_S

KILLS = 25
"""For each way of writing, 200 in all. About one in three comes while a file is being written; that
none does is less likely than one in 10^30."""
SEED = 1
WHOLE = {"killed while writing", "killed between two files"}


def test_every_file_is_whole(tmp_path):
    told = subprocess.run(
        [sys.executable, "-m", "tests.attacks.killing", tmp_path, str(KILLS), str(SEED)],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    found = json.loads(told.stdout)

    assert [len(kills) for kills in found.values()] == [KILLS] * len(found)
    assert set().union(*found.values()) <= WHOLE
    assert "killed while writing" in {kill for kills in found.values() for kill in kills}
