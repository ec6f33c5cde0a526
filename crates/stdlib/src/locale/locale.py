"""`locale`: the C locale with UTF-8 text, the only one that the machine has.
"""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    __module__ = "locale"


_names = ("C", "POSIX", "C.UTF-8", "C.utf8")


def setlocale(category, locale=None):
    if locale is None:
        return "C.UTF-8"
    if isinstance(locale, (tuple, list)):
        locale = ".".join([part for part in locale if part]) or "C"
    if locale == "":
        return "C.UTF-8"
    if locale not in _names:
        raise Error("unsupported locale setting")
    return locale


def getlocale(category=LC_CTYPE):
    return ("en_US", "UTF-8") if category in (LC_CTYPE, LC_ALL) else (None, None)


getdefaultlocale = getlocale


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def getencoding():
    return "UTF-8"


def resetlocale(category=LC_ALL):
    pass


def normalize(localename):
    return localename


def localeconv():
    texts = ("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep")
    texts += ("positive_sign", "negative_sign")
    numbers = ("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes")
    numbers += ("n_sep_by_space", "p_sign_posn", "n_sign_posn")
    conv = {"decimal_point": ".", "thousands_sep": "", "grouping": [], "mon_grouping": []}
    conv.update({name: "" for name in texts})
    conv.update({name: CHAR_MAX for name in numbers})
    return conv


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return "%.12g" % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def strcoll(os1, os2, /):
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    return string
