"""``bpfsim inspect``: what is in an object, what becomes of it on a kernel, what it needs.

Programs with where they go; maps with types and sizes; every CO-RE relocation as this kernel
resolves it; helpers, kernel functions, map types and hooks that the object needs, each with the
first simulated kernel that has it.

**Rule:** exit 0 whatever becomes of the object, 2 if it cannot be opened; ``--kernel`` and
``--btf`` change what relocations become, not what the object needs.

**Not modelled:** nothing of the kernel; this is the command line.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli.output import print_json, stdout_console

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from sim.bpf.spec import MapSpec, ObjectSpec, ProgramSpec
    from sim.loader.survey import Fate, ObjectFate

__all__ = ["inspect"]


def inspect(
    path: Annotated[Path, typer.Argument(metavar="FILE.bpf.o", help="A BPF object ('-': stdin).")],
    kernel: Annotated[
        str, typer.Option(metavar="VERSION", help="The kernel that it is relocated for.")
    ] = "6.1",
    btf: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A kernel's own BTF (/sys/kernel/btf/vmlinux)."),
    ] = None,
    target: Annotated[
        list[str] | None,
        typer.Option(metavar="OLD=NEW", help="Programs for OLD are set to NEW (repeatable)."),
    ] = None,
    config: Annotated[
        str, typer.Option(metavar="debian|upstream", help="The kernel's configuration.")
    ] = "debian",
    verbose: Annotated[bool, typer.Option("-v", help="Show what libbpf prints.")] = False,
    as_json: Annotated[bool, typer.Option("--json", "-j", help="Print JSON.")] = False,
) -> None:
    """Show an object's programs, maps, relocations and needs."""
    from sim.cli.code import name_of, read_bytes
    from sim.cli.fleet import parsed_targets
    from sim.cli.verify import read_btf
    from sim.loader.kernel_of import kernel_of
    from sim.loader.open import object_name, open_object
    from sim.loader.survey import retarget, survey
    from sim.versions.releases import KERNEL_RELEASES, check_kernel

    check_kernel(kernel, "--kernel")
    spec = open_object(read_bytes(path), object_name(name_of(path)))
    retarget(spec, parsed_targets(target))
    fate = survey(spec, kernel_of(kernel, read_btf(btf)), config=config)
    first = next(
        (k for k in KERNEL_RELEASES if survey(spec, kernel_of(k), config=config).word == "loads"),
        "",
    )
    if as_json:
        print_json(_data(spec, fate, first))
        return
    with stdout_console() as console:
        types = f" with the types of {btf.name}" if btf is not None else ""
        _print(spec, fate, first, f"Linux {kernel}{types}", console, verbose)


def _data(spec: ObjectSpec, fate: ObjectFate, first: str) -> dict[str, Any]:
    from sim.loader.needs import needs_of

    fates = {one.program: one for one in fate.programs}
    return {
        "name": spec.name,
        "license": spec.license,
        "kernel": fate.kernel,
        "word": fate.word,
        "first_kernel": first,
        "programs": [_program(one, fates.get(one.name)) for one in spec.programs],
        "maps": [_map(one) for one in spec.maps],
        "variables": {
            name: {"map": var.map, "offset": var.offset, "size": var.size}
            for name, var in spec.vars.items()
        },
        "needs": [
            {"kind": n.kind, "name": n.name, "users": list(n.users), "first": n.first}
            for n in needs_of(spec)
        ],
    }


def _program(one: ProgramSpec, fate: Fate | None) -> dict[str, Any]:
    return {
        "name": one.name,
        "section": one.section,
        "kind": one.kind,
        "target": one.target,
        "autoload": one.autoload,
        "insns": len(one.insns) // 8,
        "subprograms": [func.name for func in one.funcs[1:]],
        "stage": fate.stage.value if fate else "",
        "errno": fate.errno if fate else 0,
        "message": fate.message if fate else "",
        "libbpf": list(fate.lines) if fate else [],
        "relocations": [
            {
                "insn": relo.insn_idx,
                "kind": relo.kind,
                "local": relo.local,
                "target": relo.target,
                "old": relo.old,
                "new": relo.new,
                "became": relo.became.value,
            }
            for relo in (fate.relos if fate else ())
        ],
    }


def _map(one: MapSpec) -> dict[str, Any]:
    return {
        "name": one.name,
        "type": _map_type(one),
        "key_size": one.key_size,
        "value_size": one.value_size,
        "max_entries": one.max_entries,
        "flags": one.map_flags,
        "inner": None if one.inner is None else _map(one.inner),
    }


def _map_type(one: MapSpec) -> str:
    from sim.bpf.spec import MapType

    try:
        return MapType(one.map_type).name.removeprefix("BPF_MAP_TYPE_").lower()
    except ValueError:
        return str(one.map_type)


def _table(*heads: str, right: tuple[str, ...] = ()) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for head in heads:
        table.add_column(head, justify="right" if head in right else "left", overflow="fold")
    return table


def _print(
    spec: ObjectSpec, fate: ObjectFate, first: str, kernel: str, console: Console, verbose: bool
) -> None:
    from rich.text import Text

    from sim.loader.needs import needs_of

    data = _data(spec, fate, first)
    console.print(Text(f"{spec.name}, license {spec.license or 'none'}; on {kernel}: {fate.word}"))
    console.print(Text(f"First simulated kernel that loads it: {first or 'none'}\n"))
    table = _table("Program", "Section", "Insns", "Relocations", "Fate", right=("Insns",))
    for one in data["programs"]:
        relos = _relo_counts(one["relocations"])
        word = one["stage"] or "not loaded by itself"
        said = f"{word}: {one['message']}" if one["message"] else word
        table.add_row(*map(Text, (one["name"], one["section"], str(one["insns"]), relos, said)))
    console.print(table)
    if data["maps"]:
        console.print()
        table = _table("Map", "Type", "Key", "Value", "Entries", right=("Key", "Value", "Entries"))
        for one in data["maps"]:
            sizes = (one["key_size"], one["value_size"], one["max_entries"])
            table.add_row(*map(Text, (one["name"], one["type"], *map(str, sizes))))
        console.print(table)
    _print_relos(data["programs"], console)
    console.print()
    table = _table("Needs", "Name", "From", "For")
    for need in needs_of(spec):
        since = "" if need.first is None else need.first or "none"
        table.add_row(*map(Text, (need.kind, need.name, since, _short(need.users))))
    console.print(table)
    if verbose:
        for one in data["programs"]:
            for line in one["libbpf"]:
                console.print(Text(line), soft_wrap=True)


def _short(users: tuple[str, ...]) -> str:
    more = f" and {len(users) - 3} more" if len(users) > 3 else ""
    return ", ".join(users[:3]) + more


def _relo_counts(relos: list[dict[str, Any]]) -> str:
    counts: dict[str, int] = {}
    for one in relos:
        counts[one["became"]] = counts.get(one["became"], 0) + 1
    return ", ".join(f"{number} {word}" for word, number in counts.items())


def _print_relos(programs: list[dict[str, Any]], console: Console) -> None:
    """Print the relocations, equal ones of several programs once."""
    from rich.text import Text

    rows: dict[tuple[str, ...], int] = {}
    for program in programs:
        for one in program["relocations"]:
            old = "" if one["old"] is None else str(one["old"])
            new = "" if one["became"] == "poisoned" else str(one["new"])
            key = (one["kind"], one["local"], one["target"], old, new, one["became"])
            rows[key] = rows.get(key, 0) + 1
    if not rows:
        return
    console.print()
    heads = ("Relocation", "Object's", "Kernel's", "Old", "New", "Became", "Times")
    table = _table(*heads, right=("Old", "New", "Times"))
    for row, times in rows.items():
        table.add_row(*map(Text, (*row, str(times))))
    console.print(table)
