"""The archive by date: years of months, months of days."""
