"""The reference: the machine's model again, as plain SimPy, one event a step.

It is written from ``docs/mechanisms.md`` with ordinary objects and generators and shares no code
with the path engine, so that the two can be compared. Only draws, prices and the call graph's
data are common.
"""
