"""Several districts' worksheets into one, and one district into a worksheet of its own."""
