"""Pictures of Excelとの行き来."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage

from docs.pictures.studio import Studio
from docs.pictures.town import town
from resource_mapper.domain.worksheet import Worksheet
from resource_mapper.storage.document_file import save_document

THEIR_LIST = (
    "令和8年度 サロン一覧,,,\n"
    "サロン名,会場,開催日,連絡先\n"
    "ひだまりサロン,北公民館,毎週月曜,000-1111\n"
    "ふれあい会食会,南集会所,第1水曜,000-2222\n"
    ",東会館,毎週金曜,\n"
    "歌声サロン,東会館,第3土曜,000-3333\n"
)


def list_view(studio: Studio) -> QImage:
    """一覧."""
    studio.show(town())
    studio.do("arrange_list")
    return studio.whole_window()


def both(studio: Studio) -> QImage:
    """シートと一覧."""
    studio.show(town(), "いきいきサロン")
    studio.do("arrange_both")
    return studio.whole_window()


def importing(studio: Studio) -> QImage:
    """一覧を取り込む with a list as a town has it."""
    path = studio.folder / "サロン一覧.csv"
    path.write_bytes(THEIR_LIST.encode("cp932"))
    studio.dialogs.files = [path]
    studio.show(town())
    return studio.of_dialog(lambda: studio.do("importList"))


def merging(studio: Studio) -> QImage:
    """ほかのワークシートを統合, two fields differ."""
    studio.show(town())
    studio.dialogs.files = [_theirs(studio, town())]
    return studio.of_dialog(lambda: studio.do("mergeFiles"))


def _theirs(studio: Studio, sheet: Worksheet) -> Path:
    changed = {
        "いきいきサロン": {"schedule": "毎週木曜 10:00", "fee": "100円"},
        "認知症カフェ": {"place": "さくら会館"},
    }
    path = studio.folder / "南地区.xlsx"
    cards = [replace(card, **changed.get(card.name, {})) for card in sheet.resources]  # type: ignore[arg-type]
    save_document(sheet.with_resources(cards), path)
    return path


SCENES = {"list": list_view, "both": both, "import": importing, "merge": merging}
