"""Months and years as text."""
import calendar

print(calendar.month(2024, 2))
print(calendar.month(2026, 1, w=3))
calendar.prmonth(2023, 10)
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2024, 7))
print(calendar.calendar(2024, m=4))
print(calendar.weekheader(3))
