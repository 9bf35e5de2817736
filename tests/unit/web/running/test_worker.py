"""The process that makes runs ends with whoever asked, whatever it does."""

import subprocess
import sys
from multiprocessing import Pipe

import sim
from tests.patience import PATIENCE_S

COMPILES_FOR_EVER = """
import sys, time
from types import SimpleNamespace
from sim.web.running import worker

worker.get_engine = lambda name: SimpleNamespace(make_ready=lambda: time.sleep(3600))
worker.main(int(sys.argv[1]), 0)
"""


def test_it_ends_while_it_compiles_when_whoever_asked_is_gone():
    ours, theirs = Pipe()
    with theirs:
        command = [sys.executable, "-c", COMPILES_FOR_EVER, str(theirs.fileno())]
        root = sim.__path__[0] + "/.."
        process = subprocess.Popen(command, cwd=root, pass_fds=(theirs.fileno(),))
    ours.close()
    try:
        assert process.wait(PATIENCE_S) == 0
    finally:
        process.kill()
