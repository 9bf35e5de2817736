import pytest

from sim.engines import DEFAULT_ENGINE, ENGINES, get_engine
from sim.errors import RunError


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_named_can_be_made_ready(name):
    engine = get_engine(name)
    engine.make_ready()
    assert engine.is_ready()


def test_the_usual_engine_is_the_compiled_one():
    assert DEFAULT_ENGINE == "fast"
    assert set(ENGINES) == {"fast", "reference"}


def test_another_name_is_refused_with_those_there_are():
    with pytest.raises(RunError, match="no engine named 'magic'; there are: fast, reference"):
        get_engine("magic")
