import argparse

parser = argparse.ArgumentParser(prog="tool", description="Does things.")
parser.add_argument("source")
parser.add_argument("rest", nargs="*", default=["none"])
parser.add_argument("-n", "--count", type=int, default=3, help="how many")
parser.add_argument("-v", "--verbose", action="store_true")
parser.add_argument("--no-color", dest="color", action="store_false")
parser.add_argument("-x", action="count", default=0)
parser.add_argument("--level", choices=["low", "high"], default="low")
parser.add_argument("--item", action="append")
parser.add_argument("--pair", nargs=2, type=float, metavar=("A", "B"))
parser.add_argument("--opt", nargs="?", const="const", default="default")
parser.add_argument("--many", nargs="+", type=int)
parser.add_argument("--flag", action=argparse.BooleanOptionalAction, default=None)
parser.add_argument("--const", action="store_const", const=42)
parser.add_argument("--ext", action="extend", nargs="+")
for line in (
    "a",
    "a b c -n 5 -v",
    "a --count=7 -xxx --no-color",
    "a --level high --item 1 --item 2",
    "--pair 1 2 a",
    "a --opt",
    "a --opt value --many 1 2 3",
    "-n5 a --flag --const",
    "a --no-flag --ext x y --ext z",
    "a -- -b --c",
    "--verb a -vxn 2",
    "a -1 -2.5",
):
    print(parser.parse_args(line.split()))
args = parser.parse_args(["src"])
print(args.source, args.count, vars(args)["level"], "count" in args, args == parser.parse_args(["src"]))
known, unknown = parser.parse_known_args(["a", "--unknown", "1", "-v"])
print(known.verbose, unknown, known.rest)
print(argparse.Namespace(a=1, b="x"), parser.get_default("count"))
parser.set_defaults(count=9, extra="more")
print(parser.parse_args(["a"]).count, parser.parse_args(["a"]).extra)
for line in (
    "", "a --count x", "a --level mid", "a --bogus", "a --pair 1", "a -n", "a --verbose=1", "a --no", "a --many", "a --c",
):
    try:
        parser.parse_args(line.split())
    except SystemExit as error:
        print("exit", error.code, "for", repr(line))
