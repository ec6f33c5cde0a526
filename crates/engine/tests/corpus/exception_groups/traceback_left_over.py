try:
    raise ExceptionGroup("several", [ValueError(1), TypeError(2), ExceptionGroup("deep", [ValueError(3), OSError(4)])])
except* ValueError as group:
    print("handled", group)
except* TypeError:
    raise KeyError("while handling types")
