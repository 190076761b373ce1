"""docs/kernel-paths.md says what the data say."""

from __future__ import annotations

from tests.paths_page import PAGE, page_text


def test_the_page_is_what_the_data_say():
    assert PAGE.read_text(encoding="utf-8") == page_text(), "python -m tests.paths_page"
