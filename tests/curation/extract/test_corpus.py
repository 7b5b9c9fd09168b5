import pytest

from tests.curation.extract.corpus import CORPUS, DOCUMENTS, Clause, clauses, document_scores, matches, rows_of

CLAUSES = [clause for file in sorted(CORPUS.glob("*clauses.txt")) if not file.name.startswith("unseen") for clause in clauses(file.name)]


def test_the_corpus_is_large_and_named_once():
    assert len(CLAUSES) >= 60
    assert len({clause.name for clause in CLAUSES}) == len(CLAUSES)


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.name)
def test_every_clause_gives_its_rows(clause: Clause):
    promises = any(row[2] == "unstated" for row in clause.rows)
    got = rows_of(clause.text, promises)
    assert len(got) == len(clause.rows), got
    assert all(matches(*pair) for pair in zip(got, clause.rows, strict=True)), got


@pytest.mark.parametrize("name", DOCUMENTS)
def test_whole_documents(name: str):
    for kind, result in document_scores(name).items():
        assert result.rows - result.found <= max(1, 0.02 * result.rows), (kind, [row["phrase"] for row in result.missed])
        assert result.right >= 0.9 * result.rows, (kind, [(row["phrase"], faults) for row, _, faults in result.wrong])
        assert result.extra <= 0.02 * result.rows, (kind, [item.phrase for item in result.surplus])


def test_both_scripts_and_both_widths_give_the_same():
    plain = "对新认定的国家级、省级孵化器,分别给予100万元、50万元奖励,按费用的20%给予补贴,最高10万元。"
    wide = plain.translate({**{ord(a): a and chr(ord(a) + 0xFEE0) for a in "0123456789,%"}})
    traditional = plain.replace("对", "對").replace("认", "認").replace("国", "國").replace("级", "級").replace("别", "別").replace("给", "給").replace("万", "萬").replace("奖励", "獎勵").replace("补贴", "補貼")
    spots = [(item.start, item.end, dict(item.columns)) for item in _bare(plain)]
    assert [(item.start, item.end, dict(item.columns)) for item in _bare(traditional)] == spots
    assert [(item.start, item.end, dict(item.columns)) for item in _bare(wide)] == spots


def _bare(text: str):
    from curation.extract import extract

    found = extract(text)
    for item in found:
        item.columns.pop("beneficiary_zh", None)
    return found


def test_the_set_that_was_written_before_it_was_tried():
    rows = found = right = 0
    for clause in clauses("unseen_clauses.txt"):
        left = rows_of(clause.text, with_promises=False)
        rows += len(clause.rows)
        for wanted in clause.rows:
            place = next((got for got in left if got == wanted), None) or next((got for got in left if got[1] == wanted[1]), None)
            found += place is not None
            right += place == wanted
            left = [got for got in left if got is not place]
    assert found >= 0.95 * rows
    assert right >= 0.95 * rows
