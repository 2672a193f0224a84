"""What a resource, a worksheet, a lens and a gap are; edits as pure functions. No Qt, no files."""
