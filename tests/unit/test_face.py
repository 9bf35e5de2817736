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
    heavy = ("numpy", "scipy", "pandas", "simpy", "pydantic")
    seen = f"import sim, sys; print([m for m in {heavy} if m in sys.modules])"

    told = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)

    assert told.stdout == "[]\n"


def test_a_sweep_has_its_module_plan_and_loader():
    assert sim.sweep is sys.modules["sim.sweep"]
    assert sim.load_sweep is sim.sweep.load
    assert sim.Plan is sim.sweep.Plan
