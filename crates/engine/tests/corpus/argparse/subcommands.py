import argparse


def even(text):
    number = int(text)
    if number % 2:
        raise argparse.ArgumentTypeError(f"{number} is not even")
    return number


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [value.upper() for value in values])


def add(args):
    return f"add {args.name} x{args.times}"


def remove(args):
    return f"remove {args.names} force={args.force}"


parser = argparse.ArgumentParser(prog="app")
parser.add_argument("--debug", action="store_true", help="be loud")
commands = parser.add_subparsers(dest="command", required=True, help="what to do", metavar="COMMAND")
adding = commands.add_parser("add", help="add a thing", aliases=["a"])
adding.add_argument("name")
adding.add_argument("--times", type=even, default=2)
adding.set_defaults(func=add)
removing = commands.add_parser("remove", help="remove things", description="Removes.")
removing.add_argument("names", nargs="+", action=Upper)
removing.add_argument("-f", "--force", action="store_true")
removing.set_defaults(func=remove)
for line in ("add x", "--debug add x --times 4", "a y", "remove p q -f"):
    args = parser.parse_args(line.split())
    print(args.command, args.debug, args.func(args))
parser.print_help()
removing.print_help()
for line in ("", "bogus", "add", "add x --times 3", "add x --bogus"):
    try:
        parser.parse_args(line.split())
    except SystemExit as error:
        print("exit", error.code, repr(line))
base = argparse.ArgumentParser(add_help=False)
base.add_argument("--config", default="c.ini")
child = argparse.ArgumentParser(prog="child", parents=[base])
child.add_argument("--extra", nargs=argparse.REMAINDER)
print(child.parse_args(["--config", "x", "--extra", "-a", "b"]))
quiet = argparse.ArgumentParser(prog="quiet", exit_on_error=False)
quiet.add_argument("--n", type=int)
try:
    quiet.parse_args(["--n", "x"])
except argparse.ArgumentError as error:
    print(error, "|", error.argument_name)
try:
    quiet.add_argument("--n")
except argparse.ArgumentError as error:
    print(error)
