"""Whether the sheets of a workbook are what an office needs to filter, to pivot and to print; a part of workbook.py.

    sheets.py WORKBOOK.xlsx
"""

import re
import sys
import warnings
import zipfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import column_index_from_string, range_boundaries

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def check(path, book):
    covers = [sheet for sheet in book if not sheet.tables]
    assert covers == list(book)[:len(covers)] and len(covers) <= 1, covers
    names = [table.name.lower() for sheet in book for table in sheet.tables.values()]
    assert len(set(names)) == len(names), names
    for sheet in book:
        where = sheet.title
        assert len(where) <= 31 and not re.search(r"[\[\]:*?/\\]", where), where
        assert not any(c.data_type == "f" for row in sheet.iter_rows() for c in row), where
        assert sheet.page_setup.paperSize == 9 and sheet.print_area and not sheet.sheet_properties.pageSetUpPr.fitToPage, where
        assert sheet.oddFooter.center.text == "&P／&N" and sheet.oddHeader.left.text, where
        scale = int(sheet.page_setup.scale or 100) / 100
        assert all(c.font.sz * scale >= 8 for row in sheet.iter_rows() for c in row if c.value is not None), where
        if sheet.tables:
            check_table(sheet)
    alternatives = alternative_texts(path)
    assert len(alternatives) == sum(len(sheet._charts) for sheet in book) and all(alternatives), alternatives
    properties = book.properties
    assert properties.title and properties.subject and properties.creator and properties.created, properties


def check_table(sheet):
    """One table from the first column on, over all there is between its heading and the notes."""
    table, = sheet.tables.values()
    left, top, right, bottom = range_boundaries(table.ref)
    headings = [str(sheet.cell(top, column).value) for column in range(left, right + 1)]
    where = (sheet.title, table.ref)
    assert [column.name for column in table.tableColumns] == headings, where
    assert len({h.lower() for h in headings}) == len(headings) and all(0 < len(h) <= 255 for h in headings), where
    assert re.fullmatch(r"[^\W\d]\w*", table.name) and not re.fullmatch(r"(?i)[a-z]{1,3}\d+|r\d*c?\d*", table.name), table.name
    assert table.autoFilter.ref == table.ref and not sheet.auto_filter.ref, where
    assert left == 1 and bottom > top, where
    assert sheet.max_column <= right or not any(
        sheet.cell(row, column).value for row in range(1, sheet.max_row + 1) for column in range(right + 1, sheet.max_column + 1)
    ), where
    below = [sheet.cell(row, 1).value for row in range(bottom + 1, sheet.max_row + 1)]
    assert not below or below[0] is None and all(v is None or v.startswith("注 ") for v in below), (where, below)
    for merged in sheet.merged_cells.ranges:
        assert merged.min_row > bottom, (where, merged)
    frozen = re.fullmatch(r"([A-Z]+)(\d+)", sheet.freeze_panes)
    assert int(frozen[2]) == top + 1 and 1 < column_index_from_string(frozen[1]) <= right + 1, where
    assert sheet.page_setup.orientation == "landscape", where
    assert sheet.print_title_rows == f"${top}:${top}", (where, sheet.print_title_rows)


def alternative_texts(path):
    texts = []
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
                tree = ElementTree.fromstring(file.read(name))
                texts += [element.get("descr", "") for element in tree.iter(DRAWING + "cNvPr")]
    return texts


if __name__ == "__main__":
    warnings.simplefilter("ignore", UserWarning)
    check(sys.argv[1], openpyxl.load_workbook(sys.argv[1]))
    print(len(openpyxl.load_workbook(sys.argv[1]).sheetnames))
