"""Requisite measured against other simulators of the same two services."""
