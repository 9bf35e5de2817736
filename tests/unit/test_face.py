"""The face of the package: what `import sim` offers."""

import re
import subprocess
import sys

import sim


def test_the_table_lists_the_public_names():
    rows = re.findall(r"^``(\w+)``", sim.__doc__, flags=re.MULTILINE)

    assert sorted(rows) == sorted(sim.__all__)


def test_every_public_name_is_there():
    for name in sim.__all__:
        assert getattr(sim, name)
        assert name in dir(sim)


def test_importing_it_waits_for_nothing_heavy():
    seen = "import sim, sys; print([m for m in ('scipy', 'pandas', 'simpy') if m in sys.modules])"

    told = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)

    assert told.stdout == "[]\n"
