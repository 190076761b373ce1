"""Prices: what each thing that happens on the simulated machine costs, as data files."""
