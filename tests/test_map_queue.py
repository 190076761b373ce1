"""Queues and stacks against a deque, through the helpers that programs call."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sim.bpf.maps import layout as bm
from sim.bpf.maps.queue_stack import QS_OVERWRITTEN
from tests.vm import Vm

QUEUE, STACK = 22, 23
ENOENT, E2BIG, EINVAL = -2, -7, -22
VALUE_BYTES, MAX_ENTRIES = 12, 5
EXIST = 2

PUSH = "r2 = r1\nr1 = {map} ll\nr3 = {flags} ll\ncall 87\nexit"
TAKE = "r2 = r1\nr1 = {map} ll\ncall {helper}\nexit"
POP, PEEK = 88, 89

values = st.binary(min_size=VALUE_BYTES, max_size=VALUE_BYTES)


class QueueModel(RuleBasedStateMachine):
    """A queue (or, taken from the other end, a stack) that pushes with EXIST make room in."""

    kind = QUEUE

    def __init__(self) -> None:
        super().__init__()
        self.vm = Vm()
        self.view = self.vm.create("map", self.kind, 0, VALUE_BYTES, MAX_ENTRIES)
        self.model: deque[bytes] = deque()
        self.pushed = self.popped = self.overwritten = 0

    def teardown(self) -> None:
        self.vm.close()

    def _pushed(self, value: bytes, flags: int) -> int:
        if flags not in (0, EXIST):
            return EINVAL
        if len(self.model) == MAX_ENTRIES:
            if flags != EXIST:
                return E2BIG
            self.model.popleft()
            self.overwritten += 1
        self.model.append(value)
        self.pushed += 1
        return 0

    def _next(self, stays: bool) -> bytes | None:
        if not self.model:
            return None
        at = 0 if self.kind == QUEUE else -1
        value = self.model[at]
        if not stays:
            del self.model[at]
            self.popped += 1
        return value

    @rule(value=values, flags=st.sampled_from([0, 0, 0, 1, 2, 3, 4, -1, 1 << 33]))
    def push(self, value: bytes, flags: int) -> None:
        text = PUSH.replace("{flags}", str(flags))
        assert self.vm.do(text, value).signed == self._pushed(value, flags)

    @rule(value=values, flags=st.sampled_from([0, 1, 2, 3]))
    def push_from_user_space(self, value: bytes, flags: int) -> None:
        assert self.view.push(value, flags) == self._pushed(value, flags)

    @rule(stays=st.booleans())
    def take(self, stays: bool) -> None:
        expected = self._next(stays)
        helper = PEEK if stays else POP
        out = self.vm.do(TAKE.replace("{helper}", str(helper)), b"\xaa" * VALUE_BYTES)
        assert out.signed == (ENOENT if expected is None else 0)
        assert self.vm.read_ctx(VALUE_BYTES) == (expected or bytes(VALUE_BYTES))

    @rule(stays=st.booleans())
    def take_from_user_space(self, stays: bool) -> None:
        expected = self._next(stays)
        found = self.view.peek() if stays else self.view.pop()
        assert found == (ENOENT if expected is None else expected)

    @invariant()
    def the_counters_add_up(self) -> None:
        assert self.view.nr_entries == len(self.model)
        assert self.view.field(bm.M_INSERTS) == self.pushed
        assert self.view.field(bm.M_DELETES) == self.popped
        assert self.view.field(QS_OVERWRITTEN) == self.overwritten


class StackModel(QueueModel):
    kind = STACK


quick = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestQueue = QueueModel.TestCase
TestQueue.settings = quick
TestStack = StackModel.TestCase
TestStack.settings = quick


@pytest.mark.parametrize("kind", [QUEUE, STACK])
def test_operations_with_a_key_are_refused(kind: int) -> None:
    vm = Vm()
    view = vm.create("map", kind, 0, 8, 4)
    assert view.push(bytes(8)) == 0
    assert view.delete(b"") == EINVAL
    assert view.next_key(None) is None
    vm.close()


@pytest.mark.parametrize("kind", [QUEUE, STACK])
def test_memory_is_one_value_more_than_entries(kind: int) -> None:
    vm = Vm()
    assert vm.create("map", kind, 0, 12, 100).memory_bytes == 101 * 12
    vm.close()
