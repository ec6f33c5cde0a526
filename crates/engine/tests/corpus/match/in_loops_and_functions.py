def first_even(items):
    for item in items:
        match item:
            case int(n) if n % 2:
                continue
            case int(n):
                return n
            case None:
                break
    else:
        return "exhausted"
    return "stopped"


print(first_even([1, 3, 4]))
print(first_even([1, None, 4]))
print(first_even([1, 3]))


def generate(items):
    for item in items:
        match item:
            case (name, count):
                yield from [name] * count
            case str():
                yield item.upper()


print(list(generate([("a", 2), "b", 3, ("c", 1)])))


class Machine:
    match 3:
        case n:
            size = n * 2

    def step(self, event):
        match event:
            case {"type": "start"}:
                self.state = "running"
            case {"type": "stop", "code": code}:
                self.state = f"stopped {code}"
        return self.state


machine = Machine()
print(machine.size, machine.n, machine.step({"type": "start"}), machine.step({"type": "stop", "code": 3}))


def closure(value):
    match value:
        case [a, *b]:
            return lambda: (a, b)


print(closure([1, 2, 3])())
match = "a name still"
case = 1
_ = 2
print(match, case, _)
