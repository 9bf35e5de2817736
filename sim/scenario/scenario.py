"""A scenario that keeps all rules: built, loaded, changed; it knows what differs from its file."""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import PrivateAttr

from sim.errors import ScenarioError
from sim.scenario.changes import change_in_place
from sim.scenario.completing import complete, sign
from sim.scenario.differences import Difference, differences
from sim.scenario.files import find_file, list_shipped, shipped_folder
from sim.scenario.parse import Raw, parse, parts_of
from sim.scenario.reading import parse_toml, read_content, read_toml
from sim.scenario.rules import find_problems
from sim.scenario.rules_staff import find_unmanned
from sim.scenario.schema import ScenarioFile
from sim.scenario.tracing import Taken, trace_taken

MOST_KEPT = 32
"""Files of which the scenario is kept, for who reads the same one again."""


class Origin(NamedTuple):
    """The file that a scenario was loaded from."""

    file: str
    """Its name, without the folders above it."""
    sha256: str
    """Hash of its content; where it shares mechanisms, of that and of theirs."""


class Scenario(ScenarioFile):
    """A service that keeps all rules. It cannot be altered; `changed` returns another one."""

    _origin: Origin | None = PrivateAttr(None)
    _filed: "Scenario | None" = PrivateAttr(None)
    _changes: tuple[str, ...] = PrivateAttr(())
    _raw: Raw | None = PrivateAttr(None)
    _taken: dict[str, Taken] | None = PrivateAttr(None)

    def __eq__(self, other: object) -> bool:
        """Tell whether another says the same, wherever it is from."""
        return isinstance(other, Scenario) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]  # its demand and designs are tables

    @property
    def origin(self) -> Origin | None:
        """The file that it was loaded from; `None` if it was made in memory."""
        return self._origin

    def is_as_filed(self, sha256: str) -> bool:
        """Tell whether it is what a file of some hash holds, with nothing in it changed."""
        return self._origin is not None and self._origin.sha256 == sha256 and not self.differences

    @property
    def where(self) -> str:
        """What to name as the place of a problem: its file, or else the service."""
        return self._origin.file if self._origin else self.service.name

    @property
    def filed(self) -> "Scenario":
        """The scenario as its file has it, or as it was made in memory: before any change."""
        return self._filed or self

    @property
    def taken(self) -> dict[str, Taken]:
        """Where its quantities come from that its file does not state, by their dotted keys."""
        filed = self.filed
        if filed._taken is None:
            filed._taken = {} if filed._raw is None else trace_taken(filed._raw)
        return filed._taken

    @property
    def changes(self) -> tuple[str, ...]:
        """The changes that were made to it, as they were asked for."""
        return self._changes

    @property
    def differences(self) -> list[Difference]:
        """The values that differ from those it had before any change."""
        return differences(self.filed, self)

    def to_table(self) -> Raw:
        """Return it as a raw table, with all that a file may leave out."""
        return self.model_dump(by_alias=True, mode="json")

    def changed(self, *changes: str) -> "Scenario":
        """Return a copy with changes, made one after the other; later ones win.

        Each value is checked at its own change; the rules that join several, such as shares that
        add up to 1, once all are made; whether the staff suffice for a design, when it is to be run
        (see `check_manned`). Changes to a copy come after those that made it, so that
        it makes no difference whether all are made at once.

        Parameters
        ----------
        changes
            Changes such as ``demand.variety=0``, see `sim.scenario.changes`.

        Raises
        ------
        ScenarioError
            If one cannot be made, with all problems at once.
        """
        if not changes:
            return self
        every = (*self._changes, *changes)
        raw = self.filed.to_table()
        change_in_place(raw, every)
        scenario = build_scenario(raw, ", ".join(changes), manned=())
        scenario._origin, scenario._filed, scenario._changes = self._origin, self.filed, every
        return scenario

    def count_staff(self, design: str) -> int:
        """Return the members of staff of a design: its own number, or the service's."""
        own = self.designs[design].staff.total
        return int((own or self.staff.total).value)

    def with_more_staff(self, times: float) -> "Scenario":
        """Return a copy in which every number of members of staff is so many times what it is."""
        own = (name for name, design in self.designs.items() if design.staff.total is not None)
        keys = ["staff.total", *(f"designs.{name}.staff.total" for name in own)]
        return self.changed(*(f"{key}*={times}" for key in keys))

    def check_manned(self, designs: Collection[str]) -> None:
        """Check that some designs have a worker in each of their pools.

        Raises
        ------
        ScenarioError
            If one has not.
        """
        problems = find_unmanned(parts_of(self), designs)
        if problems:
            raise ScenarioError(", ".join(self._changes) or self.where, problems)


def load_scenario(service: str | Path, changes: Sequence[str] = ()) -> Scenario:
    """Load a service, with changes. The file is checked as it stands before they are made.

    Parameters
    ----------
    service
        Name of a shipped service, such as ``sickness-benefit``, or a path to a TOML file.
    changes
        Changes such as ``demand.variety=0``, see `Scenario.changed`.

    Raises
    ------
    ScenarioError
        If the file or a change cannot be used, with all problems at once.
    """
    path = find_file(service)
    content = read_content(path)
    return _build_kept(content, path, sign(*_parse_kept(content, path))).changed(*changes)


def read_scenario(content: bytes, name: str) -> Scenario:
    """Read a scenario from what a file holds; no file is opened for it.

    Parameters
    ----------
    content
        The TOML, as `load_scenario` reads it.
    name
        Name of the file, without folders: problems name it, and so does the origin.

    Raises
    ------
    ScenarioError
        If it cannot be used, with all problems at once.
    """
    raw, sha256 = parse_toml(content, name)
    return _build_filed(raw, name, Origin(name, sign(raw, sha256)))


def find_shipped(sha256: str) -> str | None:
    """Return the name of the service or counter-case of a hash; `None` without one."""
    return _sign_shipped(shipped_folder()).get(sha256)


@cache
def _sign_shipped(_folder: Path) -> dict[str, str]:
    """Return the name of each shipped file by its hash; they are read once."""
    return {sign(*read_toml(find_file(name))): name for name in list_shipped()}


@lru_cache(MOST_KEPT)
def _parse_kept(content: bytes, path: Path) -> tuple[Raw, str]:
    return parse_toml(content, str(path))


@lru_cache(MOST_KEPT)
def _build_kept(content: bytes, path: Path, sha256: str) -> Scenario:
    """Build what a file holds: kept by its content and its hash, in which is what it shares.

    So what is kept is never out of date. Nothing of a visitor's file is kept here.
    """
    return _build_filed(_parse_kept(content, path)[0], str(path), Origin(path.name, sha256))


def _build_filed(raw: Raw, where: str, origin: Origin) -> Scenario:
    whole, problems = complete(raw)
    scenario = build_scenario(whole, where, problems=problems)
    scenario._origin, scenario._raw = origin, raw
    return scenario


def build_scenario(
    raw: Raw, where: str, manned: Collection[str] | None = None, problems: Sequence[str] = ()
) -> Scenario:
    """Turn a raw table into a scenario that keeps all rules.

    Parameters
    ----------
    raw
        The table.
    where
        What problems name.
    manned
        The designs for which the staff must suffice; all of them if `None`.
    problems
        What was found wrong before.

    Raises
    ------
    ScenarioError
        If there is a problem, with all of them at once.
    """
    parts, unread = parse(raw)
    problems = [*problems, *unread, *find_problems(parts), *find_unmanned(parts, manned)]
    if problems or parts.whole is None:
        raise ScenarioError(where, problems)
    return Scenario.model_validate(dict(parts.whole))
