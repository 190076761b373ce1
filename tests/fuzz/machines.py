"""Mutated programs on a machine: attached, hit and run for a few milliseconds.

Mostly instructions are changed, so that much of it passes the structural check and then does
what no verifier would allow. Each runs in a child process, for what it must not do is to touch
the process that it runs in.

**Rule:** a child that ends by a signal, or that has to be ended, is a finding.

**Not modelled:** machines without ``fork``.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import resource
import select
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from sim.base import errors
from sim.base.errors import SimError
from sim.bpf.check import check_structure
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.open import open_object
from sim.loader.relocate import relocate
from sim.run.runner import prepare, run_tables
from sim.run.scenario import load_scenario
from sim.run.warm import compile_engine
from tests.fuzz.btfmut import BTF_MUTATIONS
from tests.fuzz.draw import Draw
from tests.fuzz.elfmut import ELF_MUTATIONS, ElfView
from tests.fuzz.insnmut import mutate_code
from tests.scenarios import TUTORIAL

__all__ = ["ChildFailedError", "exercise_machine", "in_child", "make_program", "warm_machines"]

_NAMES = ("01-opensnoop", "02-syscount", "03-biolatency")
_ALWAYS = ("stop.time=5 ms", "warmup=0 ns", "record.sites=true")
_PATIENCE_S = 60
# Machines reserve much more than they use.
_MOST_BYTES = 24 << 30

Outcome = list[tuple[str, SimError]]


class ChildFailedError(Exception):
    """A child process ended otherwise than with a result or a `SimError`."""


def make_program(seed: int, index: int) -> tuple[str, bytes]:
    """Return the name of the tutorial whose object was mutated, and the object.

    Most mutations are drawn again until the structural check has nothing to say against them.
    """
    draw = Draw(f"machine/{seed}/{index}")
    name = draw.choice(_NAMES)
    original = (TUTORIAL / f"{name}.bpf.o").read_bytes()
    for _ in range(draw.choice((1, 12, 12, 12))):
        data = bytearray(original)
        for _ in range(draw.choice((1, 1, 2, 4))):
            if draw.chance(19, 20):
                mutate_code(draw, ElfView(data))
            else:
                draw.choice((*ELF_MUTATIONS, *BTF_MUTATIONS))(draw, ElfView(data))
        if _is_well_formed(bytes(data)):
            break
    return name, bytes(data)


def _is_well_formed(data: bytes) -> bool:
    try:
        spec = open_object(data, "mutated")
        kconfig: dict[str, int | str] = {"LINUX_KERNEL_VERSION": 0x0601C0}
        for program in relocate(spec, kernel_btf("6.1"), kconfig=kconfig):
            check_structure(program.insns)
    except SimError:
        return False
    return True


def _run(name: str, data: bytes) -> Outcome:
    folder = Path(tempfile.mkdtemp(prefix="bpfsim-fuzz-"))
    try:
        file = folder / f"{name}.bpf.o"
        file.write_bytes(data)
        change = f"arms[1].tracers[0].object={file}"
        scenario = load_scenario(TUTORIAL / f"{name}.yaml", (*_ALWAYS, change))
        traced = scenario.model_copy(update={"arms": scenario.arms[1:]})
        step = "open"
        try:
            prepared = prepare(traced)
            step = "run"
            run_tables(prepared, folder)
        except SimError as error:
            return [(step, error)]
        return []
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _tell(outcome: Outcome) -> bytes:
    return pickle.dumps([(step, type(error).__name__, str(error)) for step, error in outcome])


def _understand(data: bytes) -> Outcome:
    told = pickle.loads(data)
    if isinstance(told, str):
        raise ChildFailedError(told)
    return [(step, getattr(errors, kind, SimError)(text)) for step, kind, text in told]


def _be_child(action: Callable[[], Outcome], pipe: int) -> None:
    """Do *action* and tell what came of it; never returns."""
    try:
        faulthandler.disable()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = _MOST_BYTES if hard == resource.RLIM_INFINITY else min(hard, _MOST_BYTES)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        try:
            data = _tell(action())
        except BaseException:  # told to the parent, which raises it
            data = pickle.dumps(traceback.format_exc()[-2000:])
        with os.fdopen(pipe, "wb") as file:
            file.write(data)
    finally:
        os._exit(0)


def in_child(action: Callable[[], Outcome], patience_s: int = _PATIENCE_S) -> Outcome:
    """Do something in a child process.

    Args:
        action: What to do.
        patience_s: How long to wait before the child is ended.

    Raises:
        ChildFailedError: It ended by a signal, took too long, or raised what is no `SimError`.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _be_child(action, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as file:
        ready, _, _ = select.select([file], [], [], patience_s)
        if not ready:
            os.kill(child, signal.SIGKILL)
        data = file.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        raise ChildFailedError(f"the child was ended by signal {os.WTERMSIG(status)}")
    return _understand(data)


def warm_machines() -> None:
    """Compile the engine, and run each tutorial once so that children find it loaded."""
    compile_engine()
    for name in _NAMES:
        refused = _run(name, (TUTORIAL / f"{name}.bpf.o").read_bytes())
        if refused:
            raise refused[0][1]


def exercise_machine(name: str, data: bytes) -> Outcome:
    """Run one mutated program of tutorial *name* in a child process."""
    return in_child(lambda: _run(name, data))
