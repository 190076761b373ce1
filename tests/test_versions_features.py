from __future__ import annotations

import re

import pytest

from sim.versions.features import Feature, features_of, kernels_with, who_has
from sim.versions.releases import KERNEL_RELEASES


@pytest.mark.parametrize("feature", Feature)
def test_a_feature_says_where_it_comes_from(feature):
    origin = feature.value
    assert re.fullmatch(r"\d+\.\d+", origin.since)
    assert re.fullmatch(r"[0-9a-f]{12}", origin.commit)
    for series, release in origin.backports:
        assert series in KERNEL_RELEASES
        assert release.startswith(f"{series}.")


def test_a_kernel_has_what_it_had_before_and_what_its_stable_tree_took():
    assert features_of("5.15") == frozenset()
    of_5_16 = {Feature.MODULE_KFUNC, Feature.BLOOM_FILTER}
    of_6_1 = of_5_16 | {
        Feature.KPROBE_MULTI,
        Feature.SYMBOLS_IN_ONE_PASS,
        Feature.RAW_TP_RECURSION,
        Feature.ENUM64,
        Feature.SLEEPABLE_UPROBE,
        Feature.USER_RINGBUF,
    }
    assert features_of("5.16") == of_5_16
    assert features_of("6.1") == of_6_1 | {Feature.GOTOL, Feature.LDIMM64_CFG}
    assert features_of("6.2") == of_6_1 | {
        Feature.UNSIGNED_CHAR,
        Feature.CGRP_STORAGE,
        Feature.BTF_RECORD,
        Feature.TASK_KPTR,
        Feature.OBJ_NEW,
        Feature.LINKED_LISTS,
        Feature.RINGBUF_MEM,
        Feature.NULLNESS_BY_REG,
        Feature.TRUSTED_PTR,
    }
    assert features_of("6.12") == set(Feature)


def test_versions_are_compared_by_number():
    assert Feature.ISA_V4 in features_of("6.12")
    assert Feature.ISA_V4 not in features_of("6.2")


def test_who_lacks_a_feature_is_told_which_kernels_have_it():
    assert kernels_with(Feature.GOTOL) == ["6.1", "6.12"]
    assert kernels_with(Feature.MODULE_KFUNC)[0] == "5.16"
    assert who_has(Feature.GOTOL) == (
        "Linux 6.6 is the first to take it (commit 4cd58e9af8b9): set machine.kernel to 6.1 or 6.12"
    )
