"""A bundle: all that a sweep is, in one file to be cited; and the sweep made again from it."""

from sim.report.bundle.asking import Version, find_versions
from sim.report.bundle.contents import Bundle
from sim.report.bundle.differing import Differences, DifferingColumn
from sim.report.bundle.packing import pack_bundle
from sim.report.bundle.reading import read_bundle
from sim.report.bundle.reproducing import Reproduction, reproduce

__all__ = [
    "Bundle",
    "Differences",
    "DifferingColumn",
    "Reproduction",
    "Version",
    "find_versions",
    "pack_bundle",
    "read_bundle",
    "reproduce",
]
