"""A step debugger for one run of one program, forwards and backwards."""

from __future__ import annotations

from sim.debug import show
from sim.debug.breakpoints import Breakpoint
from sim.debug.session import Session

__all__ = ["Breakpoint", "Session", "show"]
