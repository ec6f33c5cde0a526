# Unicode's four normal forms, and names of variables in theirs.
import unicodedata

TEXTS = ["caf\u00e9", "cafe\u0301", "\ufb01n", "\u1e9b\u0323", "\ud55c\uae00", "\u1112\u1161\u11ab", "\u2460\u00b2", "a\u0315\u0300\u05ae\u0300b", "\u212b \u2126", "plain"]
for text in TEXTS:
    print(*[ascii(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")])
    print([unicodedata.is_normalized(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")])


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


print(plain("Žluťoučký kůň, naïve façade, Ångström"))
try:
    unicodedata.normalize("NFX", "é")
except ValueError as error:
    print(error)

ﬁle = "the name is written in its normal form"
print(file, "file" in globals(), "ﬁle" in globals())
