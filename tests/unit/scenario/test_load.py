import pytest

from sim.errors import ScenarioError
from sim.scenario import build_scenario, files, list_services, load_scenario
from tests import builders
from tests.builders import build_raw, q, small_scenario_text


def write(folder, content, name="a.toml"):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems_of(service, *changes):
    with pytest.raises(ScenarioError) as caught:
        load_scenario(service, changes)
    return caught.value.problems


def problems_in(raw):
    with pytest.raises(ScenarioError) as caught:
        build_scenario(raw, "test")
    return caught.value.problems


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A folder of shipped services with two files."""
    monkeypatch.setattr(files, "_IN_WHEEL", tmp_path / "none")
    monkeypatch.setattr(files, "_IN_CHECKOUT", tmp_path)
    for name in ("small-benefit", "home-care"):
        write(tmp_path, small_scenario_text(), f"{name}.toml")
    return tmp_path


def test_a_file_is_loaded_as_it_is_built(tmp_path):
    path = write(tmp_path, small_scenario_text())

    assert load_scenario(path) == load_scenario(str(path)) == builders.build_scenario()


def test_changes_are_made_after_loading(tmp_path):
    path = write(tmp_path, small_scenario_text())

    assert load_scenario(path, ["staff.total=20"]).staff.total.value == 20


def test_a_shipped_service_is_loaded_by_its_name(shipped):
    assert list_services() == ["home-care", "small-benefit"]
    assert load_scenario("small-benefit").service.name == "small-benefit"


def test_files_inside_the_package_come_before_those_beside_it(shipped, monkeypatch, tmp_path):
    inside = tmp_path / "shipped_scenarios"
    inside.mkdir()
    write(inside, small_scenario_text(), "only-this.toml")
    monkeypatch.setattr(files, "_IN_WHEEL", inside)

    assert list_services() == ["only-this"]


def test_an_unknown_service_is_answered_with_those_that_exist(shipped):
    assert problems_of("small-benefits") == [
        'no service of this name, did you mean "small-benefit"? Shipped: home-care, small-benefit'
    ]
    assert problems_of("zzz") == [
        "no service of this name, expected one of: home-care, small-benefit"
    ]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ScenarioError, match=r"missing\.toml: 1 problem\n.*no such file"):
        load_scenario(tmp_path / "missing.toml")


def test_a_folder_is_no_scenario(tmp_path):
    assert problems_of(tmp_path) == ["found a folder, expected a TOML file"]


def test_a_file_that_cannot_be_read_says_why(tmp_path, monkeypatch):
    def refuse(path, mode):
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, small_scenario_text())
    monkeypatch.setattr("pathlib.Path.open", refuse)

    assert problems_of(path) == ["cannot be read: Permission denied"]


def test_text_that_is_not_utf8_is_told_with_its_line(tmp_path):
    path = write(tmp_path, "a = 1\nb = 'Försäkring'\n".encode("latin-1"))

    assert problems_of(path) == ["not UTF-8 (at line 2), expected a text file in UTF-8"]


def test_a_mistake_of_toml_is_told_with_its_line(tmp_path):
    path = write(tmp_path, "[service]\nname = \n")

    (problem,) = problems_of(path)
    assert problem.startswith("not TOML: ")
    assert "line 2" in problem


def test_editors_of_windows_do_no_harm(tmp_path):
    content = b"\xef\xbb\xbf" + small_scenario_text().replace("\n", "\r\n").encode()

    assert load_scenario(write(tmp_path, content)) == builders.build_scenario()


def test_an_empty_file_lacks_its_tables(tmp_path):
    problems = problems_of(write(tmp_path, ""))

    assert "staff: missing, expected a table" in problems
    assert len(problems) == 6


def test_problems_of_every_sort_are_told_at_once():
    raw = build_raw()
    raw["staff"]["totl"] = raw["staff"].pop("total")
    raw["demand"]["known"]["variety"] = 3
    raw["demand"]["known"]["tell"] = q(2)
    raw["designs"]["absorbing"]["purpose"]["done"] = "nothing"
    raw["designs"]["functionalised"]["functions"]["pools"][0]["share"] = q(0.5)
    raw["service"]["days"] = "sixty"

    assert problems_in(raw) == [
        'service.days: found "sixty", expected a whole number',
        'staff.total: missing, expected a quantity such as { is = 1, from = "assumed" }',
        'staff.totl: unknown key, did you mean "total"?',
        'demand.known.variety: found 3, expected a quantity such as { is = 1, from = "assumed" }',
        "demand.known.tell: found 2, expected 0 to 1 (share)",
        'designs.absorbing.purpose.done: found "nothing", expected one of "activity", "need"',
        "designs.functionalised.functions.pools: the shares of content add up to 1.1, expected 1",
    ]


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (("service", "days"), 0, "service.days: found 0, expected more than 0"),
        (("service", "days"), 12_001, "service.days: found 12001, expected at most 12000"),
        (("service", "days"), 10**30, "service.days: found a number too large, expected"),
        (("service", "days"), True, "service.days: found true, expected a whole number"),
        (("service", "name"), "Big One", 'service.name: found "Big One", expected lower-case'),
        (("service", "title"), "Big", 'service.title: found "Big", expected a table'),
        (("staff", "shifts"), [], "staff.shifts: found a list, expected at least 1"),
        (("staff", "shifts"), 3, "staff.shifts: found 3, expected a list of tables"),
        (("staff", "total", "is"), "ten", 'staff.total.is: found "ten", expected a number'),
        (("staff", "total", "is"), 10**400, "staff.total.is: found a number too large"),
        (("staff", "total", "range"), 5, "staff.total.range: found 5, expected two numbers"),
        (("staff", "total", "range"), [1], "staff.total.range"),
        (("staff", "total", "value"), 5, "staff.total.value: unknown key"),
        (("staff", "total", "from"), 5, "staff.total.from: found 5, expected text"),
        (("costs",), [], "costs: found a list, expected a table"),
        (("demand",), {}, "demand: found a table, expected at least 1"),
        (("sources", "report"), 1, "sources.report: found 1, expected text"),
    ],
)
def test_a_problem_names_its_key_what_was_found_and_what_is_expected(place, value, problem):
    raw = build_raw()
    table = raw
    for key in place[:-1]:
        table = table[key]
    table[place[-1]] = value

    found = problems_in(raw)

    assert any(line.startswith(problem) for line in found), found
    assert not any("pydantic" in line or "http" in line for line in found)
