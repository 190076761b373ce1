"""The commands of `tests.bpftool.commands`, done by ours on a machine of this process."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sim.base.errors import SimError
from sim.bpf.spec import MapSpec, MapType
from sim.bpftool.links import link_verb
from sim.bpftool.live import LiveSource
from sim.bpftool.maps import map_verb
from sim.bpftool.output import Form
from sim.bpftool.progs import prog_verb
from sim.bpftool.source import Source
from sim.cost.profile import load_profile
from sim.hooks.attach import Links
from sim.kernel.machine import Machine, MachineConfig
from sim.loader.load import load_object
from sim.loader.open import open_object
from tests.bpftool.commands import MADE

__all__ = ["answer", "live", "normal"]

OBJECT = Path(__file__).resolve().parent / "shapes.bpf.o"
_FORMS = {"-j": Form.JSON, "-p": Form.PRETTY}
VERBS = {"map": map_verb, "prog": prog_verb, "link": link_verb}


@contextmanager
def live(kernel: str = "6.1") -> Iterator[LiveSource]:
    """Give a machine with the object loaded, and the maps that are made besides."""
    machine = Machine(MachineConfig(kernel, 2, 1, load_profile("x86-2020").price_ps))
    try:
        links = Links(machine)
        spec = open_object(OBJECT.read_bytes(), "shapes")
        loaded = load_object(machine, links, spec, machine.add_owner("tracer:shapes"))
        maps = dict(loaded.maps)
        made = loaded.spec.copy()
        for name, kind, *sizes in MADE:
            map_type = MapType[f"BPF_MAP_TYPE_{kind.upper()}"]
            maps[name] = machine.maps.create(name, map_type, *sizes)
            made.maps.append(MapSpec(name, map_type, *sizes))
        both = replace(loaded, maps=maps, spec=made)
        yield LiveSource(machine, links, {"shapes": both})
    finally:
        machine.close()


def answer(source: Source, command: str) -> str:
    """Return what a command prints; of one that is refused, bpftool's line."""
    words = command.replace("$M/", "name ").split()
    form = _FORMS.get(words[0], Form.PLAIN)
    words = words[1:] if form.is_json else words
    # bpftool takes a name for a pinned file's
    try:
        return VERBS[words[0]](source, words[1:], form).text
    except SimError as error:
        if not form.is_json:
            return f"Error: {error.problem}\n"
        tree = {"error": error.problem}
        return json.dumps(tree, indent=4 if form is Form.PRETTY else None) + "\n"


def normal(text: str) -> str:
    """Leave out ids, which count what else a guest has loaded, and times."""
    text = re.sub(r"^\d+: ", "N: ", text, flags=re.MULTILINE)
    text = re.sub(r"(btf_id|prog) \d+", r"\1 N", text)
    text = re.sub(r'"((?:btf_|prog_)?id)": ?\d+', r'"\1":N', text)
    text = text.replace('{"error":"', '{"error": "')
    # when it was loaded, and what is not modelled: native code's length, and inlined lookups
    text = re.sub(r"loaded_at \S+", "loaded_at T", text)
    text = re.sub(r'"loaded_at": ?\d+', '"loaded_at":T', text)
    text = re.sub(r"jited \d+B", "jited", text)
    text = re.sub(r',\s*"bytes_jited": ?\d+', "", text)
    text = re.sub(r"xlated (400|416|480|528|576)B", "xlated NB", text)
    text = re.sub(r'"bytes_xlated": ?(400|416|480|528|576)\b', '"bytes_xlated":N', text)
    text = re.sub(r"map\[id:\d+\]", "map[id:N]", text)
    text = re.sub(r"18 21 00 00 ..", "18 21 00 00 N", text)
    text = re.sub(r'("src_reg": ?"0x2".*?"imm": ?\["0x)..', r"\1N", text, flags=re.DOTALL)
    text = re.sub(r"map_ids [\d,]+", lambda found: f"map_ids x{found[0].count(',')}", text)
    return re.sub(r'"map_ids": ?\[[\d,\s]+\]', _counted, text)


def _counted(found: re.Match[str]) -> str:
    return f'"map_ids": {found[0].count(",") + 1}'
