"""Fixtures of the redaction tests: one redactor for all, since its models take seconds to load."""

from __future__ import annotations

import pytest

from redaction import Redactor


@pytest.fixture(scope="session")
def redactor() -> Redactor:
    """Return a redactor with the default policy."""
    return Redactor()
