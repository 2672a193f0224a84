"""What is no list is refused in words."""

import pytest

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.storage.importing.list_import import import_list


@pytest.mark.parametrize(
    "rows",
    [
        [["都道府県", "保険者", "計", "65歳以上"], ["北海道", "札幌市", "556069", "1"]],
        [["市町村名", "人口", "高齢化率"], ["高野町", "3000", "40%"]],
        [["施設名", "4月", "5月"], ["1", "20", "30"], ["2", "20", "30"]],
        [["#property", "lunchDay", "menuName", "foodName"], ["1", "4/10", "カレー", "米"]],
        [["日付", "料理名", "食品名", "数量"], ["4/10", "カレー", "米", "60"]],
        [["氏名", "住所", "電話番号"], ["山田", "本町", "03-1"]],
        [["さくら会", "公民館"], ["うめ会", "集会所"]],
        [["名称", "さくらサロン"], ["住所", "本町1"], ["電話番号", "03"], ["曜日", "月"]],
        [["a", "b", "c"], ["1", "2", "3"]],
        [],
    ],
)
def test_no_list_of_names(imported, rows):
    with pytest.raises(UserFacingError) as caught:
        imported(rows)
    text = str(caught.value)
    assert "名前の一覧が見つかりませんでした" in text or "空（0バイト）" in text
    assert "ファイルは変更していません。" in text


def test_headings_without_names(imported):
    with pytest.raises(UserFacingError, match="「施設名」の見出しがありますが、取り込める行が"):
        imported([["施設名", "住所"], ["", "本町"]])


def test_missing_file(tmp_path):
    with pytest.raises(UserFacingError, match=r"「ない\.csv」が見つかりません"):
        import_list(tmp_path / "ない.csv")
