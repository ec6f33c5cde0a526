def returns():
    try:
        return "try"
    finally:
        print("finally runs")


def overrides():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def in_loop():
    for n in range(5):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            print("body", n)
        finally:
            print("finally", n)
    else:
        print("no else")
    return n


def break_in_finally():
    while True:
        try:
            1 / 0
        finally:
            break
    return "out"


def nested():
    try:
        try:
            return "inner"
        finally:
            print("inner finally")
    finally:
        print("outer finally")


def all_parts(value):
    try:
        print("try", 10 // value)
    except ZeroDivisionError:
        print("except")
        return "from except"
    else:
        print("else")
        return "from else"
    finally:
        print("finally")


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


print(returns(), overrides(), swallows(), in_loop(), break_in_finally(), nested(), all_parts(1), all_parts(0), value_kept())
for n in range(3):
    if n == 5:
        break
else:
    print("for else")
n = 0
while n < 3:
    n += 1
    if n == 2:
        break
else:
    print("never")
while n < 3:
    n += 1
else:
    print("while else", n)
for n in []:
    pass
else:
    print("empty else")
