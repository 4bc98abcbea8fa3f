"""Numbers as printed: digits, numerals, units, quantities, times; and what is no figure."""
