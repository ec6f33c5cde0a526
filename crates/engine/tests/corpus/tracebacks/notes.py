class Custom(Exception):
    def __str__(self):
        return "custom\nwith two lines"


try:
    try:
        raise Custom("x")
    except Custom as error:
        error.add_note("first note")
        error.add_note("second\nnote of two lines")
        raise
except Custom as error:
    error.__notes__.append("third")
    raise RuntimeError("outer") from error
