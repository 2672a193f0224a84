"""LibreOffice at work without a screen: Basic written here, run in a profile of its own that is thrown away."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

PROGRAM = "soffice"
TIMEOUT_S = 300

_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" \
library:readonly="false" library:passwordprotected="false">
{modules}
</library:library>
"""
_LIBRARIES = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{kind}.xlb/" \
xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="{name}" script:language="StarBasic">\
{code}</script:module>
"""

_HELPERS = """\
Global Doc As Object
Global Sheet As Object
Global Top As Long

Function Setting(name As String, value) As Object
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = name
  p.Value = value
  Set Setting = p
End Function

Sub OpenBook(url As String, listed As String)
  Doc = StarDesktop.loadComponentFromURL(url, "_blank", 0, Array(Setting("Hidden", True)))
  Sheet = Doc.Sheets.getByName(listed)
  Top = 0
End Sub

Sub SaveBook(url As String)
  Doc.storeToURL(url, Array(Setting("FilterName", "Calc MS Excel 2007 XML")))
  Doc.close(True)
End Sub

Function LastRow() As Long
  Dim c As Object
  c = Sheet.createCursor()
  c.gotoEndOfUsedArea(False)
  LastRow = c.RangeAddress.EndRow
End Function

Function LastColumn() As Long
  Dim n As Long
  n = 0
  Do While Sheet.getCellByPosition(n, Top).String <> ""
    n = n + 1
  Loop
  LastColumn = n - 1
End Function

Function ColumnOf(label As String) As Long
  Dim n As Long
  For n = 0 To LastColumn()
    If Sheet.getCellByPosition(n, Top).String = label Then
      ColumnOf = n
      Exit Function
    End If
  Next n
  Error 9
End Function

Function RowOf(id As String) As Long
  Dim n As Long, c As Long
  c = ColumnOf("ID")
  For n = Top + 1 To LastRow()
    If Sheet.getCellByPosition(c, n).String = id Then
      RowOf = n
      Exit Function
    End If
  Next n
  Error 9
End Function

Function ListRange() As Object
  Set ListRange = Sheet.getCellRangeByPosition(0, Top, LastColumn(), LastRow())
End Function

Function CellAt(id As String, label As String) As Object
  Set CellAt = Sheet.getCellByPosition(ColumnOf(label), RowOf(id))
End Function

Sub CopyRow(id As String)
  Dim source As Object, at As Long
  at = RowOf(id)
  Sheet.Rows.insertByIndex(at + 1, 1)
  source = Sheet.getCellRangeByPosition(0, at, LastColumn(), at).RangeAddress
  Sheet.copyRange(Sheet.getCellByPosition(0, at + 1).CellAddress, source)
End Sub

Sub MoveColumn(label As String, before As String)
  Dim was As Long, wanted As Long, area As Object
  wanted = ColumnOf(before)
  Sheet.Columns.insertByIndex(wanted, 1)
  was = ColumnOf2(label)
  area = Sheet.getCellRangeByPosition(was, 0, was, LastRow()).RangeAddress
  Sheet.moveRange(Sheet.getCellByPosition(wanted, 0).CellAddress, area)
  Sheet.Columns.removeByIndex(was, 1)
End Sub

Function ColumnOf2(label As String) As Long
  Dim n As Long
  For n = 0 To 200
    If Sheet.getCellByPosition(n, Top).String = label Then
      ColumnOf2 = n
      Exit Function
    End If
  Next n
  Error 9
End Function

Sub SortBy(label As String, ascending As Boolean)
  Dim f(0) As New com.sun.star.table.TableSortField
  f(0).Field = ColumnOf(label)
  f(0).IsAscending = ascending
  ListRange().sort(Array(Setting("SortFields", f()), Setting("ContainsHeader", True)))
End Sub

Sub FilterBy(label As String, word As String)
  Dim fields(0) As New com.sun.star.sheet.TableFilterField, d As Object
  fields(0).Field = ColumnOf(label)
  fields(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  fields(0).StringValue = word
  d = ListRange().createFilterDescriptor(True)
  d.ContainsHeader = True
  d.setFilterFields(fields())
  ListRange().filter(d)
End Sub

Sub PutBeside(other As Object, label As String, word As String)
  Dim n As Long
  For n = 0 To 200
    If other.getCellByPosition(0, n).String = label Then
      other.getCellByPosition(1, n).String = word
      Exit Sub
    End If
  Next n
  Error 9
End Sub

Sub Note(path As String, words As String)
  Dim n As Integer
  n = FreeFile
  Open path For Append As #n
  Print #n, words
  Close #n
End Sub
"""


@dataclass(frozen=True, slots=True)
class Job:
    """One workbook to open, what to do with it (Basic, with the helpers above), and where to save it."""

    source: Path
    steps: Sequence[str]
    target: Path


class OfficeError(Exception):
    """LibreOffice did not do as told."""


def is_installed() -> bool:
    """Whether there is a LibreOffice to be driven."""
    return shutil.which(PROGRAM) is not None


def text(words: str) -> str:
    """Return a Basic expression for a text."""
    lines = ('"' + line.replace('"', '""') + '"' for line in words.split("\n"))
    return " & Chr(10) & ".join(lines)


def run_jobs(jobs: Sequence[Job], listed: str) -> None:
    """Open, change and save workbooks in one LibreOffice; `listed` is the sheet that the helpers work on.

    Raises:
        OfficeError: a step failed, or a workbook was not saved.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        modules = {"Helpers": _HELPERS, "Main": _main(len(jobs), log)}
        modules |= {f"Job{number}": _job(job, listed) for number, job in enumerate(jobs)}
        _start(Path(folder) / "profile", "--terminate_after_init")  # makes the profile, over what may be there
        _write_macros(Path(folder) / "profile", modules)
        done = _start(Path(folder) / "profile", "macro:///Standard.Main.Run")
        told = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    if told or not all(job.target.is_file() for job in jobs):
        raise OfficeError(told or done or "nothing was saved")


def _start(profile: Path, order: str) -> str:
    command = [PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", order]
    done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, check=False)
    return done.stderr.decode(errors="replace")


def _main(count: int, log: Path) -> str:
    calls = "".join(
        f"  On Error GoTo Failed{n}\n  Job{n}.Work\n  GoTo Next{n}\n"
        f'Failed{n}:\n  Note({text(str(log))}, "job {n}, line " & Erl & ": " & Error$)\n  Resume Next{n}\nNext{n}:\n'
        for n in range(count)
    )
    return f"Sub Run\n{calls}  StarDesktop.terminate()\nEnd Sub\n"


def _job(job: Job, listed: str) -> str:
    steps = "\n".join(f"  {step}" for step in job.steps)
    return (
        f"Sub Work\n  Dim s As Object, a As Long\n  OpenBook({text(job.source.as_uri())}, {text(listed)})\n{steps}\n"
        f"  SaveBook({text(job.target.as_uri())})\nEnd Sub\n"
    )


def _write_macros(profile: Path, modules: dict[str, str]) -> None:
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    for kind in ("script", "dialog"):
        (library.parent / f"{kind}.xlc").write_text(_LIBRARIES.format(kind=kind), encoding="utf-8")
        names = modules if kind == "script" else ()
        elements = "\n".join(f' <library:element library:name="{name}"/>' for name in names)
        (library / f"{kind}.xlb").write_text(_LIBRARY.format(modules=elements), encoding="utf-8")
    for name, code in modules.items():
        module = _MODULE.format(name=name, code=escape(code))
        (library / f"{name}.xba").write_text(module, encoding="utf-8")
