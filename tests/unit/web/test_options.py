import tomllib
from pathlib import Path

from sim.web.environment import PACKAGE, build_environment
from sim.web.server.options import OPTIONS, find_options

IN_CHECKOUT = Path(__file__).parents[3] / ".streamlit" / "config.toml"


def flatten(table, above=""):
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def test_the_server_is_told_what_the_file_of_the_checkout_says():
    said = dict(flatten(tomllib.loads(IN_CHECKOUT.read_text())))

    assert said
    assert {name: OPTIONS[name] for name in said} == said


def test_what_protects_visitors_is_on():
    options = find_options(8501)

    assert options["server.enableCORS"] and options["server.enableXsrfProtection"]
    assert options["server.address"] == "localhost"
    assert options["client.showErrorDetails"] == "none"
    assert options["server.fileWatcherType"] == "none"
    assert options["browser.gatherUsageStats"] is False


def test_the_environment_has_no_settings_of_others_and_no_current_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    given = {
        "STREAMLIT_SERVER_ENABLE_CORS": "false",
        "PYTHONPATH": ":lib:/usr/x",
        "REQUISITE_CACHE": "cache",
        "HOME": "/home/x",
    }

    built = build_environment(given)

    assert built == {
        "PYTHONPATH": f"{PACKAGE.parent}:{tmp_path}/lib:/usr/x",
        "REQUISITE_CACHE": f"{tmp_path}/cache",
        "HOME": "/home/x",
    }
