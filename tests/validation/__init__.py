"""Published measurements, run on the simulated machine and printed beside what was published."""
