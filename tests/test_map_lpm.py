"""LPM tries against a sorted list of prefixes, through the helpers that programs call."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sim.bpf import run_state as r
from sim.bpf.maps import layout as bm
from tests.vm import Vm

LPM_TRIE = 11
ENOENT, EEXIST, EINVAL, ENOSPC = -2, -17, -22, -28
NOEXIST, EXIST = 1, 2
NR_BYTES, VALUE_BYTES, MAX_ENTRIES = 2, 12, 8
NR_BITS = 8 * NR_BYTES
VALUE_AT = 64

LOOKUP = """
    r6 = r1
    r2 = r1
    r1 = {map} ll
    call 1
    if r0 == 0 goto out
    r1 = r6
    r1 += 128
    r2 = 12
    r3 = r0
    call 113
    r0 = 1
    out: exit
"""
UPDATE = "r2 = r1\nr3 = r1\nr3 += 64\nr4 = {flags} ll\nr1 = {map} ll\ncall 2\nexit"
DELETE = "r2 = r1\nr1 = {map} ll\ncall 3\nexit"


def _bits(data: bytes, length: int) -> str:
    return f"{int.from_bytes(data, 'big'):0{NR_BITS}b}"[:length]


def _postorder(prefixes: list[str]) -> list[str]:
    """Return prefixes so that whatever goes on with a 0, then with a 1, comes before its prefix."""
    return sorted(prefixes, key=lambda bits: bits + "2")


# few bits vary, so that prefixes hold each other
keys = st.tuples(
    st.integers(0, NR_BITS + 1), st.sampled_from([0x0000, 0x8000, 0xA000, 0xA0C0, 0xA0C1, 0xFFFF])
).map(lambda key: key[0].to_bytes(4, "little") + key[1].to_bytes(2, "big"))
values = st.binary(min_size=VALUE_BYTES, max_size=VALUE_BYTES)


class LpmModel(RuleBasedStateMachine):
    """A trie against a dict of prefixes as strings of bits."""

    def __init__(self) -> None:
        super().__init__()
        self.vm = Vm()
        size = 4 + NR_BYTES
        self.view = self.vm.maps.create("map", LPM_TRIE, size, VALUE_BYTES, MAX_ENTRIES, 1)
        self.vm.views["map"] = self.view
        self.vm.put(r.R_NR_MAPS, self.vm.maps.nr_maps)
        self.model: dict[str, bytes] = {}
        self.inserts = self.deletes = 0

    def teardown(self) -> None:
        self.vm.close()

    def _prefix(self, key: bytes) -> str | None:
        length = int.from_bytes(key[:4], "little")
        return None if length > NR_BITS else _bits(key[4:], length)

    def _updated(self, key: bytes, value: bytes, flags: int) -> int:
        prefix = self._prefix(key)
        if flags not in (0, 1, 2) or prefix is None:
            return EINVAL
        if prefix in self.model:
            if flags == NOEXIST:
                return EEXIST
        elif flags == EXIST:
            return ENOENT
        elif len(self.model) == MAX_ENTRIES:
            return ENOSPC
        self.inserts += prefix not in self.model
        self.model[prefix] = value
        return 0

    @rule(key=keys, value=values, flags=st.sampled_from([0, 0, 0, 1, 2, 3, -1]))
    def update(self, key: bytes, value: bytes, flags: int) -> None:
        ctx = key.ljust(VALUE_AT, b"\xaa") + value
        out = self.vm.do(UPDATE.replace("{flags}", str(flags)), ctx)
        assert out.signed == self._updated(key, value, flags)

    @rule(key=keys, value=values, flags=st.sampled_from([0, 0, 0, 1, 2, 3, -1]))
    def update_from_user_space(self, key: bytes, value: bytes, flags: int) -> None:
        assert self.view.update(key, value, flags) == self._updated(key, value, flags)

    @rule(key=keys, is_program=st.booleans())
    def delete(self, key: bytes, is_program: bool) -> None:
        prefix = self._prefix(key)
        expected = EINVAL if prefix is None else ENOENT
        if prefix in self.model:
            del self.model[prefix]
            self.deletes += 1
            expected = 0
        found = self.vm.do(DELETE, key).signed if is_program else self.view.delete(key)
        assert found == expected

    @rule(key=keys)
    def lookup(self, key: bytes) -> None:
        prefix = self._prefix(key)
        holding = [one for one in self.model if prefix is not None and prefix.startswith(one)]
        expected = self.model[max(holding, key=len)] if holding else None
        found = self.view.lookup(key)
        assert found == (None if expected is None else [expected])
        out = self.vm.do(LOOKUP, key)
        assert out.r0 == (expected is not None)
        if expected is not None:
            assert self.vm.region.read(self.vm.ctx + 128, VALUE_BYTES) == expected

    @rule(key=keys)
    def next_key(self, key: bytes) -> None:
        order = _postorder(list(self.model))
        prefix = self._prefix(key)
        at = order.index(prefix) + 1 if prefix in self.model else 0
        found = self.view.next_key(key)
        assert (found and self._prefix(found)) == (order[at] if at < len(order) else None)

    @invariant()
    def keys_come_in_post_order(self) -> None:
        assert [self._prefix(key) for key, _ in self.view.items()] == _postorder(list(self.model))

    @invariant()
    def the_counters_add_up(self) -> None:
        assert self.view.nr_entries == len(self.model)
        assert self.view.field(bm.M_INSERTS) == self.inserts
        assert self.view.field(bm.M_DELETES) == self.deletes


TestLpm = LpmModel.TestCase
TestLpm.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)


def test_nodes_are_used_again_when_a_full_trie_is_emptied_and_filled() -> None:
    vm = Vm()
    view = vm.maps.create("map", LPM_TRIE, 6, 8, 16, 1)
    for round_nr in range(5):
        wanted = [
            (16).to_bytes(4, "little") + (i * 4099 % 65521).to_bytes(2, "big") for i in range(16)
        ]
        assert [view.update(key, bytes([round_nr] * 8)) for key in wanted] == [0] * 16
        assert sorted(view.keys()) == sorted(wanted)
        assert [view.delete(key) for key in wanted] == [0] * 16
        assert view.next_key(None) is None
    vm.close()


def test_lookup_counts_the_nodes_it_looks_at() -> None:
    vm = Vm()
    view = vm.maps.create("map", LPM_TRIE, 6, 8, 16, 1)
    vm.views["map"] = view
    vm.put(r.R_NR_MAPS, vm.maps.nr_maps)
    for length in (0, 4, 8, 12):
        view.update(length.to_bytes(4, "little") + bytes(2), bytes(8))
    vm.do(DELETE.replace("call 3", "call 1"), (16).to_bytes(4, "little") + bytes(2))
    counts = vm.counts()
    assert (counts["map.lpm_lookup"], counts["map.lpm_step"]) == (1, 4)
    vm.close()
