"""The second half of event logs, forecast of the first: ours, repeating it, and Simod."""
