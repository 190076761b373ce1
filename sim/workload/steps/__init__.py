"""The steps that requests are made of, beyond files: one small file a subsystem.

**Rule:** adding a step is a function with ``@step`` in one of these files (or a file of its own,
named in `MODULES`); the scenario's schema follows from what it declares.

**Not modelled:** see each file.
"""

from __future__ import annotations

from sim.workload.steps import files, memory, net, other, process, user
from sim.workload.steps.registry import STEPS, Arg, StepKind

MODULES = (files, memory, net, other, process, user)

__all__ = ["MODULES", "STEPS", "Arg", "StepKind"]
