import argparse

parser = argparse.ArgumentParser(
    prog="server",
    description="A server that serves requests with a pool of worker threads and reports what it did at the end.",
    epilog="See the manual for more.",
)
parser.add_argument("host", help="where to listen")
parser.add_argument("ports", nargs="+", type=int, help="one or more ports")
parser.add_argument("mode", nargs="?", choices=["fast", "safe"], default="safe", help="how (default: %(default)s)")
parser.add_argument("-w", "--workers", type=int, default=4, metavar="N", help="number of worker threads (default: %(default)s)")
parser.add_argument("--timeout", type=float, help="seconds until a request is given up, which is a long text that has to be wrapped over lines")
parser.add_argument("-q", "--quiet", action="store_true", help="say nothing")
parser.add_argument("--a-very-long-option-name", help="its help goes below")
parser.add_argument("--hidden", help=argparse.SUPPRESS)
parser.add_argument("--nohelp")
group = parser.add_argument_group("logging", "What is written where.")
group.add_argument("--log-file", default="-", help="the file")
exclusive = group.add_mutually_exclusive_group()
exclusive.add_argument("--json", action="store_true", help="as JSON")
exclusive.add_argument("--text", action="store_true", help="as text")
parser.add_argument("--version", action="version", version="%(prog)s 1.2")
parser.print_help()
print("-" * 20)
parser.print_usage()
print(parser.format_usage() == "usage: x")
short = argparse.ArgumentParser(prog="short", formatter_class=argparse.ArgumentDefaultsHelpFormatter, add_help=False)
short.add_argument("-n", type=int, default=5, help="a number")
short.add_argument("--on", action="store_true", help="a switch")
short.add_argument("name", help="a name")
short.print_help()
raw = argparse.ArgumentParser(prog="raw", description="line one\n  line two", formatter_class=argparse.RawTextHelpFormatter)
raw.add_argument("-m", help="first\nsecond")
raw.print_help()
required = argparse.ArgumentParser(prog="req", usage="%(prog)s [options]")
one = required.add_mutually_exclusive_group(required=True)
one.add_argument("--up", action="store_true")
one.add_argument("--down", metavar="BY")
required.add_argument("--must", required=True)
required.print_help()
required.usage = None
required.print_usage()
for parsed in (["--version"], ["-h"]):
    try:
        parser.parse_args(parsed)
    except SystemExit as error:
        print("exit", error.code)
for parsed in ([], ["--must", "1"], ["--must", "1", "--up", "--down", "2"]):
    try:
        required.parse_args(parsed)
    except SystemExit as error:
        print("exit", error.code)
