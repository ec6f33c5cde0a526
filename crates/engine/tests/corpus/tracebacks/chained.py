def load(key):
    try:
        return {}[key]
    except KeyError as error:
        raise ValueError(f"no entry {key!r}") from error


load("x")
