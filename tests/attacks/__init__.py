"""What is done to the product on purpose: kills, full disks, files in the way."""
