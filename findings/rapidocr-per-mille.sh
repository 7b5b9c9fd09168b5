#!/usr/bin/env bash
# rapidocr 3.10.0 with onnxruntime 1.32.0 (PyPI, 2026), the models PP-OCRv6 small that ship in its wheel.
# Expected: 35‰ in a clean printed line is read as 35‰, or the score of the line tells that it is not sure.
# What happens: per mille comes back as %0, %o or a bare %, with scores of up to 0.99 that are as high as those of right lines.
# Why it matters: the subsidy rates of insurance and loan policies are in ‰ (费率3.5‰); read as % they are ten times too high, and no
# threshold on the score keeps them out. A percentage that comes from a picture has to be asked every time.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q rapidocr==3.10.0 onnxruntime==1.32.0 pylopdf-fonts-zh-cn==0.1.1 2>/dev/null
"$work/venv/bin/python" - 2>/dev/null <<'PY' | tee "$work/seen"
import logging
from pathlib import Path

import numpy
import pylopdf_fonts_zh_cn as fonts
from PIL import Image, ImageDraw, ImageFont

logging.disable(logging.CRITICAL)
from rapidocr import RapidOCR

engine = RapidOCR(params={"Global.log_level": "critical"})
for name in ("NotoSansSC-Regular.otf", "NotoSerifSC-Regular.otf"):
    for words in ("按照贷款额的35‰给予补贴", "按照贷款额的35%给予补贴", "担保费率不高于5‰", "保险费率3.5‰，最高20万元"):
        for size in (28, 40):
            page = Image.new("RGB", (1100, 200), "white")
            ImageDraw.Draw(page).text((60, 70), words, fill="black", font=ImageFont.truetype(str(Path(fonts.__file__).parent / name), size))
            result = engine(numpy.array(page)[:, :, ::-1])
            print(name[4:9], size, words, "->", "".join(result.txts), "sure" if min(result.scores) > 0.95 else "unsure")
PY
# Output seen:
diff "$work/seen" - <<'SEEN'
SansS 28 按照贷款额的35‰给予补贴 -> 按照贷款额的35%0给予补贴 sure
SansS 40 按照贷款额的35‰给予补贴 -> 按照贷款额的35%o给予补贴 sure
SansS 28 按照贷款额的35%给予补贴 -> 按照贷款额的35%给予补贴 sure
SansS 40 按照贷款额的35%给予补贴 -> 按照贷款额的35%给予补贴 sure
SansS 28 担保费率不高于5‰ -> 担保费率不高于5%0 unsure
SansS 40 担保费率不高于5‰ -> 担保费率不高于5%0 sure
SansS 28 保险费率3.5‰，最高20万元 -> 保险费率3.5%，最高20万元 sure
SansS 40 保险费率3.5‰，最高20万元 -> 保险费率3.5%o，最高20万元 sure
Serif 28 按照贷款额的35‰给予补贴 -> 按照贷款额的35%0给予补贴 sure
Serif 40 按照贷款额的35‰给予补贴 -> 按照贷款额的35%给予补贴 sure
Serif 28 按照贷款额的35%给予补贴 -> 按照贷款额的35%给予补贴 sure
Serif 40 按照贷款额的35%给予补贴 -> 按照贷款额的35%给予补贴 sure
Serif 28 担保费率不高于5‰ -> 担保费率不高于5%0 unsure
Serif 40 担保费率不高于5‰ -> 担保费率不高于5%0 sure
Serif 28 保险费率3.5‰，最高20万元 -> 保险费率3.5%0，最高20万元 unsure
Serif 40 保险费率3.5‰，最高20万元 -> 保险费率3.5%,最高20万元 sure
SEEN
