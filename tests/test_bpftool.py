"""bpftool's verbs: the real bpftool's words, on a machine of this process and on a run."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.bpftool.commands import MAPS, SETUP
from tests.bpftool.replay import answer, live, normal
from tests.record_bpftool import KERNELS, forms, golden_path

#: What the simulator says in other words, and why.
OTHERWISE = {
    "map lookup id 999": "the words are the same, the suggestion is ours",
}


def _golden(kernel: str) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(golden_path(kernel).read_text())["answers"]
    return rows


@pytest.mark.parametrize("kernel", KERNELS)
def test_maps_are_shown_as_bpftool_shows_them(kernel: str) -> None:
    golden = _golden(kernel)[: 3 * len(MAPS)]
    asked = [forms(command)[form] for form in range(3) for command in MAPS]
    assert [command for command, _, _ in golden] == asked
    with live(kernel) as source:
        for command in SETUP:
            assert answer(source, command) == ""
        wrong = []
        for command, printed, _ in golden:
            ours, theirs = normal(answer(source, command)), normal(printed)
            if ours != theirs:
                wrong.append(f"$ {command}\n{ours}---\n{theirs}")
    assert not wrong, "\n".join(wrong)
