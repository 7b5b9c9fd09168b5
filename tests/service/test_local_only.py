"""The desk answers only to this machine: a real server asked under other names, and every form of a name by itself."""

import http.client
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from starlette.datastructures import Headers

from model.paths import ROOT
from service.local_only import is_local, local_name
from tests.browser.conftest import free_port, start_app

FOREIGN = ["evil.example", "evil.example:{port}", "localhost.evil.example", "127.0.0.1.nip.io:{port}", "10.0.0.7", "0.0.0.0", "169.254.169.254", "[2001:db8::1]:{port}",
           "localhost@evil.example", "evil.example#localhost", "evil.example/localhost", "localhost:99999", "localhost:x", "", " ", "2130706433", "localhost, evil.example"]
LOCAL = ["localhost", "localhost:{port}", "LOCALHOST:{port}", "127.0.0.1:{port}", "127.8.9.10", "[::1]:{port}", "localhost."]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, str]]:
    """Port and token of a running desk."""
    place = tmp_path_factory.mktemp("desk")
    port = free_port()
    with (place / "log.txt").open("w+") as log:
        process = start_app(port, log, "desk.py", POLICY_LIBRARY=str(place))
        token = re.findall(rf"http://127\.0\.0\.1:{port}/curate\?token=(\S+)", (place / "log.txt").read_text(encoding="utf-8"))
        assert len(token) == 2 and len(set(token)) == 1, "printed once in each language"
        yield port, token[0]
        process.terminate()
        process.wait(10)


def ask(port: int, path: str, host: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of one answer; `host` is sent as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("GET", path, skip_host=True)
    for name, value in {"Host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode("utf-8", "replace")
    connection.close()
    return found


UPGRADE = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec_WebSocket_Protocol": "streamlit"}


@pytest.mark.parametrize("host", FOREIGN)
def test_under_another_name_nothing_answers(desk: tuple[int, str], host: str) -> None:
    port, token = desk
    named, cookie = host.format(port=port), f"desk-{port}={token}"
    for path in ("/", f"/curate?token={token}", "/_stcore/health", "/_stcore/host-config", "/static/js/none.js"):
        status, _, words = ask(port, path, named, Cookie=cookie)
        assert status in (400, 403) and "<title>" not in words
    assert ask(port, "/_stcore/stream", named, Cookie=cookie, **UPGRADE)[0] in (400, 403)


@pytest.mark.parametrize("host", LOCAL)
def test_under_its_own_names_it_answers_with_the_token(desk: tuple[int, str], host: str) -> None:
    port, token = desk
    named, cookie = host.format(port=port), f"desk-{port}={token}"
    assert ask(port, "/curate", named)[0] == ask(port, "/curate?token=wrong", named)[0] == ask(port, "/curate", named, Cookie=f"desk-{port}=wrong")[0] == 403
    assert ask(port, "/_stcore/stream", named, **UPGRADE)[0] == 403
    status, headers, _ = ask(port, f"/curate?lang=en&token={token}", named)
    assert (status, headers["location"]) == (303, "/curate?lang=en")
    assert "HttpOnly" in headers["set-cookie"] and "samesite=lax" in headers["set-cookie"].lower() and headers["cache-control"] == "no-store"
    status, _, words = ask(port, "/curate", named, Cookie=cookie)
    assert status == 200 and "<title>" in words and token not in words
    assert ask(port, "/_stcore/stream", named, Cookie=cookie, **UPGRADE)[0] == 101


def test_the_token_does_not_lead_to_another_site(desk: tuple[int, str]) -> None:
    port, token = desk
    assert ask(port, f"//evil.example/?token={token}", "localhost")[1].get("location", "/").startswith("/") is True
    assert not ask(port, f"//evil.example/?token={token}", "localhost")[1].get("location", "/").startswith("//")


@pytest.mark.parametrize("header", ["X_Forwarded_For", "X_Forwarded_Host", "Forwarded", "X_Real_IP", "Via"])
def test_behind_another_server_it_does_not_answer(desk: tuple[int, str], header: str) -> None:
    port, token = desk
    assert ask(port, "/curate", "localhost", Cookie=f"desk-{port}={token}", **{header: "10.0.0.7"})[0] == 403


def test_the_refusal_says_the_way_in_in_both_languages(desk: tuple[int, str]) -> None:
    words = ask(desk[0], "/", "evil.example")[2]
    assert "只回应本机" in words and "address that was printed at the start" in words and desk[1] not in words


@pytest.mark.parametrize("bound", ["0.0.0.0", "::"])
def test_it_does_not_start_on_an_address_that_others_reach(bound: str) -> None:
    done = subprocess.run([sys.executable, "-m", "streamlit", "run", "desk.py", "--server.port", str(free_port()), "--server.address", bound],
                          cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2 and bound in done.stderr and "127.0.0.1" in done.stderr and "token=" not in done.stdout


@pytest.mark.parametrize(("address", "local"), [
    ("localhost", True), ("127.0.0.1", True), ("127.255.255.254", True), ("::1", True), ("::ffff:127.0.0.1", True), ("LocalHost.", True),
    ("0.0.0.0", False), ("::", False), ("128.0.0.1", False), ("::ffff:10.0.0.1", False), ("localhost.example", False), ("127.1", False), ("0x7f000001", False), ("", False), (None, False),
])
def test_what_is_local(address: str | None, local: bool) -> None:
    assert is_local(address) is local


def test_two_hosts_or_none_are_refused() -> None:
    def headers(*hosts: bytes) -> Headers:
        return Headers(raw=[(b"host", host) for host in hosts])

    assert local_name(headers(b"localhost"))
    assert not local_name(headers(b"localhost", b"localhost")) and not local_name(headers())
    assert not local_name(Headers(raw=[(b"host", b"localhost"), (b"x-forwarded-for", b"10.0.0.7")]))
