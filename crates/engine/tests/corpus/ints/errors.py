for action in (
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1 / 0,
    lambda: divmod(1, 0),
    lambda: 0**-1,
    lambda: int("a"),
    lambda: int("", 10),
    lambda: int("9", 8),
    lambda: 1 << -1,
    lambda: int(None),
    lambda: int([]),
    lambda: float(10**400),
    lambda: "5" + 5,
    lambda: int(float("inf")),
    lambda: int(float("nan")),
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
