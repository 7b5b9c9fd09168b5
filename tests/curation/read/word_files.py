"""Word files made at test time from raw markup, so that they hold what a library would not write."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"')
STRICT = {W: "http://purl.oclc.org/ooxml/wordprocessingml/main", R: "http://purl.oclc.org/ooxml/officeDocument/relationships"}
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
COLUMN = '<w:gridCol w:w="2000"/>'
BY = 'w:id="9" w:author="a" w:date="2026-01-01T00:00:00Z"'


def run(words: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def par(inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner if inner.startswith('<') else run(inner)}</w:p>"


def listed(words: str, level: int = 0, number: int = 1) -> str:
    return par(run(words), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(place: int, style: str, pattern: str, start: int = 1, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}'


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{words if words.startswith('<w:p') or words.startswith('<w:tbl') else par(words or run(''))}</w:tc>"


def table(*rows: list[str]) -> str:
    columns = max(len(row) for row in rows)
    grid = f'<w:tblPr><w:tblW w:w="{2000 * columns}" w:type="dxa"/></w:tblPr><w:tblGrid>{COLUMN * columns}</w:tblGrid>'
    return f"<w:tbl>{grid}" + "".join(f"<w:tr>{''.join(item if item.startswith('<') else cell(item) for item in row)}</w:tr>" for row in rows) + "</w:tbl>"


def word(*blocks: str, strict: bool = False, kind: str = MAIN, main: str = "word/document.xml", extra: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file of these blocks; `parts` are numbering, styles, footnotes, endnotes, comments, header, footer by their inner markup."""
    folder, _, file = main.rpartition("/")
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header": "hdr", "footer": "ftr"}
    links = "".join(f'<Relationship Id="rId{place}" Type="{R}/{name}" Target="{name}.xml"/>' for place, name in enumerate(parts, 1))
    links += "".join(f'<Relationship Id="{name}" Type="{R}/aFChunk" Target="{name}"/>' for name in extra or {})
    held = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{kind}"/>'
                               + "".join(f'<Override PartName="/{folder}/{name}.xml" ContentType="{MAIN.replace("document.main", name)}"/>' for name in parts) + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="{main}"/></Relationships>',
        f"{folder}/_rels/{file}.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
        main: f"<w:document {SPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>",
    } | {f"{folder}/{name}.xml": f"<w:{roots[name]} {SPACES}>{inner}</w:{roots[name]}>" for name, inner in parts.items()}
    held |= {f"{folder}/{name}": inner for name, inner in (extra or {}).items()}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            for old, new in STRICT.items() if strict else ():
                content = content.replace(old, new)
            archive.writestr(name, content)
    return data.getvalue()
