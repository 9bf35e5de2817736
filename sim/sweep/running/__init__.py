"""Running a sweep: its chunks, the workers that make them, and what becomes of a lost one."""
