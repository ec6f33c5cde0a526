# Modules beside the script that are no Python: each import fails, the script goes on.
import traceback

try:
    import unclosed
except SyntaxError as error:
    print(type(error).__name__, error.msg, error.lineno, error.offset, repr(error.text))

try:
    import indented
except IndentationError as error:
    print("".join(traceback.format_exception_only(error)), end="")

try:
    import declared
except SyntaxError as error:
    print(error, error.text, error.end_offset)

import unclosed
