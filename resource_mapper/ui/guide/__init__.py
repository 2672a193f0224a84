"""使い方: the guide that comes with the program, read offline."""
