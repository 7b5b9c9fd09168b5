"""OFD files made at test time from their own markup. Lengths in millimetres."""

import io
import zipfile
from collections.abc import Sequence

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(words: str, x: float = 28, y: float = 40, size: float = 5.6, more: str = "", delta: str | None = None) -> str:
    """A text object whose characters stand one size apart, as most writers put them."""
    step = f'DeltaX="g {len(words) - 1} {size}"' if delta is None else delta
    return f'<ofd:TextObject ID="1" Boundary="{x} {y} {size * len(words)} {size * 1.2}" Font="4" Size="{size}" {more}><ofd:TextCode X="0" Y="{size * 0.88}" {step}>{words}</ofd:TextCode></ofd:TextObject>'


def path(x0: float, y0: float, x1: float, y1: float) -> str:
    """A ruling line."""
    return f'<ofd:PathObject ID="1" Boundary="{min(x0, x1)} {min(y0, y1)} {abs(x1 - x0) + 1} {abs(y1 - y0) + 1}"><ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>'


def grid(columns: Sequence[float], levels: Sequence[float]) -> str:
    """A ruled table."""
    return "".join(path(columns[0], level, columns[-1], level) for level in levels) + "".join(path(column, levels[0], column, levels[-1]) for column in columns)


def ofd(*pages: str, template: str = "", pictures: dict[str, bytes] | None = None, more: str = "", absolute: bool = False, signatures: bool = False) -> bytes:
    """An OFD file whose pages hold these objects."""
    held: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD {SPACE} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>{"/" if absolute else ""}Doc_0/Document.xml</ofd:DocRoot>'
                   + ("<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>" if signatures else "") + "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>'
                              + ('<ofd:TemplatePage ID="90" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else "") + ("<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>" if pictures else "")
                              + "</ofd:CommonData><ofd:Pages>" + "".join(f'<ofd:Page ID="{place}" BaseLoc="Pages/Page_{place}/Content.xml"/>' for place in range(len(pages))) + f"</ofd:Pages>{more}</ofd:Document>",
    }
    for place, objects in enumerate(pages):
        held[f"Doc_0/Pages/Page_{place}/Content.xml"] = (
            f'<ofd:Page {SPACE}>' + ('<ofd:Template TemplateID="90"/>' if template else "") + f'<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content></ofd:Page>')
    if template:
        held["Doc_0/Tpls/Tpl_0/Content.xml"] = f"<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID='3'>{template}</ofd:Layer></ofd:Content></ofd:Page>"
    if pictures:
        held["Doc_0/DocumentRes.xml"] = (f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:MultiMedias>' + "".join(f'<ofd:MultiMedia ID="{number}" Type="Image"><ofd:MediaFile>{name}</ofd:MediaFile></ofd:MultiMedia>'
                                         for number, name in enumerate(pictures, 50)) + "</ofd:MultiMedias></ofd:Res>")
        held |= {f"Doc_0/Res/{name}": data for name, data in pictures.items()}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return data.getvalue()
