"""One HTML file that opens offline: interactive chart, table, notes, sources. It loads nothing and sends nothing."""

from functools import cache
from html import escape
from typing import Any

from plotly.io import to_html
from plotly.offline import get_plotlyjs

from charts.figure import figure
from reports import wording
from reports.content import Item, Report
from reports.tables import Grid, matrix
from wording.texts import text

# No upload button, no camera: pictures are exported from the dashboard, where the fonts are known.
_CONFIG: dict[str, Any] = {"displayModeBar": False, "displaylogo": False, "showSendToCloud": False, "responsive": True}
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"
_STYLE = """
body{font-family:"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1f2933;background:#fff;max-width:64rem;margin:2rem auto;padding:0 1rem;line-height:1.6}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem}th,td{border:1px solid #bfc7d1;padding:.3rem .5rem;text-align:left;vertical-align:top}thead th{background:#e7ecf2}td.own{background:#eef3f8}
.small{color:#5b6570;font-size:.9rem}thead{display:table-header-group}tr{break-inside:avoid}@media print{body{margin:0;max-width:none}}
"""


def render(report: Report) -> bytes:
    """The file, in UTF-8."""
    lang = report.lang
    title = report.title or report.items[0].title
    parts = [f"<h1>{escape(title)}</h1>", f'<p class="small">{escape(wording.date_words(report))}</p>']
    if report.has_cover:
        links = "".join(f'<li><a href="#item{place}">{escape(item.title)}</a></li>' for place, item in enumerate(report.items, 1))
        parts.append(f"<h2>{escape(text('reports.contents', lang))}</h2><ol>{links}</ol>")
    scripted = False
    for place, item in enumerate(report.items, 1):
        parts += _item(report, item, place)
        scripted = scripted or figure(item.comparison) is not None
    parts += _list(text("reports.heading.documents", lang), wording.shared_notes(report))
    parts += _list(text("reports.heading.references", lang), wording.references(report))
    script = f"<script>{_library()}</script>" if scripted else ""
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style>{script}"
    )
    code = "en" if lang == "en" else "zh-CN"
    return f'<!doctype html><html lang="{code}"><head>{head}</head><body><main>{"".join(parts)}</main></body></html>\n'.encode()


def _item(report: Report, item: Item, place: int) -> list[str]:
    comparison, lang = item.comparison, report.lang
    parts = []
    if report.has_cover:
        parts.append(f'<h2 id="item{place}">{escape(text("reports.numbered", lang, number=place, title=item.title))}</h2>')
    parts += [f"<p><strong>{escape(words)}</strong></p>" for words in wording.disclaimers(comparison)]
    parts.append(f"<p>{escape(comparison.finding)}</p>")
    if item.remark:
        parts.append(f"<p>{escape(text('reports.remark', lang, remark=item.remark))}</p>")
    parts.append(_chart(item, place))
    parts.append(_table(matrix(comparison), item.title))
    parts.append(f'<p class="small">{escape(wording.sources_line(comparison))}</p>')
    parts += _list(text("reports.heading.notes", lang), wording.notes_of(report, item))
    parts += _list(text("reports.heading.clauses", lang), [wording.evidence(source, dict(report.clauses), lang) for source in comparison.sources])
    parts += _list(text("reports.heading.origin", lang), wording.origin(comparison))
    return parts


def _chart(item: Item, place: int) -> str:
    drawn = figure(item.comparison, "light")
    if drawn is None:
        return ""
    lang = item.comparison.selection.lang
    alt = text("reports.chart_alt", lang, title=item.title, finding=item.comparison.finding)
    html = to_html(drawn, config=_CONFIG, include_plotlyjs=False, full_html=False, div_id=f"chart{place}", default_height=f"{drawn.layout.height}px")
    return f'<figure role="img" aria-label="{escape(alt)}" style="margin:0">{html}</figure>'


def _table(grid: Grid, caption: str) -> str:
    look = ['' if place != grid.own else ' class="own"' for place in range(len(grid.head))]
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in grid.head)
    rows = "".join(f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td{kind}>{escape(words)}</td>" for words, kind in zip(row[1:], look[1:], strict=True))}</tr>' for row in grid.rows)
    return f'<div class="wide" tabindex="0"><table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _list(heading: str, words: list[str]) -> list[str]:
    if not words:
        return []
    return [f"<h2>{escape(heading)}</h2><ul>{''.join(f'<li>{escape(said)}</li>' for said in words)}</ul>"]


@cache
def _library() -> str:
    """The chart library itself; the one text in it that could end a script element early is broken up."""
    return str(get_plotlyjs()).replace("</script", "<\\/script")
