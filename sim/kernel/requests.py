"""Requests on their way to a device or network, and what of a context goes with them.

A request is its task's; what the interrupt and the softirq at its end have to know travels in
variables. One that goes on without its task has a *carrier*: a task record that no CPU ever runs.

**Rule:** the variables from ``request`` on, and those that paths declare as ``carried``, travel.

**Not modelled:** requests of one task in parallel, but with carriers.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load64, store8, store16, store32, store64
from sim.engine.state import H_CARRIERS, H_ERROR, H_REGION
from sim.kernel.device import issue
from sim.kernel.layout import (
    C_TASK,
    E_CARRIER,
    NR_CARRIED,
    T_CTX,
    T_STRUCT,
    V_ARG,
    V_ASYNC,
    V_DEVICE,
    V_P,
    V_SOFTNR,
    V_TASK,
    X_MORE_VARS,
    V,
)
from sim.kernel.life import take_from

__all__ = ["issue_request", "load_request", "put"]

_REQUEST_VARS = V["request"]
_NR_REQUEST_VARS = 8  # request, queue, dev, sector, nr_sector, bytes, rwbs, error


@compiled("void(int64,int64)")
def _carry(x: int, source: int) -> None:
    """Copy to context *x* the variables that travel with a request."""
    copy_bytes(x + _REQUEST_VARS, source + _REQUEST_VARS, 8 * _NR_REQUEST_VARS)
    copy_bytes(x + X_MORE_VARS, source + X_MORE_VARS, 8 * NR_CARRIED)


@compiled("void(int64,int64,int64)")
def issue_request(m: int, c: int, x: int) -> None:
    """Send the context's request to its device, with its task or with a carrier of its own."""
    if load64(x + V_ASYNC) == 0:
        issue(m, c, x, load64(x + V_DEVICE), load64(c + C_TASK))
        return
    carrier = take_from(load64(m + H_CARRIERS))
    if carrier == 0:
        store64(m + H_ERROR, E_CARRIER)
        return
    y = carrier + T_CTX
    _carry(y, x)
    store64(y + V_ASYNC, 1)
    store64(y + V_SOFTNR, load64(x + V_SOFTNR))
    issue(m, c, x, load64(x + V_DEVICE), carrier)


@compiled("void(int64,int64,int64,int64)")
def put(m: int, x: int, o: int, adds: int) -> None:
    """Store a variable into, or add it to, a kernel object that another one points to.

    What is added to is a counter of 64 bits.
    """
    at = load64(m + H_REGION) + ((load64(x + load64(o + 8)) + load64(o + 16)) & 0xFFFFFFFF)
    size = load64(o + 24)
    value = load64(x + load64(o + 32))
    if adds == 1:
        store64(at, load64(at) + value)
    elif size == 8:
        store64(at, value)
    elif size == 4:
        store32(at, value)
    elif size == 2:
        store16(at, value)
    else:
        store8(at, value)


@compiled("void(int64,int64)")
def load_request(x: int, task: int) -> None:
    """Take over the variables that describe the finished task's request."""
    source = task + T_CTX
    store64(x + V_ARG, task)
    store64(x + V_TASK, load64(task + T_STRUCT))
    store64(x + V_P, load64(task + T_STRUCT))
    store64(x + V_ASYNC, load64(source + V_ASYNC))
    store64(x + V_SOFTNR, load64(source + V_SOFTNR))
    _carry(x, source)
