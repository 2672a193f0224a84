"""The sheets that are made as PDF at once, from the menu."""

from pathlib import Path

from resource_mapper.ui.window.main_window import MainWindow
from tests.helpers import desk
from tests.helpers.documents import change
from tests.helpers.factories import make_resource, make_worksheet
from tests.helpers.fake_dialogs import FakeDialogs
from tests.helpers.pdf import read_pdf
from tests.ui.conftest import Do


class TestPdf:
    """PDFs of the sheet."""

    def test_the_worksheet(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        path = opened.with_name("出力.pdf")
        dialogs.will_save(path)
        do("exportPdf")
        assert dialogs.said[0].path == opened.with_name("○○市 第3回_資源ワークシート.pdf")
        assert "いきいきサロン" in read_pdf(path.read_bytes()).texts[0]
        (told,) = [said for said in dialogs.said if said.kind == "tell"]
        assert "出力.pdf" in told.text
        assert "A3" in told.details
        assert not window.document.is_dirty
        assert window.document.path == opened

    def test_it_prints_what_is_on_the_screen(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        change(window)
        window.document.edit("名前", make_worksheet(make_resource("まだ保存していない会")))
        path = opened.with_name("a.pdf")
        dialogs.will_save(path)
        do("exportPdf")
        assert "まだ保存していない会" in read_pdf(path.read_bytes()).texts[0]

    def test_the_blank_sheet(self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path) -> None:
        path = opened.with_name("白紙.pdf")
        dialogs.will_save(path)
        do("exportBlank")
        assert dialogs.said[0].path == opened.with_name("○○市 第3回_記入用シート.pdf")
        text = read_pdf(path.read_bytes()).texts[0]
        assert "いきいきサロン" not in text
        assert "介護サービス" in text

    def test_what_will_not_print_as_it_stands_is_told_first(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, tmp_path: Path
    ) -> None:
        long = make_resource("とても長い名前の" * 30)
        desk.show(window, make_worksheet(long, make_resource("絵文字\U0001f600の会")))
        dialogs.will_agree(False)
        do("exportPdf")
        (asked,) = dialogs.said
        assert "\U0001f600" in asked.details
        assert long.name in asked.details
        dialogs.will_agree(True)
        dialogs.will_save(tmp_path / "a.pdf")
        do("exportPdf")
        assert (tmp_path / "a.pdf").stat().st_size > 1000

    def test_thinking_better_of_it_writes_nothing(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        dialogs.will_save(None)
        do("exportPdf")
        assert [path.name for path in opened.parent.iterdir() if path.suffix == ".pdf"] == []
        assert dialogs.texts("tell") == []

    def test_a_place_that_cannot_be_written_is_told(
        self, window: MainWindow, dialogs: FakeDialogs, do: Do, opened: Path
    ) -> None:
        dialogs.will_save(opened.with_name("ない") / "a.pdf")
        do("exportPdf")
        assert "保存できませんでした" in dialogs.texts("warn")[0]
        assert dialogs.texts("tell") == []
