"""What a bundle asks to be run, as this version asks for it; and what is another version by now."""

from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import NamedTuple

from sim.errors import MOST_IN_LINE, RequisiteError, RunError, ScenarioError
from sim.files import writing
from sim.message import Message
from sim.plain_text import cut
from sim.report.bundle.contents import MANIFEST, POINTS, SCENARIOS, Bundle
from sim.sweep.folder.fingerprint import take_fingerprint
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.manifest import Manifest, read_manifest
from sim.sweep.folder.plans import load_plan
from sim.sweep.running.asked import ask_again

WRONG = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What is raised where a manifest is of the right form and says what cannot be."""


class Version(NamedTuple):
    """Something that makes numbers and is another one now; "–" where there is none."""

    name: str
    then: str
    now: str


def find_versions(bundle: Bundle) -> tuple[Version, ...]:
    """Return what would make the numbers now and is another one than then."""
    then, now = bundle.made_with, take_fingerprint()
    names = dict.fromkeys((*then, *now))
    pairs = (Version(name, then.get(name, "–"), now.get(name, "–")) for name in names)
    return tuple(pair for pair in pairs if pair.then != pair.now)


def ask(bundle: Bundle) -> tuple[Manifest, int | None]:
    """Return the manifest as this version has it, with no chunks yet, and the replications.

    With a rule they are nobody's to choose; the first round is kept, and the others follow.
    """
    with TemporaryDirectory() as place:
        try:
            filed, asked = _read(bundle, Folder(place))
        except (RequisiteError, *WRONG, RecursionError) as error:
            raise _refuse(bundle, _tell(error).replace(place, ".")) from error
    first = tuple(stage for stage in filed.stages if stage.first == 0)
    if filed.rule:
        return replace(asked, stages=first), None
    return asked, filed.replications


def _read(bundle: Bundle, folder: Folder) -> tuple[Manifest, Manifest]:
    """Return the manifest as it was written, and as this version would write it."""
    (folder.path / SCENARIOS).mkdir()
    unpack(bundle, folder)
    (folder.path / MANIFEST).write_bytes(bundle.files[MANIFEST])
    filed = read_manifest(folder.path)
    return filed, ask_again(load_plan(folder, filed), filed, None).manifest


def _tell(error: BaseException) -> str:
    told = "; ".join(error.problems) if isinstance(error, ScenarioError) else str(error)
    return cut(told or type(error).__name__, MOST_IN_LINE)


def _refuse(bundle: Bundle, why: str) -> RunError:
    versions = find_versions(bundle)
    if not versions:
        return RunError(Message("the sweep in this bundle cannot be read: {why}", why=why))
    return RunError(
        Message(
            "the sweep in this bundle cannot be read by this version ({what}); install what its "
            "requirements.txt lists, and reproduce it with that: {why}",
            what=", ".join(f"{name} {then} → {now}" for name, then, now in versions),
            why=why,
        )
    )


def unpack(bundle: Bundle, folder: Folder) -> None:
    """Write scenarios and points where a folder of a sweep has them."""
    for name in (name for name in bundle.files if name.startswith(SCENARIOS) or name == POINTS):
        with writing(folder.path / name, overwrite=True) as stream:
            stream.write(bundle.files[name])
