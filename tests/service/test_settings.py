"""Settings of the server that the speed of a click and its cost rest on."""

from streamlit import config


def test_no_search_for_garbage_follows_every_run() -> None:
    """Streamlit would search the whole process after each run: the setting must be known to the installed version, and off."""
    assert config.get_option("runner.postScriptGC") is False
