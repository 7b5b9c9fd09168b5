"""The command that proposes links: it prints or writes a draft and never overwrites a person's decisions."""

from argparse import Namespace

from curation.check.curated import read
from curation.commands import propose


def args(**values):
    return Namespace(**({"earlier": "weihai-2018-107", "later": "weihai-2023-5", "out": None, "lang": "en"} | values))


def test_a_draft_is_written_once(tmp_path, capsys):
    out = tmp_path / "draft.yaml"
    assert propose.run(args(out=out)) == 0
    before = out.read_bytes()
    assert read(out)["from_document_id"] == "weihai-2018-107"
    assert propose.run(args(out=out)) == 2
    assert out.read_bytes() == before
    assert "not overwritten" in capsys.readouterr().err


def test_an_unknown_document_is_named(capsys):
    assert propose.run(args(earlier="atlantis-1")) == 1
    assert "atlantis-1" in capsys.readouterr().err


def test_no_reason_is_made_up(capsys):
    assert propose.run(args()) == 0
    printed = capsys.readouterr().out
    assert "changes: [exact_to_ceiling, lowered]" in printed and "reason" not in printed
