"""資源一覧: the table on the same data, a full alternative to the canvas."""
