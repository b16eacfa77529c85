"""How large a file may be, before and after it is unpacked."""

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 500
# 200,000 rows of 30 columns; a sheet is held in memory as a full rectangle of cells.
MOST_CELLS = 6_000_000
MOST_ENTRIES = 2_000
MOST_UNPACKED_BYTES = 400 * 1024 * 1024
LONGEST_CELL = 2_000
# Cells may all point to one long text, which takes its full length for each of them.
MOST_LONG_TEXT = 20_000_000
