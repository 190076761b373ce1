"""The types of the simulated kernel: sizes, offsets, constants and BTF from one declaration.

Reads ``decl/*.h``, lays everything out as the C compiler does on x86-64, and answers with byte
numbers or with the ``.BTF`` bytes that ``/sys/kernel/btf/vmlinux`` would hold. Those of 6.1 and
6.12 are Debian's; the others differ from 6.1 where a note in the declarations says so.

The rule to know: a struct is declared with all its members at their real offsets, or not at
all: what is only pointed to is a forward declaration. Functions have the prototypes, parameter
names included, that the kernel's own BTF has.

**Not modelled:** what changed between releases and no tool looks at, module BTF, randomised
layout, the real offsets of per-CPU variables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from importlib import resources

from sim.base.errors import BtfError, nearest
from sim.bpf.btf import Btf, Field
from sim.bpf.btf_types import BtfKind, Enum, Enum64, FuncProto
from sim.kernel.types.btf_cache import cached_btf
from sim.kernel.types.btf_emit import emit_btf
from sim.kernel.types.cdecl import CDeclReader
from sim.kernel.types.model import Declarations
from sim.versions.features import Feature, features_of
from sim.versions.releases import check_kernel

__all__ = [
    "DECLARATION_FILES",
    "KernelTypes",
    "kernel_btf",
    "kernel_types",
    "read_declarations",
]

#: In the order in which they are read: what is used by value comes first.
DECLARATION_FILES = (
    "constants.h",
    "bpf_func_id.h",
    "bpf.h",
    "base.h",
    "ptrace.h",
    "device.h",
    "mm.h",
    "rq.h",
    "thread.h",
    "task.h",
    "process.h",
    "fs.h",
    "fs_use.h",
    "fs_ops.h",
    "cgroup.h",
    "reclaim.h",
    "block.h",
    "netns.h",
    "socket.h",
    "skbuff.h",
    "netdevice.h",
    "route.h",
    "inet.h",
    "bpf_objects.h",
    "fs_state.h",
    "task_state.h",
    "driver.h",
    "blk_mq.h",
    "net_ops.h",
    "net_state.h",
    "bpf_state.h",
    "bpf_context.h",
    "bpf_iter.h",
    "names.h",
    "tracepoints.h",
    "records_io.h",
    "records_mm.h",
    "records.h",
    "tp_btf_fs.h",
    "tp_btf.h",
    "lsm_hooks.h",
    "syscalls.h",
    "kfuncs.h",
    "kfuncs_objects.h",
    "calls_tcp.h",
    "calls_net.h",
    "calls_security.h",
    "calls_fs.h",
    "calls_block.h",
    "calls_mm.h",
    "calls.h",
    "bpf_maps_a.h",
    "bpf_maps_b.h",
    "protocols.h",
    "details_a.h",
    "details_b.h",
    "percpu.h",
    "helpers_a.h",
    "helpers_b.h",
    "helpers_c.h",
    "helpers_d.h",
    "entries_tcp.h",
    "entries_net.h",
    "entries_fs.h",
    "entries_mm.h",
    "entries_block.h",
    "entries_task.h",
    "entries.h",
    "later_types.h",
    "later_records.h",
    "later_tracepoints.h",
    "later_calls_a.h",
    "later_calls_b.h",
)

_PART = re.compile(r"(\w+)((?:\[\d+\])*)")
_TAG_KINDS = {
    "struct": (BtfKind.STRUCT,),
    "union": (BtfKind.UNION,),
    "enum": (BtfKind.ENUM, BtfKind.ENUM64),
}
_BARE_KINDS = (
    (BtfKind.STRUCT, BtfKind.UNION),
    (BtfKind.ENUM, BtfKind.ENUM64),
    (BtfKind.TYPEDEF, BtfKind.INT),
)


def read_declarations(kernel: str = "6.1") -> Declarations:
    """Read ``decl/*.h`` as *kernel* has them."""
    reader = CDeclReader(kernel)
    for name, text in _texts():
        reader.read(name, text.decode())
    return reader.declarations


def _texts() -> Iterator[tuple[str, bytes]]:
    folder = resources.files("sim.kernel.types").joinpath("decl")
    for name in DECLARATION_FILES:
        yield f"decl/{name}", folder.joinpath(name).read_bytes()


class KernelTypes:
    """Sizes, offsets and BTF of a set of declarations.

    Args:
        declarations: What `read_declarations` returned.
        encoded: Their BTF, if somebody has encoded it already; *declarations* is then called
            only by those who want the declarations themselves.
        kernel: Whose types they are.
    """

    def __init__(
        self,
        declarations: Declarations | Callable[[], Declarations],
        encoded: bytes | None = None,
        kernel: str = "6.1",
    ) -> None:
        self.kernel = kernel
        self._declarations = declarations
        self._bytes = encoded
        self.btf = emit_btf(self.declarations) if encoded is None else Btf.parse(encoded)
        self._sizes: dict[str, int] = {}
        self._members: dict[tuple[str, str], Field] = {}

    @property
    def declarations(self) -> Declarations:
        """The declarations as they were read."""
        if not isinstance(self._declarations, Declarations):
            self._declarations = self._declarations()
        return self._declarations

    @cached_property
    def _constants(self) -> dict[str, int]:
        enums = (one for one in self.btf.types if isinstance(one, Enum | Enum64))
        return {item.name: item.value for enum in enums for item in enum.values}

    def btf_bytes(self) -> bytes:
        """Return the kernel's BTF, as ``/sys/kernel/btf/vmlinux`` has it."""
        if self._bytes is None:
            self._bytes = self.btf.encode()
        return self._bytes

    def type_id(self, name: str) -> int:
        """Return the BTF id of *name*.

        Args:
            name: ``struct x``, ``union x``, ``enum x`` or a bare name, which is looked for
                among structs and unions, then enums, then typedefs and integers.

        Raises:
            BtfError: There is no such type; names the nearest.
        """
        word, _, tag = name.partition(" ")
        if word in _TAG_KINDS and tag:
            return self.btf.id_of(tag, *_TAG_KINDS[word])
        for kinds in _BARE_KINDS:
            found = self.btf.find(name, *kinds)
            if found is not None:
                return found
        return self.btf.id_of(name, *(kind for kinds in _BARE_KINDS for kind in kinds))

    def sizeof(self, name: str) -> int:
        """Return the size of a type in bytes."""
        if name not in self._sizes:
            self._sizes[name] = self.btf.sizeof(self.type_id(name))
        return self._sizes[name]

    def member(self, struct: str, path: str) -> Field:
        """Find a member.

        Args:
            struct: Name of a struct or union, as for `type_id`.
            path: Member names and array indices: ``se.vruntime``, ``args[2]``,
                ``numbers[0].nr``. Unnamed structs and unions are looked through.

        Returns:
            Its type id, its offset in bits and its width in bits if it is a bit-field.

        Raises:
            BtfError: There is no such member; names the nearest.
        """
        key = (struct, path)
        if key not in self._members:
            self._members[key] = self._find_member(struct, path)
        return self._members[key]

    def offsetof(self, struct: str, path: str) -> int:
        """Return the offset of a member in bytes; *path* as for `member`."""
        field = self.member(struct, path)
        if field.bitfield_size:
            raise BtfError(
                f"{struct}.{path} is a bit-field and has no offset in bytes",
                suggestion="use member(), which gives bits",
            )
        return field.offset

    def sizeof_member(self, struct: str, path: str) -> int:
        """Return the size of a member in bytes; *path* as for `member`."""
        return self.btf.sizeof(self.member(struct, path).type)

    def constant(self, name: str) -> int:
        """Return the value of an enumerator such as ``BPF_ANY``."""
        if name not in self._constants:
            raise BtfError(
                f"there is no enumerator {name!r} in the simulated kernel",
                suggestion=nearest(name, self._constants),
            )
        return self._constants[name]

    def function_params(self, name: str) -> tuple[tuple[str, str], ...] | None:
        """Return (name, type) of the parameters of a kernel function.

        Returns:
            None when the function has no type information, as many real ones have none.
        """
        type_id = self.btf.find(name, BtfKind.FUNC)
        return None if type_id is None else self._params(self.btf.func_proto(type_id))

    def raw_tracepoint_params(self, name: str) -> tuple[tuple[str, str], ...] | None:
        """Return (name, type) of what a raw tracepoint passes; None if it does not exist."""
        type_id = self.btf.find(f"btf_trace_{name}", BtfKind.TYPEDEF)
        if type_id is None:
            return None
        pointer = self.btf.resolved(type_id)
        proto = self.btf.resolved(getattr(pointer, "type", 0))
        # The first parameter is the tracepoint's own; programs never see it.
        return self._params(proto)[1:] if isinstance(proto, FuncProto) else None

    def enum_names(self, enum: str) -> dict[int, str]:
        """Return the names of an enum by value (``enum_names("bpf_map_type")[27]``)."""
        found = self.btf.resolved(self.type_id(f"enum {enum}"))
        assert isinstance(found, Enum | Enum64)
        return {item.value: item.name for item in found.values}

    def _params(self, proto: FuncProto) -> tuple[tuple[str, str], ...]:
        return tuple((param.name, self.btf.type_name(param.type)) for param in proto.params)

    def _find_member(self, struct: str, path: str) -> Field:
        at = Field(self.type_id(struct), 0, 0)
        for part in path.split("."):
            match = _PART.fullmatch(part)
            if match is None:
                raise BtfError(f"{part!r} is no member", where=f"{struct}.{path}")
            found = self.btf.find_member(at.type, match[1])
            if found is None:
                raise BtfError(
                    f"{self.btf.type_name(at.type)} has no member {match[1]!r}",
                    where=f"{struct}.{path}",
                    reason=f"the struct is declared as {self.kernel} has it",
                    suggestion=nearest(match[1], self.btf.member_names(at.type)),
                )
            at = found._replace(bit_off=found.bit_off + at.bit_off)
            for index in re.findall(r"\d+", match[2]):
                at = self._element(at, int(index), f"{struct}.{path}")
        return at

    def _element(self, array: Field, index: int, where: str) -> Field:
        found = self.btf.resolved(array.type)
        if found.kind is not BtfKind.ARRAY:
            raise BtfError(f"{self.btf.type_name(array.type)} is no array", where=where)
        element: int = getattr(found, "type", 0)
        return Field(element, array.bit_off + 8 * index * self.btf.sizeof(element), 0)


@cache
def kernel_types(kernel: str = "6.1") -> KernelTypes:
    """Return the types of a simulated kernel; the same object every time.

    Raises:
        UnsupportedFeatureError: No simulated kernel is called that.
    """
    check_kernel(kernel)
    read = partial(read_declarations, kernel)
    has_enum64 = Feature.ENUM64 in features_of(kernel)
    texts = (("kernel", kernel.encode()), *_texts())
    encoded = cached_btf(texts, lambda: emit_btf(read(), has_enum64=has_enum64).encode())
    return KernelTypes(read, encoded, kernel)


def kernel_btf(kernel: str = "6.1") -> Btf:
    """Return the BTF of a simulated kernel."""
    return kernel_types(kernel).btf
