from sim.analysis.comparison import compare
from sim.experiment import RunSettings
from sim.report import name_files
from sim.scenario import load_scenario

SETTINGS = RunSettings(days=14, replications=2)


def test_files_that_differ_have_names_that_differ():
    filed = load_scenario("sickness-benefit")
    changed = (filed.changed("demand.variety=0"), filed.changed("demand.variety=0.1"))

    names = [name_files(compare(one, settings=SETTINGS)) for one in (filed, *changed)]

    assert names[0] == "requisite-sickness-benefit-14days-2x-seed1"
    assert len(set(names)) == 3
    assert all(name.startswith(f"{names[0]}-") for name in names[1:])
