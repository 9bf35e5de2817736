"""What a lesson file may say.

No figure stands in a text. What is shown is computed, and filled in where a text has a placeholder,
see `sim.lessons.terms`; what a text asserts stands beside it as a claim, which is judged.
"""

from typing import Literal, get_args

from pydantic import Field, StrictFloat, StrictInt

from sim.design import Frozen
from sim.scenario import Text
from sim.steering import LEAST_QUARTERS, MOST_QUARTERS

Subject = Literal["cost", "time", "standards", "people", "control", "change"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
"""What lessons are about, in the order in which they are listed."""
Citizen = Literal["typical", "worst in ten", "average difference"]
CHOICES, MOST_ARMS = 3, 12


class Arm(Frozen):
    """A design of the service, with changes of its own, that is run beside others."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$", description="Name used in terms.")
    design: str = Field(description="The design.")
    changes: tuple[str, ...] = Field(default=(), description="Changes such as `staff.total=20`.")
    steered_by: str | None = Field(
        default=None,
        description="What a manager steers the design by before it is run, such as `unit-cost`: "
        "it is run as what it has become.",
    )
    quarters: StrictInt = Field(
        default=12, ge=LEAST_QUARTERS, le=MOST_QUARTERS, description="How long the manager steers."
    )
    label: Text | None = Field(
        default=None, description="Name shown to people; that of the design if left out."
    )


class Setup(Frozen):
    """What is run: arms with the same citizens and the same luck."""

    service: str = Field(
        pattern=r"^(counter/)?[a-z][a-z0-9-]*$",
        description="A shipped service, or a case such as `counter/NAME`.",
    )
    changes: tuple[str, ...] = Field(default=(), description="Changes that all arms have.")
    days: StrictInt | None = Field(
        default=None, description="Calendar days of arrivals; the service's own if left out."
    )
    replications: StrictInt = Field(ge=5, le=100, description="How many.")
    arms: tuple[Arm, ...] = Field(
        min_length=2, max_length=MOST_ARMS, description="The arms; at least two."
    )

    @property
    def pair(self) -> tuple[str, str]:
        """The names of the first two arms, which differences are between."""
        return self.arms[0].name, self.arms[1].name


class Claim(Frozen):
    """What must be true of a run, and could be false of it: an order, or a bound."""

    rising: tuple[str, ...] = Field(
        default=(), description="Terms from the lowest to the highest; each surely above the last."
    )
    times: StrictFloat = Field(
        default=1.0,
        ge=0.01,
        le=100.0,
        description="Each is surely more than so many times the last.",
    )
    term: str | None = Field(default=None, description="The term that a bound is about.")
    above: StrictFloat | None = Field(
        default=None, allow_inf_nan=False, description="It is surely above this."
    )
    below: StrictFloat | None = Field(
        default=None, allow_inf_nan=False, description="It is surely below this."
    )

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms that it is about."""
        return self.rising if self.term is None else (*self.rising, self.term)


class Choice(Frozen):
    """An answer that may be chosen. It is right if all of its claims hold."""

    says: Text = Field(description="The answer.")
    claims: tuple[Claim, ...] = Field(min_length=1, description="What must hold for it.")


class NumberGuess(Frozen):
    """An answer that is a number, such as so many days."""

    term: str = Field(description="What is to be guessed.")
    unit: Text = Field(description="Its unit, as it stands after the number.")


class Predict(Frozen):
    """What the room is asked before anything is shown: a choice of three, or a number."""

    ask: Text = Field(description="What is asked.")
    choices: tuple[Choice, ...] = Field(default=(), description="Three answers.")
    number: NumberGuess | None = Field(default=None, description="Or a number.")


class Reveal(Frozen):
    """What is shown beside the guesses."""

    measures: tuple[str, ...] = Field(min_length=1, description="Measures, in the order shown.")
    says: Text = Field(description="What they say.")


class Why(Frozen):
    """The mechanism, and the citizen in whom it can be seen."""

    says: Text = Field(description="Two to four plain sentences.")
    citizen: Citizen = Field(description="Which citizen to follow.")


class OtherSide(Frozen):
    """Where it turns."""

    says: Text = Field(description="What is found there; filled from its own run.")
    setup: Setup
    claims: tuple[Claim, ...] = Field(min_length=1, description="What must hold there.")


class Graph(Frozen):
    """How a measure that is shown is explained."""

    measure: str = Field(description="One of those that are shown.")
    says: Text = Field(description="What it is, and what to look at.")


class Objection(Frozen):
    """What somebody in the room will say, and a fair answer."""

    says: Text
    answer: Text


class Notes(Frozen):
    """For whoever leads the room."""

    before: Text = Field(description="What to let people think about before it is shown.")
    graphs: tuple[Graph, ...] = Field(min_length=1, description="Each graph explained.")
    trust: Text = Field(description="Why to trust it, and how far.")
    objections: tuple[Objection, ...] = Field(min_length=1, description="Common objections.")


class Lesson(Frozen):
    """A lesson: one question, answered by a run."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$", description="Name used in commands.")
    about: Subject = Field(description="What it is about.")
    title: Text = Field(description="Name shown to people.")
    question: Text = Field(description="The question, in one line, without the answer.")
    setup: Setup
    predict: Predict
    claims: tuple[Claim, ...] = Field(min_length=1, description="What its texts assert.")
    reveal: Reveal
    why: Why
    other_side: OtherSide
    change_mind: Text = Field(description="What would have to be found to think otherwise.")
    notes: Notes
    sources: Text = Field(description="Where it is from: section of the report, papers.")
