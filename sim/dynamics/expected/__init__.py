"""What happens to a mean case by luck alone: worked out from the blueprint, nothing fitted."""
