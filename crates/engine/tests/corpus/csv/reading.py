"""csv.reader and DictReader: quoting, delimiters, line numbers, errors."""
import csv
import io

text = 'name,age,note\nAnn,31,"likes ""tea"", a lot"\nBob,,"two\nlines"\n\nCy,5\n'
for row in csv.reader(io.StringIO(text, newline="")):
    print(row)
for row in csv.DictReader(io.StringIO(text, newline=""), restval="?"):
    print(row)
print(list(csv.DictReader(["1,2,3"], fieldnames=["a", "b"], restkey="more")))
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], "excel-tab")))
print(list(csv.reader(["a, b,  c"], skipinitialspace=True)), list(csv.reader(["a\\,b,c"], escapechar="\\")))
print(list(csv.reader(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['"a",b'], quoting=csv.QUOTE_NONE)))
print(list(csv.reader(['a"b,"c"d'])), list(csv.reader(["", "x", ""])), list(csv.reader([])))
reader = csv.reader(['a,"b', 'c",d', "e"])
print(next(reader), reader.line_num, next(reader), reader.line_num, next(reader, "over"), reader.dialect.delimiter)
with open("table.csv", "w", newline="") as file:
    file.write("x,y\n1,2\n3,4\n")
with open("table.csv", newline="") as file:
    rows = list(csv.DictReader(file))
    print(rows, sum(int(row["x"]) * int(row["y"]) for row in rows))
for make in (
    lambda: next(csv.reader([b"a"])),
    lambda: csv.reader(["a"], delimiter=",,"),
    lambda: csv.reader(["a"], "no-such"),
    lambda: list(csv.reader(['"a'], strict=True)),
    lambda: list(csv.reader(['"a"b'], strict=True)),
    lambda: list(csv.reader(["a\rb"])),
    lambda: csv.reader(5),
    lambda: csv.reader(["a"], nope=1),
):
    try:
        print(make())
    except (csv.Error, TypeError) as error:
        print(type(error).__name__, error)
