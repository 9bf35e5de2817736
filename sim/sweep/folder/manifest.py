"""The manifest: what a sweep is, written before anything is run, and held against at every resume.

It names the plan by its hash, how it is run, on what, and the stages, which are the chunk map. Only
stages are ever added to it: more replications, or a further round of some points.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sim.errors import RunError
from sim.files import write_text
from sim.message import Message
from sim.sweep.folder.fingerprint import find_differences
from sim.sweep.folder.stages import Stage
from sim.sweep.table import Outcome

FILE = "manifest.json"
FORM = 1
"""Of this file and of the folder; another one is not read."""


@dataclass(frozen=True)
class Manifest:
    """What a sweep is.

    Attributes
    ----------
    title
        What it is called.
    plan_sha256
        Hash of all that the plan decides.
    plan
        The plan as JSON has it, but for its points and scenarios.
    subject
        How it is run: settings, measures and each service's cohort, as JSON has it.
    designs, outcomes
        What is run at each point, and what is measured.
    series
        What is told of each week; usually nothing.
    rule
        When there are enough replications; empty where their number is given.
    fingerprint
        What it is run on.
    stages
        Which runs there are, and how they are cut into chunks.
    is_finished
        Whether all of them were made, no rule asks for more, and the tables are written.
    """

    title: str
    plan_sha256: str
    plan: Mapping[str, Any]
    subject: Mapping[str, Any]
    designs: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    rule: Mapping[str, Any]
    fingerprint: Mapping[str, str]
    series: tuple[Outcome, ...] = ()
    stages: tuple[Stage, ...] = ()
    is_finished: bool = False

    @property
    def replications(self) -> int:
        """How many replications some point has at the most."""
        return max((stage.first + stage.replications for stage in self.stages), default=0)

    def with_stages(self, more: Sequence[Stage]) -> "Manifest":
        """Return it with more stages."""
        return replace(self, stages=(*self.stages, *more), is_finished=False)

    def write(self, folder: Path) -> None:
        """Write it, in place of the one that is there."""
        stages = [stage.to_dict() for stage in self.stages]
        outcomes, series = (
            [one._asdict() for one in some] for some in (self.outcomes, self.series)
        )
        lists = {"outcomes": outcomes, "series": series, "stages": stages}
        found = {"form": FORM, **asdict(self), **lists}
        write_text(folder / FILE, json.dumps(found, indent=1) + "\n", overwrite=True)

    def find_differences(self, other: "Manifest") -> list[str]:
        """List in what another sweep differs: in what makes its numbers, not in its stages."""
        return find_differences(self._tell_apart(), other._tell_apart())

    def _tell_apart(self) -> dict[str, str]:
        return {
            "plan": self.plan_sha256[:12],
            "until": json.dumps(self.rule, sort_keys=True),
            "series": json.dumps([one.name for one in self.series]),
            **_flat(self.subject),
            **self.fingerprint,
        }


def _flat(table: Mapping[str, Any]) -> dict[str, str]:
    return {name: json.dumps(value, sort_keys=True) for name, value in table.items()}


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a folder.

    Raises
    ------
    RunError
        If there is none, or none that can be read.
    """
    try:
        found = json.loads((folder / FILE).read_text("utf-8"))
    except OSError as error:
        raise RunError(
            Message(
                "{folder}: holds no sweep: {file} cannot be read: {why}; begin one with "
                "requisite sweep run PLAN.toml --out {folder}",
                folder=folder,
                file=FILE,
                why=error.strerror or str(error),
            )
        ) from error
    except ValueError as error:
        raise _refuse(folder, str(error)) from error
    return _build(folder, found)


def _build(folder: Path, found: Any) -> Manifest:
    try:
        if found.pop("form") != FORM:
            raise _refuse(folder, "form")
        stages = tuple(map(Stage.from_dict, found.pop("stages")))
        outcomes, series = (
            tuple(Outcome(**one) for one in some)
            for some in (found.pop("outcomes"), found.pop("series", ()))
        )
        designs = tuple(found.pop("designs"))
        return Manifest(**found, stages=stages, outcomes=outcomes, series=series, designs=designs)
    except (AttributeError, KeyError, TypeError) as error:
        raise _refuse(folder, str(error)) from error


def _refuse(folder: Path, why: str) -> RunError:
    return RunError(
        Message(
            "{folder}/{file}: is no manifest that this version can read ({why}); use the version "
            "that wrote it, or another folder",
            folder=folder,
            file=FILE,
            why=why,
        )
    )
