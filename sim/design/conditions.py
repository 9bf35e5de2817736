"""The eight conditions of a design, and the two practices and the staff beside them.

Each condition is a small set of plain quantities, with its honest gain and its price. None of them
is "badness": what a design does to citizens follows from them. Sections (§) are those of the
report.
"""

from typing import Literal

from pydantic import Field

from sim.design.quantity import (
    Count,
    Days,
    Factor,
    Frozen,
    Growth,
    Minutes,
    Money,
    Share,
    Weeks,
    optional,
)


class Purpose(Frozen):
    """What the work is for: closing activities, or needs met (§7, §8.1)."""

    done: Literal["activity", "need"] = Field(
        description="What counts as done: the activity finished, or the need met. With `need` the "
        "exception route is tried at once where the answer on file does not fit."
    )
    check: Share = Field(description="Chance that a delivery is checked with the citizen first.")
    check_minutes: Minutes = Field(description="Minutes of a check; paid whatever it finds.")
    notice: Share = Field(
        description="Chance that a worker new to the citizen notices a missing particular."
    )
    notice_familiar: Share = Field(
        description="Chance that a worker who has met the citizen notices a missing particular."
    )


class Function(Frozen):
    """One function that cases pass."""

    name: str = Field(description="Name of the function.")
    share: Share = Field(description="Share of a case's content; the shares add up to 1.")
    staff: Share = Field(
        description="Share of the staff; these and the front office's add up to 1."
    )
    wage: Factor = optional("Its staff's wage, of the service's rate per hour.", otherwise=1.0)
    pick_up_days: Days = optional(
        "Mean days that a case lies until another hand takes it up here; none with its own."
    )
    pick_up_cv: Factor = optional("Its coefficient of variation (lognormal); 0: always the mean.")
    expert: Share = optional("Chance that its staff know what an expert knows.")


class Functions(Frozen):
    """How the work is divided (§4.1, §7)."""

    pools: tuple[Function, ...] = Field(min_length=1, description="The functions in their order.")
    specialisation_gain: Share = Field(
        description="Share of pure working time that specialists save."
    )
    goes_back: Share = optional(
        "Chance that a function that has worked on a case sends it back to the one before it, not "
        "on or to be decided; at most three times an attempt."
    )
    goes_past: Share = optional(
        "Chance that a case goes past a function after the first, drawn for each; the one before "
        "does the share of it as well, without what specialists save."
    )
    expertise: Share = optional(
        "How often an answer fits a particular that needs an expert, of how often it fits others, "
        "where no function knows what an expert knows.",
        otherwise=1.0,
    )
    training_weeks: Weeks = optional("Weeks that a new member of staff learns: paid, at no work.")
    convey: Share = Field(description="Chance that a particular survives a change of hands.")
    read_in_minutes: Minutes = Field(description="Minutes to read in, for a face new to the case.")
    read_in_minutes_per_particular: Minutes = Field(
        description="Further minutes for each particular on file."
    )


class Budget(Frozen):
    """What each function's budget rations (§4.2, §7)."""

    cap_minutes: Minutes | None = Field(
        None, description="Most content that one activity may work off; none: no cap."
    )
    floor_minutes: Minutes = optional("Least time that one activity takes.")
    passes_on: Share = optional(
        "Chance that content which the cap cuts is passed to another budget."
    )


class Standards(Frozen):
    """How far the rules allow an answer that fits (§7, §8.2)."""

    absorb: Share = Field(description="Chance that the answer given fits a particular on file.")
    speed_gain: Share = Field(description="Share of pure working time that standard answers save.")
    discretion: Share = Field(description="Share of decisions within the worker's own discretion.")
    judgement_spread: Factor = Field(
        description="Median relative difference between two workers' own judgement of one case."
    )
    skill: Share = optional(
        "Chance that a decision within the worker's own discretion fits what the rules do not."
    )
    exception_delay_days: Days = Field(description="Waiting for the exception route.")
    exception_minutes: Minutes = Field(description="Minutes that an exception takes.")
    exception_chance: Share = Field(
        description="Chance that an exception makes the answer fit a particular. The route opens "
        "at the third attempt, or at the first where `purpose.done` is `need`."
    )


class Centralisation(Frozen):
    """Who meets the citizen, and from where (§4.1, §9.5)."""

    front_office_staff: Share = optional("Share of the staff in a front office; 0: none.")
    front_office_wage: Factor = optional(
        "Wage of the front office's staff, of the service's rate per hour.", otherwise=1.0
    )
    front_settles: Share = optional(
        "Chance that the front office settles a need without particulars itself."
    )
    calls_first: Share = optional(
        "Chance that a call or first contact is taken before all work; otherwise it queues among "
        "the work, first come first served.",
        otherwise=1.0,
    )
    teams: Count = Field(description="Teams with their own citizens; 1: one central pool.")
    placed_by_load: Share = optional(
        "Chance that a new client is placed in the team with the least planned work for its staff, "
        "rather than by lot."
    )
    lends: Share = optional(
        "Chance that a job for which nobody in its team is free is lent a free worker of the same "
        "function in another team."
    )
    known_face: Share = Field(
        description="Chance that a free worker whom the citizen knows is preferred."
    )
    travel_minutes: Minutes = optional("Travel to a visit.")
    planning_minutes: Minutes = optional("Planning of a visit.")
    cover_by_temps: Share = optional("Share of absent shifts that temps cover.")


class Digital(Frozen):
    """How needs get in, and how the service answers (§4.7, §7)."""

    form_share: Share = Field(description="Share of citizens who come by a form.")
    capture_form: Share = Field(description="Chance that a form captures a particular.")
    capture_dialogue: Share = Field(description="Chance that a dialogue captures a particular.")
    form_minutes: Minutes = Field(description="Minutes to take in a form or letter.")
    dialogue_minutes: Minutes = Field(description="Minutes of a dialogue at intake.")
    call_minutes: Minutes = Field(description="Minutes of a call that carries no work.")
    asks_in_dialogue: Share = Field(
        description="Chance that a worker who misses something calls rather than writes."
    )
    ask_minutes: Minutes = Field(description="Minutes to ask for what is missing.")
    refuses_incomplete: Share = optional(
        "Chance that an incomplete form is sent back before any work (§3.4 evidence)."
    )


class Targets(Frozen):
    """Deadlines and their clock (§4.5, §9.1)."""

    days: Days = Field(description="Days within which a case should be closed.")
    clock: Literal["arrival", "complete"] = Field(
        description="Where the target's clock starts: at arrival, or once information is complete."
    )
    order: Literal["arrival", "deadline"] = Field(
        description="Work order: as it comes, or what can still meet its deadline first."
    )
    hold_days: Days = optional("Days that work lies, planned to its deadline.")
    lead_days: Days | None = Field(
        None,
        description="Days before its due date from which work is taken up, planned to it; none: it "
        "is taken up as it comes.",
    )
    planned_gain: Share = optional(
        "Share of pure working time saved on work that was held: jobs of a kind are done together."
    )
    effort: Share = optional(
        "Share of `loops.speed_limit` by which people go faster near the due date, and chance that "
        "they then fetch a case that lies."
    )
    near_days: Days = optional("Days before the due date from which they do.")
    premature: Share = optional("Chance that a case past due and unfinished is closed as it is.")


class Inspection(Frozen):
    """Control of citizens and staff (§4.6)."""

    share: Share = optional("Share of cases controlled.")
    minutes: Minutes = optional("Minutes of a control.")
    waiting_days: Days = optional("Waiting for a certificate.")
    certificate_price: Money = optional("Price of a certificate.")
    certificate_day: Days = optional(
        "A certificate is asked for where the spell is longer than this."
    )
    detects: Share = optional("Chance that a certificate finds a dishonest claim.")
    learned: Share = optional("Share of the dishonest who know the day and stay below it.")
    reporting_minutes: Minutes = optional("Reporting time per decision or visit.")


class Outsourcing(Frozen):
    """Work under contract (§4.4)."""

    share: Share = optional("Share of each pool's staff under it.")
    price_advantage: Share = optional("Share by which it is cheaper.")
    tender_share: Share = optional("Cost of tendering, of its value.")
    supervision_share: Share = optional("Cost of supervision, of its value.")
    bankruptcies_per_day: Share = optional("Chance of bankruptcy on an open day; new faces follow.")


class Prevention(Frozen):
    """Small needs turned away (§4.2, §4.3)."""

    turns_away_below_minutes: Minutes = optional("Needs of less content than this are turned away.")
    return_chance: Share = optional("Chance that they come back.")
    return_days: Days = optional("Mean delay until they do.")
    growth: Growth = optional("Factor by which they have grown.", otherwise=1.0)


class Headcount(Frozen):
    """How many people work in it, where that is not as in the service's other designs."""

    total: Count | None = Field(
        None, description="Members of staff in this design; none: as many as `staff.total`."
    )


class Design(Frozen):
    """How a service answers: the eight conditions, and what may stand beside them."""

    purpose: Purpose = Field(description="Condition 1 of 8.")
    functions: Functions = Field(description="Condition 2 of 8.")
    budget: Budget = Field(description="Condition 3 of 8.")
    standards: Standards = Field(description="Condition 4 of 8.")
    centralisation: Centralisation = Field(description="Condition 5 of 8.")
    digital: Digital = Field(description="Condition 6 of 8.")
    targets: Targets = Field(description="Condition 7 of 8.")
    inspection: Inspection = Field(description="Condition 8 of 8.")
    outsourcing: Outsourcing = Field(
        default_factory=Outsourcing, description="Work under contract, where there is any."
    )
    prevention: Prevention = Field(
        default_factory=Prevention, description="Early help cut, where it is."
    )
    staff: Headcount = Field(
        default_factory=Headcount, description="Staff, where this design has other numbers."
    )


CONDITIONS = (
    "purpose",
    "functions",
    "budget",
    "standards",
    "centralisation",
    "digital",
    "targets",
    "inspection",
)
"""Names of the eight conditions, in the order of §7. Each is a lever between two designs."""
