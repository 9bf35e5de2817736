"""What a scenario file may say of a demand type: who comes, with what need, and how they behave."""

from typing import Literal

from pydantic import Field

from sim.design import Frozen
from sim.design.quantity import (
    Count,
    Days,
    Factor,
    Growth,
    Hours,
    Minutes,
    RatePerDay,
    RatePerMonth,
    Share,
    optional,
)
from sim.scenario.text import Text


class Demand(Frozen):
    """One demand type: what citizens need, and how they behave."""

    kind: Literal["case", "visits"] = Field(description="A one-off case, or recurrent visits.")
    priority: Count = optional(
        "Jobs of a demand type with a higher priority are taken first in a queue, whatever its "
        "order."
    )
    label: Text = Field(description="Name shown to people.")
    particulars: tuple[Text, ...] = Field(
        default=(),
        description="Particulars of such needs by name, so that a journey reads like life.",
    )
    arrivals_per_day: RatePerDay = Field(description="Mean arrivals on an open day.")
    dispersion: Factor = Field(
        description="Variance of daily arrivals over their mean; 1: Poisson, less: more even."
    )
    by_weekday: tuple[Factor, ...] = Field(
        default=(),
        description="When they come: a weight for each day from Monday on, seven in all; the mean "
        "of open days is kept. None: alike on each.",
    )
    by_month: tuple[Factor, ...] = Field(
        default=(),
        description="A weight for each month, twelve in all; the mean of a year is kept. Day 0 of "
        "a run is 1 January. None: alike in each.",
    )
    content_minutes: Minutes = Field(description="Mean content, of a case or of a visit.")
    content_cv: Factor = Field(description="Its coefficient of variation between citizens.")
    content_shape: Literal["lognormal", "gamma"] = Field(description="Its distribution.")
    variety: Factor = Field(description="Mean number of particulars of a need (Poisson).")
    expert: Share = optional("Share of its particulars that need an expert.")
    rework_share: Share = Field(
        description="Share of the content to be done again when an answer did not fit."
    )
    tell: Share = Field(
        description="Chance that a citizen in contact tells a particular that is missing."
    )
    answer_days: Days = Field(description="Mean days until a letter is answered.")
    reach: Share = Field(description="Chance that a citizen is reached by telephone.")
    return_days: Days = Field(description="Mean days until a citizen not helped comes back.")
    give_up: Share = Field(description="Chance of giving up instead, at each failed attempt.")
    resumes: Share = optional("Chance of coming back after that.")
    resume_days: Days = optional("Mean days until then.")
    growth: Growth = optional(
        "Factor by which unmet content has grown at each return; with visits, by which "
        "what a visit missed has grown, if neither call nor extra visit follows.",
        otherwise=1.0,
    )
    chase_per_day: RatePerDay = Field(
        description="Calls a day, while waiting on the service, to ask how it goes."
    )
    chase_tires: Share = optional(
        "Chance at each such call that the citizen asks no more until the next attempt."
    )
    give_up_waiting_days: Days = optional(
        "Mean days of waiting on the service, and not in hand, until a citizen gives up; 0: never."
    )
    patience_minutes: Minutes = optional(
        "Mean minutes that a caller holds the line, at most until closing; 0: until it is answered."
    )
    calls_back: Share = optional(
        "Chance that who hung up before a case was taken in calls again, and does not give up. Any "
        "other call is made again, but one to ask how it goes."
    )
    call_back_hours: Hours = optional("Mean hours until then.")
    own_error: Share = optional("Chance of a contact from the citizen's own error.")
    appeals: Share = optional(
        "Chance of an appeal where a worker's own judgement grants nothing; where it grants a "
        "part, as much less."
    )
    dishonest: Share = optional("Share of dishonest claims.")
    spell_days: Days = optional("Mean length of the spell that the claim is about.")
    ready: Share = optional("Chance that an answer which the decision needs exists only later.")
    ready_days: Days = optional("Mean days until it exists.")
    visits_per_day: Factor = optional("Mean visits a day: one, and a Poisson number more.")
    episode_days: Days = optional("Mean days that visits go on.")
    day_variety: Factor = optional("Mean number of particulars of the day, by `variety`.")
    day_content_cv: Factor = optional("Variation of a visit's content from day to day.")
    value_calls_per_month: RatePerMonth = optional(
        "Calls in a month of 30 days about something new that a client needs, one a day at most: "
        "value demand, alike in every design."
    )
    changes_per_month: RatePerMonth = optional(
        "Standing particulars of a client that change in a month of 30 days, one a day at most: "
        "what plan and staff knew of it is no longer true."
    )
    window_minutes: Minutes | None = Field(
        None,
        description="A planned visit that has not begun so long after it was due, or by closing, "
        "is missed: nobody comes; none: it waits for as long as it takes.",
    )
    on_time_minutes: Minutes | None = Field(
        None,
        description="A visit that begins at most so long after it was due counts as on time; none: "
        "nobody counts.",
    )
    missed_call: Share = optional("Chance that a visit that missed something brings a call.")
    missed_extra_visit: Share = optional("Chance that it takes an extra visit, if no call.")
