"""A model as an XMILE file, the format of the field's tools."""
