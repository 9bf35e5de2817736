"""What benchmarks take from Requisite is there: they are run too seldom to notice that it is not.

Only what they name is looked at: the simulators compared with are in an environment of their own.
"""

import ast
from pathlib import Path
from pkgutil import resolve_name

import pytest

import benchmarks

FILES = sorted(Path(benchmarks.__file__).parent.rglob("*.py"))


def list_taken(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in imports if node.module and node.module.split(".")[0] == "sim"]
    return [(node.module, name.name) for node in ours for name in node.names]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_a_benchmark_takes_is_there(file):
    for module, name in list_taken(file):
        resolve_name(f"{module}.{name}")


def test_something_is_looked_at():
    assert sum(len(list_taken(file)) for file in FILES) > 50
