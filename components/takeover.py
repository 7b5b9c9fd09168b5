"""A click that reaches a process which does not know the reader yet: after a restart, or when a laptop wakes up.

The browser connects again and sends nothing until the next click. That click then starts a new session, in which no widget
and no callback is known, so Streamlit 1.67 would drop it while the widget already shows it. Therefore the first run
of such a session makes the page as the link says, and the click is given to Streamlit again once the page stands.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx


def hold() -> WidgetStates | None:
    """Before the first widget of a run: take out what the browser sent, if its session has never run; else None."""
    context = get_script_run_ctx()
    if context is None:
        return None
    state = context.session_state._state
    held = state._new_widget_state.as_widget_states()
    if not held or state._old_state or state._new_session_state:
        return None
    state._new_widget_state.clear()
    return WidgetStates(widgets=held)


@contextmanager
def given_back(held: WidgetStates | None) -> Iterator[None]:
    """Around the rest of the run: ask for another one with what was held, also if this one ends early."""
    try:
        yield
    finally:
        context = get_script_run_ctx()
        if held is not None and context is not None and context.script_requests is not None:
            again = RerunData(
                query_string=context.query_string, widget_states=held, page_script_hash=context.page_script_hash,
                cached_message_hashes=context.cached_message_hashes, context_info=context.context_info,
            )
            context.script_requests.request_rerun(again)
