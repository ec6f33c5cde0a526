import sys
import traceback


def deep(n):
    if n == 0:
        raise KeyError("bottom")
    deep(n - 1)


try:
    deep(2)
except KeyError as error:
    for entry in traceback.extract_tb(error.__traceback__):
        print(entry.lineno, entry.name, entry.line)
    tb = error.__traceback__
    while tb is not None:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    for frame, line in traceback.walk_tb(error.__traceback__):
        print(frame.f_code.co_name, line, frame.f_code.co_firstlineno)
    first = traceback.extract_tb(sys.exc_info()[2], limit=1)[0]
    name, lineno, function, text = first
    print(lineno, function, text)
    print(len(traceback.format_tb(error.__traceback__)))
    print(sys.exc_info()[0], sys.exc_info()[1])


def where():
    stack = traceback.extract_stack()
    return [(entry.name, entry.lineno) for entry in stack]


def caller():
    return where()


print(caller())
print([line.strip().splitlines()[-1] for line in traceback.format_stack()])
print(traceback.format_list([("a.py", 3, "f", "x = 1")]))
