#!/usr/bin/env bash
# Package: XlsxWriter 3.3.1; the workbook is shown by LibreOffice 7.4 (Debian's libreoffice-calc).
# Input: an XY chart whose points carry custom data labels, once as words and once as a link to a cell that holds the words,
#   which XlsxWriter documents as the way to label points by the names of their rows.
# Expected: both points are labelled with a name; Excel shows both.
# What happens: LibreOffice shows the words of the first, and in place of the linked name the number of the point.
# Why it matters: a name beside a point turns into a figure that looks like a value. Write names as words; only one that begins
#   with "=", which XlsxWriter would read as a formula, has to be a link.
set -euo pipefail
command -v soffice >/dev/null && command -v pdftotext >/dev/null || { echo "needs LibreOffice and poppler"; exit 2; }
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT; cd "$place"
python3 -m venv venv; venv/bin/pip -q install XlsxWriter==3.3.1 2>/dev/null
cat > make.py <<'P'
import xlsxwriter
with xlsxwriter.Workbook("labels.xlsx") as book:
    sheet = book.add_worksheet("Data")
    sheet.write_column("A1", [10, 20])
    sheet.write_column("B1", [4.25, 7.75])
    sheet.write_column("C1", ["Alpha", "Beta"])
    chart = book.add_chart({"type": "scatter"})
    chart.add_series({"categories": "=Data!$A$1:$A$2", "values": "=Data!$B$1:$B$2",
                      "data_labels": {"value": True, "custom": [{"value": "Alpha"}, {"value": "=Data!$C$2"}]}})
    chart.set_legend({"none": True})
    only = book.add_chartsheet("Chart")
    only.set_chart(chart)
    only.activate()
P
venv/bin/python make.py
soffice "-env:UserInstallation=file://$place/profile" --headless --convert-to pdf labels.xlsx >/dev/null 2>&1
words=$(pdftotext -f 2 -l 2 labels.pdf - | tr -s ' \n' ' ')
for word in Alpha Beta 4.25 7.75; do case " $words " in *" $word "*) echo "$word: shown";; *) echo "$word: absent";; esac; done | tee seen
printf '%s\n' "Alpha: shown" "Beta: absent" "4.25: absent" "7.75: shown" > known
diff known seen && echo "as described"
