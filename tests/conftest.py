"""What several test rooms share: an option, and the seed that makes property tests repeatable in CI."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files in tests/golden/findings with what is found now")


TIMED = ("test_cold_start.py", "test_english_hostile.py", "test_chinese_properties.py", "test_linear.py", "test_time.py", "test_performance.py")
TRIES = 4


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ratios of times are tried again: on a loaded machine one measurement may go wrong, four in a row do not."""
    for item in items:
        if item.path.name in TIMED and isinstance(item, pytest.Function):
            item.obj = _again(item.obj)


def _again(test: Callable[..., None]) -> Callable[..., None]:
    @functools.wraps(test)
    def tried(*args: object, **kwargs: object) -> None:
        for left in range(TRIES - 1, -1, -1):
            try:
                return test(*args, **kwargs)
            except AssertionError:
                if not left:
                    raise
        return None

    return tried
