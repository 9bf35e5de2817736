"""The rules of the model, to be compiled: file for file those of `sim.engines.reference.rules`."""
