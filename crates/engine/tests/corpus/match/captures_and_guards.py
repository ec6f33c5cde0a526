calls = []


def check(value):
    calls.append(value)
    return value > 10


def run(pair):
    match pair:
        case (x, y) if check(x):
            return f"first {x}"
        case (x, y) if check(y):
            return f"second {y}"
        case (x, y):
            return f"neither {x} {y}"


for pair in ((11, 0), (1, 12), (1, 2)):
    print(run(pair), calls)

# A failed pattern binds nothing; a failed guard does.
x = "before"
match [1, 2]:
    case [x, 3]:
        print("no")
print(x)
match [1, 2]:
    case [x, 2] if False:
        print("no")
print(x)

match (1, (2, 3)):
    case (a, (b, c) as inner) as whole:
        print(a, b, c, inner, whole)

match {"k": [1, 2]}:
    case {"k": [one, two] as both}:
        print(one, two, both)

for command in ("go north", "go south fast", "drop sword shield", "quit", "look"):
    match command.split():
        case ["go", ("north" | "south") as way]:
            print("going", way)
        case ["go", way, *rest]:
            print("going", way, rest)
        case ["drop", *things]:
            for thing in things:
                print("dropping", thing)
        case ["quit" | "exit"]:
            print("bye")
        case [other]:
            print("unknown", other)
