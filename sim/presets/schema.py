"""What a preset says: a question, the changes that it makes, and a claim that can fail.

Its terms and placeholders are those of lessons (`sim.lessons.terms`). An arm is the name of a
design, as it stands after the changes; with `BEFORE` behind it, as its file has it.
"""

from collections.abc import Iterator

from pydantic import Field

from sim.design import Frozen
from sim.lessons import PLACEHOLDER, Claim, read_placeholder
from sim.lessons.terms import Term, read_term
from sim.scenario import Text

BEFORE = "-before"
"""Stands behind the name of a design where it is meant as the file has it."""


class Preset(Frozen):
    """Levers that are set together, and what the model shows then."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$", description="Name used in keys.")
    asks: Text = Field(description="The question that it answers, in one line.")
    changes: tuple[str, ...] = Field(min_length=1, description="As `--set` takes them.")
    claims: tuple[Claim, ...] = Field(min_length=1, description="What the model shows: all hold.")
    says: Text = Field(description="The same in one sentence, filled in from the run.")
    holds_in: tuple[str, ...] = Field(min_length=1, description="Services in which it shows.")
    not_in: tuple[str, ...] = Field(
        default=(), description="Services in which it is asked and does not show."
    )

    @property
    def services(self) -> tuple[str, ...]:
        """Where it is offered."""
        return (*self.holds_in, *self.not_in)

    @property
    def terms(self) -> list[Term]:
        """The terms of claims, and of what is filled in; those of the first claim come first."""
        claimed = [read_term(text) for claim in self.claims for text in claim.terms]
        return [*dict.fromkeys([*claimed, *self._list_filled()])]

    @property
    def measures(self) -> tuple[str, ...]:
        """What has to be measured."""
        return tuple(dict.fromkeys(term.measure for term in self.terms))

    @property
    def arms(self) -> tuple[str, ...]:
        """What has to be run; the first two are those of the first claim."""
        return tuple(dict.fromkeys(term.arm for term in self.terms))

    def _list_filled(self) -> Iterator[Term]:
        """List the terms in the text; what lies between two arms needs no further one."""
        for written in PLACEHOLDER.findall(self.says.en or ""):
            read = read_placeholder(written)
            if isinstance(read, Term):
                yield read
