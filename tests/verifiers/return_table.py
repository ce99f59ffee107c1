"""Tables as superiors send them, and what stands in one that was filled in.

return_table.py make FOLDER      writes the empty tables of tests/fixtures/returns (needs Pillow)
return_table.py differ ONE OTHER  prints the names of the parts in which two files differ, as JSON
return_table.py show FILE.xlsx   prints what the first sheet holds, as JSON
"""

import json
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.datavalidation import DataValidation

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def boxed(sheet, area, **style):
    for row in sheet[area]:
        for cell in row:
            cell.border = BOX
            for name, value in style.items():
                setattr(cell, name, value)


def roster(folder):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名册"
    sheet.merge_cells("A1:I1")
    sheet["A1"] = "2026年党员花名册"
    sheet["A1"].font = Font(size=18, bold=True)
    sheet["A2"], sheet["H2"] = "填报单位：", "填表日期："
    for place, title in {"A3": "序号", "B3": "基本情况", "E3": "入党", "G3": "联系电话", "H3": "年龄", "I3": "补贴"}.items():
        sheet[place] = title
    for place, title in {"B4": "姓  名", "C4": "性别", "D4": "公民身份号码", "E4": "时间", "F4": "转正时间"}.items():
        sheet[place] = title
    for area in ("A3:A4", "B3:D3", "E3:F3", "G3:G4", "H3:H4", "I3:I4"):
        sheet.merge_cells(area)
    for column, number in enumerate(range(1, 10), 1):
        sheet.cell(5, column, number)
    boxed(sheet, "A3:I5", alignment=Alignment(horizontal="center"))
    boxed(sheet, "A6:I7")
    for row in (6, 7):
        sheet.cell(row, 1, row - 5)
        sheet.cell(row, 5).number_format = 'yyyy"年"m"月"d"日"'
        sheet.cell(row, 6).number_format = "yyyy-mm-dd"
        sheet.cell(row, 4).number_format = "@"
        sheet.cell(row, 9, f"=A{row}*100")
    boxed(sheet, "A8:I8")
    sheet.merge_cells("A8:H8")
    sheet["A8"], sheet["I8"] = "合计", "=SUM(I6:I7)"
    sheet["A9"] = "说明：本表一式两份。"
    sexes = DataValidation(type="list", formula1='"男,女"')
    sexes.add("C6:C7")
    sheet.add_data_validation(sexes)
    sheet.print_title_rows = "3:5"
    sheet.print_area = "A1:I9"
    sheet.page_setup.orientation = "landscape"
    sheet.row_dimensions[7].height = 25
    picture = Path(folder) / "picture.png"
    if not picture.exists():
        from PIL import Image as Pixels

        Pixels.new("RGB", (40, 40), "red").save(picture)
    sheet.add_image(Image(picture), "H9")
    other = book.create_sheet("汇总")
    other["A1"] = "=名册!I8"
    book.save(Path(folder) / "roster.xlsx")
    picture.unlink()


def ledger(folder):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    heads = [
        ("基本情况", "社会组织名称", ""), ("基本情况", "从业人员", "总"), ("基本情况", "从业人员", "专"),
        ("基本情况", "从业人员", "兼"), ("党组织设置", "党组织名称", ""), ("党组织设置", "成立时间", ""),
        ("党务队伍", "书记", "姓名"), ("党务队伍", "书记", "来源"), ("党员", "总数", ""), ("党员", "35岁以下", ""),
        ("党员", "女党员占比", ""),
    ]
    sheet["A1"] = "社会组织党组织工作台账"
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
    for column, path in enumerate(heads, 1):
        for row, title in enumerate(path, 2):
            if title and (column == 1 or heads[column - 2][: row - 1] != path[: row - 1]):
                sheet.cell(row, column, title)
        if not path[2]:
            sheet.merge_cells(start_row=3, start_column=column, end_row=4, end_column=column)
    for first, last in ((1, 4), (5, 6), (7, 8), (9, 11)):
        sheet.merge_cells(start_row=2, start_column=first, end_row=2, end_column=last)
    sheet.merge_cells("B3:D3")
    sheet.merge_cells("G3:H3")
    boxed(sheet, "A2:K5")
    sheet["K5"] = "=IF(I5>0,J5/I5,0)"
    book.save(Path(folder) / "ledger.xlsx")


def pictures(path):
    """The rows in which pictures stand, read without the library, which needs another one for them."""
    with zipfile.ZipFile(path) as parts:
        drawings = [parts.read(name).decode() for name in parts.namelist() if "drawings/drawing" in name]
    return [int(row) + 1 for drawing in drawings for row in re.findall(r"<(?:\w+:)?row>(\d+)<", drawing)][:1]


def show(path):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cells = {}
    for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
        cells[cell.coordinate] = str(cell.value)
    borders = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).border.left.style]
    print(json.dumps({
        "cells": cells,
        "kinds": {name: sheet[name].data_type for name in cells},
        "merged": sorted(str(area) for area in sheet.merged_cells.ranges),
        "validations": [str(one.sqref) for one in sheet.data_validations.dataValidation],
        "pictures": pictures(path),
        "print_area": str(sheet.print_area),
        "orientation": sheet.page_setup.orientation,
        "formats": {name: sheet[name].number_format for name in cells},
        "borders": borders,
        "other": str(book.worksheets[-1]["A1"].value),
    }, ensure_ascii=False))


def differ(one, other):
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        names = sorted({*first.namelist(), *second.namelist()})
        both = set(first.namelist()) & set(second.namelist())
        print(json.dumps([name for name in names if name not in both or first.read(name) != second.read(name)]))


if __name__ == "__main__":
    if sys.argv[1] == "differ":
        differ(sys.argv[2], sys.argv[3])
    elif sys.argv[1] == "make":
        roster(sys.argv[2])
        ledger(sys.argv[2])
    else:
        show(sys.argv[2])
