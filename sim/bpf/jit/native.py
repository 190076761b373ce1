"""LLVM: from IR text to machine code in this process.

**Rule:** code, once made, stays; run states and prog_arrays hold its address.

**Not modelled:** nothing; this is plumbing.
"""

from __future__ import annotations

import functools
import importlib
from typing import Any

__all__ = ["compile_ir"]

#: LLVM objects that own machine code; they live as long as the process.
_owners: list[Any] = []


@functools.cache
def _llvm(level: int) -> tuple[Any, Any]:
    """Return LLVM's binding and a machine for this host that optimises so much."""
    llvm: Any = importlib.import_module("llvmlite.binding")
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_default_triple()
    machine = target.create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=level,
        jit=True,
    )
    return llvm, machine


def _optimise(llvm: Any, machine: Any, module: Any) -> None:
    options = llvm.create_pipeline_tuning_options(speed_level=1)
    options.loop_unrolling = False
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(module, builder)


def compile_ir(text: str, name: str, *, is_quick: bool = False) -> int:
    """Compile the text of a module; return the machine address of function *name*.

    Args:
        text: LLVM IR.
        name: A function in it.
        is_quick: Translate without optimising, in time linear in the text.
    """
    llvm, machine = _llvm(0 if is_quick else 2)
    module = llvm.parse_assembly(text)
    if not is_quick:
        _optimise(llvm, machine, module)
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    _owners.append(engine)
    return int(engine.get_function_address(name))
