"""locale and gettext where nothing is translated."""
import gettext
import locale

print(locale.setlocale(locale.LC_ALL, "C"), locale.localeconv()["decimal_point"], repr(locale.localeconv()["thousands_sep"]))
print(locale.format_string("%d items, %.2f", (3, 1.5)), locale.str(2.5), locale.atof("1.25"), locale.atoi("42"))
print(sorted(["b", "a", "C"], key=locale.strxfrm), locale.strcoll("a", "b") < 0)
try:
    locale.setlocale(locale.LC_ALL, "xx_YY")
except locale.Error as error:
    print(error)
_ = gettext.gettext
print(_("hello"), gettext.ngettext("%d file", "%d files", 1) % 1, gettext.ngettext("%d file", "%d files", 2) % 2)
translation = gettext.translation("none", fallback=True)
print(translation.gettext("word"), type(translation).__name__)
try:
    gettext.translation("none")
except FileNotFoundError as error:
    print(error)
