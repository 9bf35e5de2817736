"""`requisite describe`: to the terminal or to a file, of a sweep or of a comparison."""

from sim.report.stress import ITEMS, write_stress
from tests.unit.report.sweeps import SERVICE


def test_it_is_printed(requisite, tiny):
    result = requisite("describe", tiny.folder.path)
    assert result.exit_code == 0
    assert result.stdout == write_stress(tiny)


def test_it_is_written_and_nothing_is_replaced_unasked(requisite, tiny, tmp_path):
    file = tmp_path / "stress.md"
    result = requisite("describe", tiny.folder.path, "--out", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_text() == write_stress(tiny)
    file.write_text("mine")
    assert requisite("describe", tiny.folder.path, "--out", file).exit_code == 2
    assert file.read_text() == "mine"
    assert requisite("describe", tiny.folder.path, "--out", file, "--force").exit_code == 0
    assert file.read_text() == write_stress(tiny)


def test_another_ending_is_refused(requisite, tiny, tmp_path):
    result = requisite("describe", tiny.folder.path, "--out", tmp_path / "stress.docx")
    assert result.exit_code == 2
    assert ".md" in result.stderr


def test_a_comparison_is_described_as_well(requisite, tmp_path):
    asked = ("--days", "30", "--replications", "3", "--seed", "9", "--set", "staff.total=17")
    file = tmp_path / "result.json"
    file.write_text(requisite("compare", SERVICE, *asked, "--json").stdout)
    result = requisite("describe", file)
    assert result.exit_code == 0
    for item in ITEMS:
        assert f"# {item.number} {item.title}\n" in result.stdout
    assert "Seed: 9. Replications are numbered from 0 to 2." in result.stdout
    assert "| `functionalised` | 17 |" in result.stdout
    assert "Nothing but the design was varied." in result.stdout


def test_a_folder_without_a_sweep_is_told(requisite, tmp_path):
    result = requisite("describe", tmp_path)
    assert result.exit_code == 2
    assert "holds no sweep" in result.stderr
