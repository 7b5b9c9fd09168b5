"""The question that peers are measured with is one that the published tables answer, in the product's own engine as well."""

import duckdb
import pytest

from benchmarks.peers.question import LEVELS, QUESTION
from loaders import in_use, snapshot
from model.paths import TABLES


@pytest.mark.parametrize("level", LEVELS)
def test_the_question_has_an_answer_that_both_engines_give(level: str) -> None:
    plain = duckdb.connect().execute(QUESTION.format(tables=TABLES / snapshot.current(TABLES), level=level)).fetchall()
    own = QUESTION
    for table in ("awards", "documents", "cities"):
        own = own.replace(f"read_parquet('{{tables}}/{table}.parquet')", table)
    assert in_use.opened().tables.engine.run(own.format(level=level), [])[1] == tuple(plain)
    assert plain and all(middle <= most for _, middle, most in plain)
