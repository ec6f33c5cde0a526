class Empty:
    def __len__(self):
        return 0


class Never:
    def __bool__(self):
        return False


values = [0, 1, -1, 0.0, "", " ", [], [0], (), (None,), {}, set(), None, True, False, Empty(), Never(), object(), range(0), b""]
print([bool(value) for value in values])
print([not value for value in values].count(True))
print(1 and 2 and 3, 0 or None or [], "" or "default", not None)
