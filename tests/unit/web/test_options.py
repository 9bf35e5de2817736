from sim.web.environment import PACKAGE, build_environment
from sim.web.server.options import find_options


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
