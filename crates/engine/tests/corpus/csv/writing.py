"""csv.writer and DictWriter: what is quoted, and how."""
import csv
import io


def shown(rows, **options):
    out = io.StringIO(newline="")
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


rows = [["a", 1, 2.5, None, True], ["with, comma", 'with "quotes"', "two\nlines", "", " space "], [], [""], ["x"]]
print(repr(shown(rows)))
print(repr(shown(rows[:2], quoting=csv.QUOTE_ALL)), repr(shown(rows[:2], quoting=csv.QUOTE_NONNUMERIC)))
print(repr(shown([["a,b", "c"]], quoting=csv.QUOTE_NONE, escapechar="\\")), repr(shown(rows[:2], delimiter=";", lineterminator="\n")))
print(repr(shown([['q"q']], doublequote=False, escapechar="\\")), repr(shown([["it's"]], quotechar="'")))
print(repr(shown(rows[:1], dialect="unix")), repr(shown(rows[:1], dialect="excel-tab")))
out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["name", "age"], restval="-", lineterminator="\n")
print(writer.writeheader(), writer.writerow({"name": "Ann", "age": 3}), writer.writerows([{"name": "Bob"}, {"age": 4}]))
print(repr(out.getvalue()))
ignoring = csv.DictWriter(out, ["a"], extrasaction="ignore")
ignoring.writerow({"a": 1, "b": 2})


class Pipes(csv.Dialect):
    delimiter = "|"
    quotechar = "'"
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


csv.register_dialect("pipes", Pipes)
csv.register_dialect("spaces", delimiter=" ", lineterminator="!")
print(repr(shown([["a|b", "c"]], dialect="pipes")), repr(shown([["a b", "c"]], dialect="spaces")), repr(shown([[1, 2]], dialect=Pipes)))
print(csv.list_dialects(), csv.get_dialect("pipes").delimiter, csv.field_size_limit())
csv.unregister_dialect("pipes")
for make in (
    lambda: shown([["a,b"]], quoting=csv.QUOTE_NONE),
    lambda: shown([5]),
    lambda: shown([[1]], delimiter=""),
    lambda: csv.get_dialect("pipes"),
    lambda: csv.DictWriter(out, ["a"]).writerow({"b": 1}),
    lambda: csv.writer("no file"),
    lambda: csv.DictWriter(out, ["a"], extrasaction="x"),
):
    try:
        print(make())
    except (csv.Error, TypeError, ValueError) as error:
        print(type(error).__name__, error)
with open("out.csv", "w", newline="") as file:
    csv.writer(file).writerow(["x", "y, z"])
print(open("out.csv", newline="").read().encode())
