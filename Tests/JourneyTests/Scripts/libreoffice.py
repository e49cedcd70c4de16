"""Fills an Excel form in with LibreOffice, in a folder of its own, and saves it as a workbook and as CSV.

    libreoffice.py FORM PERSON ANSWER TARGET.xlsx | TARGET.csv [PERSON ANSWER TARGET …]

An ANSWER of one digit is entered as a number, as typing it does.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.beans import PropertyValue

FILTERS = {
    ".xlsx": {"FilterName": "Calc MS Excel 2007 XML"},
    # Comma, quotation mark, UTF-8, from the first line on: as its dialogue offers (User Guide, CSV filter options).
    ".csv": {"FilterName": "Text - txt - csv (StarCalc)", "FilterOptions": "44,34,76,1"},
}


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def fill(sheet, person, answer):
    for row in range(200):
        code = sheet.getCellByPosition(0, row).String
        cell = sheet.getCellByPosition(2, row)
        if code == "番号又は氏名":
            cell.String = person
        elif code == "P0":
            cell.String = "1 同意する"
        elif code == "ご意見":
            cell.String = "研修を\n増やす"
        elif code[:1] == "P" or code[1:2] == "-":
            if answer.isdigit():
                cell.Value = int(answer)
            else:
                cell.String = answer


def desktop(process, pipe):
    """The program's desktop, as soon as it listens."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    while process.poll() is None:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.1)
    sys.exit(f"soffice ended with {process.returncode}")


def main(form, *forms):
    folder = Path(form).resolve().parent
    pipe = f"tenken{os.getpid()}"
    process = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation={(folder / 'soffice').as_uri()}",
         f"--accept=pipe,name={pipe};urp;"], stdin=subprocess.DEVNULL)
    try:
        office = desktop(process, pipe)
        for person, answer, target in zip(forms[::3], forms[1::3], forms[2::3]):
            document = office.loadComponentFromURL(Path(form).resolve().as_uri(), "_blank", 0, properties(Hidden=True))
            fill(document.Sheets.getByIndex(0), person, answer)
            target = Path(target).resolve()
            document.storeToURL(target.as_uri(), properties(**FILTERS[target.suffix]))
            document.close(True)
    finally:
        process.terminate()
        process.wait()


main(*sys.argv[1:])
