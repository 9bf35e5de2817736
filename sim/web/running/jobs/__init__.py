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
from sim.web.running.jobs.preset import RunPreset
from sim.web.running.jobs.reform import FindReform
from sim.web.running.jobs.steer import Steer
from sim.web.running.jobs.twin import CutLoop, DrawLoops, SqueezeTwin

__all__ = [
    "Attribute",
    "CheckFile",
    "Checked",
    "Compare",
    "CutLoop",
    "Draft",
    "DrawLoops",
    "FindCapability",
    "FindLine",
    "FindReform",
    "Follow",
    "FollowArms",
    "Job",
    "Judge",
    "Progress",
    "RunLesson",
    "RunPreset",
    "SqueezeTwin",
    "Steer",
    "expect_s",
]
