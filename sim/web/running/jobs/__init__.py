"""What visitors can have made, a file for each; it is pickled on its way to a process and back."""

from sim.web.running.jobs.arms import FollowArms
from sim.web.running.jobs.attribute import Attribute
from sim.web.running.jobs.capability import FindCapability
from sim.web.running.jobs.check_file import Checked, CheckFile
from sim.web.running.jobs.compare import Compare
from sim.web.running.jobs.draft import Draft
from sim.web.running.jobs.find_line import FindLine
from sim.web.running.jobs.job import Job, Progress, expect_s
from sim.web.running.jobs.journey import Follow
from sim.web.running.jobs.judge import Judge
from sim.web.running.jobs.lesson import RunLesson
from sim.web.running.jobs.own_log import MeasureWaits, OwnLog, ReadLog, SimulateLog
from sim.web.running.jobs.own_service import (
    AsItIs,
    FindAsItIs,
    FindWhatIfs,
    Possible,
    WriteOwnScenario,
)
from sim.web.running.jobs.preset import RunPreset
from sim.web.running.jobs.reform import FindReform
from sim.web.running.jobs.steer import Steer
from sim.web.running.jobs.sweep import Axis, RunSweep, Swept, order_axes
from sim.web.running.jobs.twin import CutLoop, DrawLoops, SqueezeTwin

__all__ = [
    "AsItIs",
    "Attribute",
    "Axis",
    "CheckFile",
    "Checked",
    "Compare",
    "CutLoop",
    "Draft",
    "DrawLoops",
    "FindAsItIs",
    "FindCapability",
    "FindLine",
    "FindReform",
    "FindWhatIfs",
    "Follow",
    "FollowArms",
    "Job",
    "Judge",
    "MeasureWaits",
    "OwnLog",
    "Possible",
    "Progress",
    "ReadLog",
    "RunLesson",
    "RunPreset",
    "RunSweep",
    "SimulateLog",
    "SqueezeTwin",
    "Steer",
    "Swept",
    "WriteOwnScenario",
    "expect_s",
    "order_axes",
]
