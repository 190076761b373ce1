"""The one order of steps: keys, the winner tree that finds the next, and heaps of times."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sim.base.compile import compiled
from sim.base.memory import Buffer, load64, store64
from sim.engine.heap import heap_bytes, heap_min, heap_pop, heap_push
from sim.engine.order import (
    FIRST_RANK,
    RANK_BITS,
    S_KEY,
    S_LEAF,
    S_SIMPY,
    SLOT_BYTES,
    key_of,
    leaf_of,
    set_slot,
    slot_of,
    time_of,
    tree_nodes,
)
from sim.engine.state import (
    H_DIRTY,
    H_SLOTS,
    H_TREE,
    HEADER_BYTES,
    INF,
)

MAX_T = (1 << 51) - 1  # 26 days
MAX_SLOT = 4079  # one less than a machine may have


@compiled("int64(int64,int64)", python=True)
def _key(t_ns: int, slot: int) -> int:
    return key_of(t_ns, slot)


@compiled("int64(int64)", python=True)
def _time(key: int) -> int:
    return time_of(key)


@compiled("int64(int64)", python=True)
def _slot(key: int) -> int:
    return slot_of(key)


@compiled("void(int64,int64,int64)", python=True)
def _push(h: int, t_ns: int, payload: int) -> None:
    heap_push(h, t_ns, payload)


@compiled("int64(int64)", python=True)
def _pop(h: int) -> int:
    return heap_pop(h)


@compiled("int64(int64)", python=True)
def _min(h: int) -> int:
    return heap_min(h)


times = st.integers(0, MAX_T)
slots = st.integers(0, MAX_SLOT)


@given(times, slots)
@settings(max_examples=150, deadline=None)
def test_a_key_unpacks_to_what_was_packed(t_ns: int, slot: int) -> None:
    key = _key(t_ns, slot)
    assert (_time(key), _slot(key)) == (t_ns, slot)
    assert 0 <= key < INF


@given(times, slots, times, slots)
@settings(max_examples=150, deadline=None)
def test_keys_order_by_time_then_slot(t1: int, s1: int, t2: int, s2: int) -> None:
    assert (_key(t1, s1) < _key(t2, s2)) == ((t1, s1) < (t2, s2))


def test_simpys_urgent_and_normal_events_come_before_any_slot_at_their_time() -> None:
    urgent, normal = (7 << RANK_BITS | priority for priority in (0, 1))
    assert urgent < normal < _key(7, 0)
    assert FIRST_RANK == 2
    assert _key(6, MAX_SLOT) < urgent


def test_never_is_after_everything() -> None:
    assert _key(INF, 0) == _key(INF, 99) == INF
    assert _key(MAX_T, MAX_SLOT) < INF


class Header:
    """A header with slots and a winner tree, as `sim.kernel.build` lays them out."""

    def __init__(self, nr_slots: int) -> None:
        self.nr_slots = nr_slots
        nr_sources = nr_slots // 2
        nodes = tree_nodes(nr_sources, nr_slots - nr_sources)
        self._buffers = [Buffer(HEADER_BYTES), Buffer(8 * nodes), Buffer(nr_slots * SLOT_BYTES)]
        self.m, self.tree, self.slots = (buffer.address for buffer in self._buffers)
        for i in range(nodes):
            store64(self.tree + 8 * i, INF)
        for i in range(nr_slots):
            store64(self.slots + i * SLOT_BYTES + S_KEY, INF)
            leaf = leaf_of(i, nr_sources, nr_slots - nr_sources)
            store64(self.slots + i * SLOT_BYTES + S_LEAF, leaf)
        store64(self.m + H_TREE, self.tree)
        store64(self.m + H_SLOTS, self.slots)

    def close(self) -> None:
        for buffer in self._buffers:
            buffer.close()

    @property
    def least(self) -> int:
        return load64(self.tree + 8)

    def key(self, slot: int) -> int:
        return load64(self.slots + slot * SLOT_BYTES + S_KEY)


@pytest.fixture
def header() -> Iterator[Header]:
    made = Header(5)
    yield made
    made.close()


@given(
    nr_slots=st.integers(1, 40),
    changes=st.lists(st.tuples(st.integers(0, 39), st.integers(0, 30) | st.just(INF)), max_size=60),
)
@settings(max_examples=80, deadline=None)
def test_the_root_is_the_least_key(nr_slots: int, changes: list[tuple[int, int]]) -> None:
    header = Header(nr_slots)
    model = [INF] * nr_slots
    for slot, t_ns in changes:
        slot %= nr_slots
        set_slot(header.m, slot, t_ns)
        model[slot] = INF if t_ns == INF else t_ns << RANK_BITS | slot + FIRST_RANK
        assert header.least == min(model)
        assert [header.key(i) for i in range(nr_slots)] == model
    header.close()


def test_a_slot_on_the_simpy_side_is_in_no_tree_but_tells_that_it_changed(header: Header) -> None:
    store64(header.slots + 3 * SLOT_BYTES + S_SIMPY, 1)
    set_slot(header.m, 3, 10)
    assert header.least == INF
    assert header.key(3) == _key(10, 3)
    assert load64(header.m + H_DIRTY) == 1
    store64(header.m + H_DIRTY, 0)
    set_slot(header.m, 3, 10)
    assert load64(header.m + H_DIRTY) == 0, "the same time is no change"
    set_slot(header.m, 2, 10)
    assert load64(header.m + H_DIRTY) == 0
    assert header.least == _key(10, 2)


class HeapModel(RuleBasedStateMachine):
    """A heap against heapq over (time, payload) pairs."""

    CAPACITY = 24

    def __init__(self) -> None:
        super().__init__()
        self.buffer = Buffer(heap_bytes(self.CAPACITY))
        self.model: list[tuple[int, int]] = []

    def teardown(self) -> None:
        self.buffer.close()

    @precondition(lambda self: len(self.model) < self.CAPACITY)
    @rule(t_ns=st.integers(0, 6) | times, payload=st.integers(-50, 50))
    def push(self, t_ns: int, payload: int) -> None:
        _push(self.buffer.address, t_ns, payload)
        heapq.heappush(self.model, (t_ns, payload))

    @precondition(lambda self: self.model)
    @rule()
    def pop(self) -> None:
        assert _min(self.buffer.address) == self.model[0][0]
        assert _pop(self.buffer.address) == heapq.heappop(self.model)[1]

    @invariant()
    def the_least_time_is_seen(self) -> None:
        assert _min(self.buffer.address) == (self.model[0][0] if self.model else INF)
        assert load64(self.buffer.address) == len(self.model)


TestHeap = HeapModel.TestCase
TestHeap.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 200)), max_size=40, unique=True))
@settings(max_examples=60, deadline=None)
def test_equal_times_pop_by_payload_whatever_the_order_of_insertion(
    pairs: list[tuple[int, int]],
) -> None:
    def popped(order: list[tuple[int, int]]) -> list[int]:
        buffer = Buffer(heap_bytes(len(order)))
        for t_ns, payload in order:
            _push(buffer.address, t_ns, payload)
        found = [_pop(buffer.address) for _ in order]
        buffer.close()
        return found

    expected = [payload for _, payload in sorted(pairs)]
    assert popped(pairs) == popped(pairs[::-1]) == expected
