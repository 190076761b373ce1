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
def _llvm() -> tuple[Any, Any]:
    """Return LLVM's binding and a machine for this host."""
    llvm: Any = importlib.import_module("llvmlite.binding")
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_default_triple()
    machine = target.create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=2,
        jit=True,
    )
    return llvm, machine


def _optimise(llvm: Any, machine: Any, module: Any) -> None:
    options = llvm.create_pipeline_tuning_options(speed_level=1)
    options.loop_unrolling = False
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(module, builder)


def compile_ir(text: str, name: str) -> int:
    """Compile the text of a module; return the machine address of function *name*."""
    llvm, machine = _llvm()
    module = llvm.parse_assembly(text)
    _optimise(llvm, machine, module)
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    _owners.append(engine)
    return int(engine.get_function_address(name))
