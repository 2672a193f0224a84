"""How to add things, as docs/developing.md says: its own blocks are put into a copy of the program, which is tried."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "developing.md"
_BLOCK = re.compile(r"^```(?:python|toml)\n# (\S+) (new|below: [^\n]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """One block of the page: a new file, or lines to be put below a line of one that is there."""

    file: str
    below: str
    lines: str

    def take(self, copy: Path) -> None:
        """Change the copy."""
        path = copy / self.file
        if not self.below:
            assert not path.exists()
            path.write_text(self.lines, encoding="utf-8")
            return
        before = path.read_text(encoding="utf-8").splitlines(keepends=True)
        places = [number for number, line in enumerate(before) if self.below in line]
        assert len(places) == 1, f"{self.file} has {len(places)} lines with {self.below!r}"
        before.insert(places[0] + 1, self.lines)
        path.write_text("".join(before), encoding="utf-8")


def steps() -> list[Step]:
    found = _BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    return [
        Step(file, where.removeprefix("below:").strip(" ") if where != "new" else "", text)
        for file, where, text in found
    ]


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program in which every step of the page has been taken."""
    copy = tmp_path_factory.mktemp("extended")
    shutil.copytree(ROOT / "resource_mapper", copy / "resource_mapper", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", copy / "resources")
    for step in steps():
        step.take(copy)
    return copy


def run(copy: Path, script: str) -> str:
    """Run a script with the copy; return what it prints."""
    environ = {
        **os.environ,
        "PYTHONPATH": str(copy),
        "QT_QPA_PLATFORM": "offscreen",
        "RESOURCE_MAPPER_DATA_DIR": str(copy / "data"),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", BEGINNING + script],
        cwd=copy,
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


BEGINNING = """
from dataclasses import replace
from pathlib import Path
import pypdfium2
import resource_mapper
assert resource_mapper.__file__.startswith(str(Path.cwd())), "the copy runs"
from resource_mapper.cli import main
from resource_mapper.domain.sample import sample_worksheet
from resource_mapper.storage.document_file import open_document, save_document

sheet = sample_worksheet()
first, *rest = sheet.resources

def save(worksheet):
    save_document(worksheet, Path("a.xlsx"))
    return open_document(Path("a.xlsx")).worksheet

def printed(*options):
    assert main(["print", "a.xlsx", "-o", "a.pdf", *options]) == 0
    pdf = pypdfium2.PdfDocument("a.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return text

def window():
    from resource_mapper import app
    from resource_mapper.ui.asking.dialogs import Dialogs
    from resource_mapper.ui.settings import SettingsStore
    application = app.make_application()
    made = app.make_window(Dialogs(), SettingsStore(Path("data")))
    made.application = application
    made.show()
    made.document.replace(sheet, None, None)
    application.processEvents()
    return made

def close(made):
    made.document.undo_stack.setClean()
    made.close()
    made.application.processEvents()
"""


def test_the_page_has_a_block_for_everything_it_promises() -> None:
    files = [step.file.removeprefix("resource_mapper/") for step in steps()]
    assert files[0] == "domain/lens.py"
    assert {
        "printing/sheets.py",
        "domain/fields.py",
        "storage/importing/synonyms.toml",
        "ui/commands/actions.py",
    } <= set(files)
    headings = re.findall(r"^### … (.+)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(headings) == 5


def test_a_lens(extended: Path) -> None:
    run(
        extended,
        """
sheet = sheet.with_resources([replace(first, frequency="週1回"), *rest])
kept = save(replace(sheet, lens="frequency"))
assert kept.lens == "frequency"
text = printed()
assert "週2回以上" in text and "月1回" in text, "its words make the rows"
assert "週2回以上" not in printed("--lens", "分類")

made = window()
made.actions_by_id["lens_frequency"].trigger()
assert made.document.worksheet.lens == "frequency"
assert [row.row.label for row in made.scene.layout.pages[0].rows][:2] == ["週2回以上", "週1回"]
shortcuts = [keys.toString() for one in made.actions() for keys in one.shortcuts()]
assert len(shortcuts) == len(set(shortcuts)), "no key does two things"
close(made)
""",
    )


def test_a_sheet(extended: Path) -> None:
    run(
        extended,
        """
save(sheet.with_resources([replace(first, place="さくら会館"), replace(rest[0], place="さくら会館"), *rest[1:]]))
text = printed("--sheet", "places")
assert "場所ごとの資源" in text and "さくら会館" in text and f"{first.name}・{rest[0].name}" in text
assert "さくら会館" in printed("--sheet", "places,list", "--mono")

from PySide6.QtWidgets import QCheckBox
from resource_mapper.ui.printing.choices_panel import ChoicesPanel
made = window()
panel = ChoicesPanel(sheet, ("places",))
box = panel.findChild(QCheckBox, "printSheet_places")
assert box.isChecked() and box.text() == "場所ごとの資源"
close(made)
""",
    )


def test_a_column(extended: Path) -> None:
    run(
        extended,
        """
from resource_mapper.domain.resource import Resource
changed = sheet.with_resources([replace(first, steps="手すりあり"), *rest])
assert save(changed).resources == changed.resources
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableView
made = window()
made.document.replace(changed, None, None)
made.selection.set([first.id])
made.application.processEvents()
combo = made.inspector.findChild(QComboBox, "field_steps")
assert combo.currentText() == "手すりあり"
made.actions_by_id["arrange_list"].trigger()
table = made.findChild(QTableView, "resourceList").model()
headings = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())]
assert "段差" in headings
close(made)
""",
    )


def test_an_import_heading(extended: Path) -> None:
    run(
        extended,
        """
Path("b.csv").write_bytes("サロン名,会場,入口の段差\\nひだまり,北公民館,あり\\n".encode("cp932"))
assert main(["import", "b.csv", "-o", "b.xlsx"]) == 0
(card,) = open_document(Path("b.xlsx")).worksheet.resources
assert (card.name, card.place, card.steps) == ("ひだまり", "北公民館", "あり")
""",
    )


def test_an_action(extended: Path) -> None:
    run(
        extended,
        """
made = window()
action = made.actions_by_id["selectNone"]
assert not action.isEnabled(), "nothing is selected"
made.selection.set([first.id])
made.application.processEvents()
action.trigger()
assert made.selection.ids == ()
from PySide6.QtWidgets import QMenu
assert action in made.findChild(QMenu, "editMenu").actions()
assert action.toolTip().startswith("選んでいるカード")
close(made)
""",
    )
