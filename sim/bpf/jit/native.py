"""LLVM: from IR text to machine code in this process.

**Rule:** code, once made, stays; run states and prog_arrays hold its address.

**Not modelled:** nothing; this is plumbing.
"""

from __future__ import annotations

import enum
import functools
import importlib
from typing import Any

__all__ = ["Effort", "compile_ir"]

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


class Effort(enum.Enum):
    """How much LLVM is to make of a program."""

    #: Translate: time is linear in the text, whatever it is.
    NONE = 0
    #: Registers into SSA values, and what follows from it: enough where nothing repeats.
    STRAIGHT = 1
    #: LLVM's -O1 with its loop passes.
    LOOPS = 2


def _optimise(llvm: Any, machine: Any, module: Any, effort: Effort) -> None:
    options = llvm.create_pipeline_tuning_options(speed_level=1)
    options.loop_unrolling = False
    builder = llvm.create_pass_builder(machine, options)
    if effort is Effort.LOOPS:
        builder.getModulePassManager().run(module, builder)
        return
    passes = llvm.create_new_function_pass_manager()
    passes.add_sroa_pass()
    passes.add_simplify_cfg_pass()
    passes.add_instruction_combine_pass()
    passes.add_simplify_cfg_pass()
    for function in module.functions:
        if not function.is_declaration:
            passes.run(function, builder)


def compile_ir(text: str, name: str, effort: Effort) -> int:
    """Compile the text of a module; return the machine address of function *name*."""
    llvm, machine = _llvm(0 if effort is Effort.NONE else 2)
    module = llvm.parse_assembly(text)
    if effort is not Effort.NONE:
        _optimise(llvm, machine, module, effort)
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    _owners.append(engine)
    return int(engine.get_function_address(name))
