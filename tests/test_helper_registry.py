"""Every helper is whole: number, prototype, who may call it, price, test, page."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from sim.base.errors import InternalError
from sim.bpf import isa
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.helpers import HELPERS
from sim.bpf.helpers import registry as registry_module
from sim.bpf.helpers.facts import FACTS
from sim.bpf.helpers.registry import TRACING_FAMILIES, registry
from sim.bpf.verifier.prog_types import families_with
from sim.cost.keys import KEYS
from sim.cost.profile import load_profile
from sim.loader.open import open_object
from sim.versions.features import Feature
from tests.corpus import corpus_objects
from tests.helper_tests import behaviours, test_source
from tests.helpers_page import PAGE, page
from tests.record_uapi_helpers import PATH, declared

#: Tracing programs may call these, and no machine here can do them: loading says so.
ABSENT = {
    "bpf_get_local_storage": "control groups that programs are attached to",
    "bpf_skb_output": "packets",
    "bpf_xdp_output": "packets",
    "bpf_sys_bpf": "bpf(2) called by a program",
    "bpf_find_vma": "memory maps",
    "bpf_timer_init": "timers",
    "bpf_timer_set_callback": "timers",
    "bpf_timer_start": "timers",
    "bpf_timer_cancel": "timers",
}


def _uapi() -> list[tuple[int, str, str, str]]:
    return [tuple(row) for row in json.loads(PATH.read_text(encoding="utf-8"))]


def test_numbers_and_names_are_the_uapis() -> None:
    assert {name: number for number, _, name, _ in _uapi()} == HELPER_IDS


def test_prototypes_are_the_uapis() -> None:
    known = {number: (result, args) for number, result, _, args in _uapi()}
    for number, entry in registry().items():
        result, args = known[number]
        space = "" if result.endswith("*") else " "
        assert entry.prototype == f"{result}{space}{entry.name}({args})"


def test_declarations_are_read_from_a_header_of_libbpfs() -> None:
    text = "/*\n * static or not\n */\nstatic void *(* const bpf_x)(void *map) = (void *) 7;\n"
    assert declared(text) == [(7, "void *", "bpf_x", "void *map")]


def test_every_helper_that_tracing_programs_may_call_is_there_or_absent_by_name() -> None:
    features = frozenset(Feature)
    callable_ = {
        name
        for name in HELPER_IDS
        if set(families_with(name.removeprefix("bpf_"), features)) & set(TRACING_FAMILIES)
    }
    there = {helper.name for helper in HELPERS.values()}
    assert callable_ - there == set(ABSENT)
    assert there <= callable_
    assert {entry.name for entry in registry().values()} == there == set(FACTS)


def test_every_key_of_a_helpers_price_is_in_the_profile() -> None:
    profile = load_profile("x86-2020")
    for entry in registry().values():
        assert entry.costs
        assert set(entry.costs) <= set(KEYS)
        assert set(entry.costs) <= set(profile.prices)


@pytest.mark.parametrize("number", sorted(HELPERS))
def test_every_helper_has_a_test_of_its_behaviour_that_mentions_it(number: int) -> None:
    rows = behaviours()
    assert set(rows) == set(HELPERS)
    file, name = rows[number]
    source = test_source(file, name)
    short = HELPERS[number].name.removeprefix("bpf_")
    assert re.search(rf"\b(bpf_)?{short}\b|\b{number}\b", source), (file, name)


def test_the_page_is_the_registrys() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.helpers_page"


@pytest.mark.parametrize("what", ["facts", "price", "declaration", "docstring"])
def test_a_helper_that_lacks_something_is_refused(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    helper = HELPERS[118]
    if what == "facts":
        monkeypatch.setattr(registry_module, "FACTS", {})
    elif what == "price":
        monkeypatch.setattr(registry_module, "cost_keys", lambda _module, _function: ())
    elif what == "declaration":
        monkeypatch.setattr(registry_module, "_prototypes", dict)
    else:
        helper = replace(helper, doc="")
    with pytest.raises(InternalError, match="bpf_jiffies64"):
        registry_module.entry_of(helper)


# --- the corpus -----------------------------------------------------------------------------------
#: What the corpus calls and the machine lacks.
NOT_THERE: frozenset[str] = frozenset()


def test_every_helper_that_the_corpus_calls_is_tested() -> None:
    called: set[int] = set()
    for path in corpus_objects():
        for program in open_object(path).programs:
            for insn in isa.decode(program.insns):
                if insn.opcode == 0x85 and insn.src_reg == 0 and insn.imm > 0:
                    called.add(insn.imm)
    assert len(called) >= 20
    names = {number: name for name, number in HELPER_IDS.items()}
    assert {names[number] for number in called - set(HELPERS)} == NOT_THERE
    assert called - set(behaviours()) == called - set(HELPERS)
