"""What a verification leaves for its explanation: the path that was walked last, step by step.

**Rule:** nothing is kept unless a `Trace` is given to `sim.bpf.verifier.verify.verify`. Steps of
paths that fork share what came before the fork. Registers are kept of the first `_MAX_SNAPSHOTS`
steps only, so that a program at the limit of a million instructions stays in bounded memory.

**Not modelled:** paths that were accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sim.bpf.verifier.env import Env
    from sim.bpf.verifier.reg import Reg

__all__ = ["Step", "Trace"]

_MAX_SNAPSHOTS = 100_000


class Step(NamedTuple):
    """One instruction of a path.

    Attributes:
        frameno: Depth of the frame that it runs in.
        regs: R0 to R10 of that frame before it; empty if they were not kept.
        before: The step before it, None for the first.
    """

    insn_idx: int
    frameno: int
    regs: tuple[Reg, ...]
    before: Step | None


class Trace:
    """The trace of one verification.

    Attributes:
        env: The environment as the verification left it, None before.
        in_walk: Whether it ended within the walk over the paths.
    """

    def __init__(self) -> None:
        self.env: Env | None = None
        self.in_walk = False

    def step(self, env: Env) -> None:
        """Remember that the current path walks the current instruction."""
        frame = env.cur.frame
        regs = tuple(frame.regs) if env.insn_processed <= _MAX_SNAPSHOTS else ()
        env.cur.path = Step(env.insn_idx, frame.frameno, regs, env.cur.path)
        self.in_walk = True

    def path(self) -> list[Step]:
        """Return the steps of the path that was walked last, the first one first."""
        steps: list[Step] = []
        step = self.env.cur.path if self.env is not None else None
        while step is not None:
            steps.append(step)
            step = step.before
        return steps[::-1]
