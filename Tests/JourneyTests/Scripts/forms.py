"""Fills Excel forms in as people do, and makes files that are no forms: by openpyxl and by hand.

    forms.py fill FORM FILE PERSON ANSWER        one form, every item with the same answer
    forms.py fill-all FORM FOLDER COUNT          one for each of so many members, m01 and on
    forms.py hostile FORM FOLDER PERSON          twenty files that must not be taken
"""

import io
import os
import sys
import zipfile

import openpyxl


def filled(form, person, answer):
    book = openpyxl.load_workbook(form)
    for row in book.worksheets[0].iter_rows(min_row=3):
        code = row[0].value
        if code in ("点検コード", "番号又は氏名"):
            row[2].value = person
        elif code == "P0":
            row[2].value = "1 同意する"
        elif code and code != "ご意見":
            row[2].value = answer
    return book


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts:
            file.writestr(name, content)
    return out.getvalue()


def changed(form, change):
    """The form with its parts, a list of [name, content], changed."""
    with zipfile.ZipFile(io.BytesIO(form)) as file:
        parts = [[info.filename, file.read(info)] for info in file.infolist()]
    change(parts)
    return archive(parts)


def in_sheet(old, new):
    def change(parts):
        for part in parts:
            if part[0] == "xl/worksheets/sheet1.xml":
                assert old in part[1]
                part[1] = part[1].replace(old, new, 1)

    return change


def hostile(form, person):
    good = saved(filled(form, person, 1))
    compound = bytes.fromhex("D0CF11E0A1B11AE1")
    entity = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet'
    link = b'<Relationship Id="rId99" Type="http://x/externalLink" Target="externalLinks/e.xml"/></Relationships>'

    def links_outside(parts):
        for part in parts:
            if part[0] == "xl/_rels/workbook.xml.rels":
                part[1] = part[1].replace(b"</Relationships>", link)

    formula = filled(form, person, 1)
    next(row[2] for row in formula.worksheets[0].iter_rows() if row[0].value == "M-PHY-01").value = "=1+0"
    return {
        "empty.xlsx": b"",
        "paper.pdf": b"%PDF-1.7\n",
        "page.xlsx": b"<html><table><tr><td>P0</td></tr></table></html>",
        "photo.xlsx": bytes.fromhex("89504E470D0A1A0A"),
        "unicode.csv": "項目,回答\n".encode("utf-16"),
        "noise.xlsx": bytes(range(128, 256)),
        "old.xlsx": compound + "Workbook".encode("utf-16-le"),
        "locked.xlsx": compound + "EncryptedPackage".encode("utf-16-le"),
        "calc.xlsx": archive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
        "letter.xlsx": archive([("_rels/.rels", "x"), ("word/document.xml", "x")]),
        "bomb.xlsx": changed(good, lambda parts: parts.append(["xl/bomb.xml", b"\0" * (64 << 20)])),
        "many.xlsx": changed(good, lambda parts: parts.extend([f"x{index}", b""] for index in range(2_001))),
        "climbing.xlsx": changed(good, lambda parts: parts.append(["../../x", b"x"])),
        "entities.xlsx": changed(good, in_sheet(b"<worksheet", entity)),
        "linked.xlsx": changed(good, links_outside),
        "torn.xlsx": good[: len(good) // 2],
        "formula.xlsx": saved(formula),
        "words.xlsx": saved(filled(form, person, "たぶん")),
        "slip.xlsx": saved(filled(form, "m99", 1)),
    }


def main(mode, form, target, *rest):
    if mode == "fill":
        answer = int(rest[1]) if rest[1].isdigit() else rest[1]
        filled(form, rest[0], answer).save(target)
        return
    os.makedirs(target, exist_ok=True)
    if mode == "fill-all":
        # Opened once: only the person differs.
        book = filled(form, "", 1)
        cell = next(row[2] for row in book.worksheets[0].iter_rows() if row[0].value == "番号又は氏名")
        for number in range(1, int(rest[0]) + 1):
            cell.value = f"m{number:02}"
            book.save(f"{target}/m{number:02}.xlsx")
        return
    for name, content in hostile(form, *rest).items():
        with open(f"{target}/{name}", "wb") as file:
            file.write(content)
    os.mkfifo(f"{target}/pipe.xlsx")


if __name__ == "__main__":
    main(*sys.argv[1:])
