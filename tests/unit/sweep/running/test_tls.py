"""A sweep over TLS: a real scheduler and worker, with real keys, on loopback."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from sim.cli.program import program
from sim.errors import RunError
from sim.sweep import Tls, connecting
from sim.sweep.running import cluster
from tests.builders import build_raw, small_scenario_text

pytestmark = pytest.mark.long

PLAN = """
services = ["small.toml"]
method = "grid"
replications = 2
days = 28
warm_up_day = 7
follow_up_days = 28
measures = ["end_to_end_days"]
[levers]
"staff.total" = [10, 12]
"""
USAGE = "keyUsage=critical,digitalSignature,keyEncipherment,keyCertSign"
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def make_keys(folder: Path) -> Tls:
    """Make a key and its own certificate, as `docs/sweeps.md` tells."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl")
    folder.mkdir()
    key, certificate = folder / "key.pem", folder / "cert.pem"
    new = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "365")
    about = ("-subj", "/CN=requisite", "-addext", USAGE)
    files = ("-keyout", str(key), "-out", str(certificate))
    subprocess.run([*new, *about, *files], check=True, **QUIET)
    return Tls(certificate, certificate, key)


def list_options(tls: Tls) -> tuple[str, ...]:
    """Return the options of Dask's own commands."""
    ca, certificate, key = map(str, tls)
    return ("--tls-ca-file", ca, "--tls-cert", certificate, "--tls-key", key)


@contextmanager
def begin(*arguments: str) -> Iterator[None]:
    """Begin one of Dask's own commands, and end it."""
    command = [str(Path(sys.executable).parent / "dask"), *arguments]
    process = subprocess.Popen(command, **QUIET)
    try:
        yield
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    return make_keys(tmp_path_factory.mktemp("tls") / "ours")


@pytest.fixture(scope="module")
def address(tls: Tls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler and a worker that speak TLS."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    at = f"tls://127.0.0.1:{port}"
    options = ("--no-dashboard", *list_options(tls))
    where = ("--host", "tls://127.0.0.1", "--port", str(port))
    scratch = str(tmp_path_factory.mktemp("scratch"))
    own = ("--nthreads", "1", "--no-nanny", "--local-directory", scratch)
    with begin("scheduler", *where, *options), begin("worker", at, *own, *options):
        yield at


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    (tmp_path / "small.toml").write_text(small_scenario_text(build_raw()))
    path = tmp_path / "plan.toml"
    path.write_text(PLAN)
    return path


def sweep(*arguments: object) -> tuple[int, str]:
    """Run `requisite sweep`; return its exit code, and what it tells on the error stream."""
    result = CliRunner().invoke(program, ["sweep", *map(str, arguments)])
    return result.exit_code, " ".join(result.stderr.split())


def test_a_sweep_runs_over_tls_and_yields_what_it_yields_here(address, tls, plan_file, tmp_path):
    ca, certificate, key = tls
    files = ("--tls-ca", ca, "--tls-cert", certificate, "--tls-key", key)
    far, here = tmp_path / "far", tmp_path / "here"

    code, told = sweep("run", plan_file, "--out", far, "--scheduler", address, *files)
    assert code == 0, told
    assert sweep("run", plan_file, "--out", here, "--workers", 1)[0] == 0
    assert (far / "runs.parquet").read_bytes() == (here / "runs.parquet").read_bytes()
    assert len(pd.read_parquet(far / "runs.parquet")) == 8
    more = ("--replications", 3, "--scheduler", address, *files)
    assert sweep("resume", far, *more)[0] == 0
    assert len(pd.read_parquet(far / "runs.parquet")) == 12


def test_whoever_has_other_keys_is_not_let_in(address, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "WAITS_S", 2)
    others = make_keys(tmp_path / "others")
    with pytest.raises(RunError, match="no scheduler answers"), connecting(address, others):
        pytest.fail("it was let in")


def test_files_and_address_go_together(tls, plan_file, tmp_path):
    run = ("run", plan_file, "--out", tmp_path / "s")
    code, told = sweep(*run, "--scheduler", "tls://127.0.0.1:9")
    assert (code, "the three files of TLS" in told) == (2, True)
    code, told = sweep(*run, "--scheduler", "tls://127.0.0.1:9", "--tls-ca", tls.ca)
    assert (code, "give all three" in told) == (2, True)
    with pytest.raises(RunError, match="begins with tls"), connecting("tcp://127.0.0.1:9", tls):
        pytest.fail("it was reached without TLS")
    gone = tls._replace(key=tmp_path / "gone.pem")
    with pytest.raises(RunError, match="cannot be read"), connecting("tls://127.0.0.1:9", gone):
        pytest.fail("there is no key")
