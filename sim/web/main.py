"""The page, for those who have the package only: ``requisite app`` starts this file."""

from sim.web.page import show

show()
