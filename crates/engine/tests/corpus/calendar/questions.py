"""Questions about days, months and years."""
import calendar
import datetime
import time

print([year for year in range(1896, 1912) if calendar.isleap(year)], calendar.leapdays(2000, 2025))
print(calendar.monthrange(2024, 2), calendar.monthrange(2023, 2), calendar.weekday(2024, 2, 29))
print(calendar.day_name[0], list(calendar.day_abbr), list(calendar.month_name)[1:4], calendar.month_abbr[12])
print(calendar.monthcalendar(2024, 2))
print(calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.timegm(time.gmtime(1234567890)))
cal = calendar.Calendar(firstweekday=6)
print(list(cal.iterweekdays()), list(cal.itermonthdays(2024, 9)))
print(cal.monthdays2calendar(2024, 9)[0])
print([str(day) for day in calendar.Calendar().itermonthdates(2024, 2)][:3])
print(cal.monthdatescalendar(2024, 1)[0][0] == datetime.date(2023, 12, 31))
print(calendar.MONDAY, calendar.SUNDAY, calendar.firstweekday())
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.monthcalendar(2024, 2)[0])
for make in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9)):
    try:
        make()
    except ValueError as error:
        print(type(error).__name__, error)
