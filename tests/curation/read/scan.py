"""A scanned page of an invented document, and what OCR really made of it: `scan.json` is what `read` gave for `page()`.

The picture has 35‰; OCR reads 35%0. A slow test reads the picture again and compares.
"""

from pathlib import Path

from PIL import Image

from curation.read.reading import Reading, loads
from tests.curation.read.pdf_files import picture

LINES = [
    "青屿县支持创新载体办法", "第一条 对新认定的国家级科技企业孵化器，", "给予200万元一次性奖励。", "第二条 按技术合同金额的35‰给予补贴，",
    "每家最高30万元。", "第三条 对新认定的省级众创空间奖励20万元。",
]
READ_AS = "35%"
SHOWS = "35‰"


def page() -> Image.Image:
    """The picture of the page."""
    return picture(LINES)


def scanned() -> Reading:
    """What OCR read in it."""
    return loads(Path(__file__).with_name("scan.json").read_text(encoding="utf-8"))
