class Box:
    def __init__(self, value):
        self.value = value


data = {"a": [1, {"b": None}]}
box = Box(data)


def attempt(n):
    if n == 0:
        return box.value["a"][1]["b"]["c"]
    if n == 1:
        return (1 + 2) * len(box.value["a"]) / (3 - 3) + 1
    if n == 2:
        return box.value.missing.deeper
    if n == 3:
        return max(data["a"], key=lambda item: item["x"])
    if n == 4:
        x = y = None
        x.attribute = 5
    if n == 5:
        data["zz"]["k"] = 1
    if n == 6:
        del data["a"][7]
    if n == 7:
        return not data["a"][0].real.imag.nothing
    if n == 8:
        a, b, c = data["a"]
    if n == 9:
        for z in 5: pass
    if n == 10:
        return f"{data['a']:>5} and {box}"
    if n == 11:
        assert data == {}, f"data is {data}"
    if n == 12:
        return [i for i in range(3) if i / (i - 1)]
    if n == 13:
        data["a"] += 5
    if n == 14:
        return -"text"
    if n == 15:
        return 1 < "a" < 2
    if n == 16:
        with 5 as w: pass
    if n == 17:
        return 5 in 7
    if n == 18:
        raise ValueError("x") from KeyError("y")


import traceback
for n in range(19):
    try:
        attempt(n)
    except Exception:
        print(traceback.format_exc())
