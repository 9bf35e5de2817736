import pytest

from sim.engines import DEFAULT_ENGINE, ENGINES, get_engine
from sim.errors import RunError


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_named_is_there(name):
    assert callable(get_engine(name))


def test_the_usual_engine_is_one_of_them():
    assert DEFAULT_ENGINE in ENGINES


def test_another_name_is_refused_with_those_there_are():
    with pytest.raises(RunError, match="no engine named 'magic'; there are: reference"):
        get_engine("magic")
