"""The chart as a PDF of one page: a title, the finding, the chart, its notes and sources, tagged, with a title and a language.

It is a web page of its own that the browser prints, so that headings and paragraphs are headings and paragraphs for a reader
of the screen too, and everything on it can be searched and copied (`reports/face.py`).
"""

import re
from html import escape, unescape

from charts.figure import figure
from charts.theme import FONTS, ink, muted
from reports import browser, face, hatch, images
from reports.content import Report
from reports.errors import ReportError
from wording.texts import text

_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")
_HYPHENED = re.compile(r"\w+(?:-\w+)+", re.ASCII)
_TAG = re.compile(r"<[^>]*>")
_STYLE = (
    "body{margin:0;padding:16px;width:968px;background:#fff;line-height:1.45}h1{font-size:19px;margin:0}"
    "p{margin:0;font-size:14px}figure{margin:10px 0}small p{font-size:11px}svg{display:block}span{white-space:nowrap}"
)


def pdf(report: Report) -> bytes:
    """The file, the same for the same view. Raises ReportError without a chart or a browser."""
    content = browser.printed(_page(report), images.WIDTH)
    return _DATE.sub(lambda match: b"/" + match.group(1) + b" (D:" + report.as_of.strftime("%Y%m%d").encode() + b"000000+00'00')", content)


def _page(report: Report) -> str:
    item, lang = report.items[0], report.lang
    comparison = item.comparison
    chart = hatch.drawn(_chart(report)).decode()
    alt = text("reports.chart_alt", lang, title=item.title, finding=comparison.finding)
    body = (
        f'<main><h1>{escape(item.title)}</h1>{_paragraph(comparison.finding)}<figure role="img" aria-label="{escape(alt)}">{chart}</figure>'
        f'<small>{"".join(map(_paragraph, images.foot(comparison)))}</small></main>'
    )
    style = f"{_STYLE}body{{font-family:{FONTS};color:{ink('light')}}}small p{{color:{muted('light')}}}"
    rule = face.css([unescape(_TAG.sub("", body)), alt])
    code = "en" if lang == "en" else "zh-CN"
    return f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{escape(item.title)}</title><style>{rule}{style}</style></head><body>{body}</body></html>'


def _paragraph(words: str) -> str:
    """Words with a hyphen stay on one line: Chrome's reader takes one at the end of a line for a division and leaves it out."""
    return f"<p>{_HYPHENED.sub(lambda found: f'<span>{found.group()}</span>', escape(words))}</p>"


def _chart(report: Report) -> bytes:
    """The chart alone on white, as wide as the page."""
    drawn = figure(report.items[0].comparison, "light")
    if drawn is None:
        raise ReportError("reports.error.no_chart")
    wide = images.WIDTH - 2 * images.EDGE
    drawn.update_layout(width=wide, paper_bgcolor="white", plot_bgcolor="white")
    drawn.update_traces(marker_pattern_bgcolor="white", selector={"type": "bar"})
    return browser.picture(drawn.to_plotly_json(), "svg", wide, int(drawn.layout.height), 1)
