"""Excel, CSV and ZIP in and out, safe saving, recovery. No Qt, no layout."""
