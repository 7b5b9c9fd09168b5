"""What is counted, and what a log line says and does not say."""

import json
import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service import logs, metrics


def sample(name: str, **labels: str) -> float:
    return metrics.registry.get_sample_value(name, labels) or 0.0


def test_a_click_is_counted_with_its_time_also_if_it_ends_early() -> None:
    before = sample("policy_click_seconds_count", page="vouchers")
    with metrics.click("vouchers"):
        pass
    with pytest.raises(KeyError), metrics.click("vouchers"):
        raise KeyError
    assert sample("policy_click_seconds_count", page="vouchers") == before + 2
    with metrics.click(""):
        pass
    assert sample("policy_click_seconds_count", page="overview") >= 1


def test_an_export_is_counted_when_it_is_made_and_failures_apart() -> None:
    made = metrics.timed_export("docx", lambda: b"file")
    before, failures = sample("policy_export_seconds_count", format="docx"), sample("policy_export_failures_total", format="docx")
    assert sample("policy_export_seconds_count", format="docx") == before
    assert made() == b"file" and sample("policy_export_seconds_count", format="docx") == before + 1

    def broken() -> bytes:
        raise OSError

    with pytest.raises(OSError):
        metrics.timed_export("docx", broken)()
    assert sample("policy_export_failures_total", format="docx") == failures + 1


def test_only_the_present_snapshot_is_named() -> None:
    metrics.show_snapshot("a" * 16, is_fallback=True)
    metrics.show_snapshot("b" * 16, is_fallback=False)
    said = metrics.exposition().decode()
    assert "a" * 16 not in said and f'policy_snapshot{{snapshot="{"b" * 16}"}} 1.0' in said and "policy_snapshot_fallback 0.0" in said


def line(record: logging.LogRecord) -> dict[str, object]:
    written = logs.JsonLines().format(record)
    assert "\n" not in written
    return dict(json.loads(written))


@given(st.text(min_size=4), st.text(min_size=4))
def test_values_and_the_words_of_errors_are_never_written(secret: str, other: str) -> None:
    try:
        raise ValueError(f"<{secret}>")
    except ValueError:
        error = sys.exc_info()
    record = logging.LogRecord("view", logging.ERROR, "x.py", 1, "view %s failed", (f"<{other}>",), error)
    found = line(record)
    assert found["message"] == "view %s failed" and found["error"] == "ValueError"
    assert f"<{secret}>" not in str(found) and f"<{other}>" not in str(found)
    assert str(found["at"]).count("test_metrics_and_logs.py") == 1


def test_what_may_be_said_is_said_and_time_has_its_zone() -> None:
    record = logging.LogRecord("service", logging.INFO, "x.py", 1, "serving", (), None)
    record.said = {"snapshot": "b" * 16}
    found = line(record)
    assert found["snapshot"] == "b" * 16 and str(found["time"]).endswith("+00:00") and found["level"] == "INFO"
