"""The environment as a mapping of texts."""
import os

os.environ["TEA"] = "green"
print(os.environ["TEA"], os.environ.get("TEA"), os.getenv("TEA"), "TEA" in os.environ, os.getenv("NO_TEA"), os.getenv("NO_TEA", "none"))
os.environ.setdefault("TEA", "black")
os.environ.setdefault("MILK", "0")
os.environ.update({"SUGAR": "2"}, CUP="big")
print(os.environ["TEA"], int(os.environ.get("MILK")), os.environ.pop("SUGAR"), os.environ.pop("SUGAR", "no more"), os.environ["CUP"])
print(sorted(key for key in os.environ if key in ("TEA", "MILK", "CUP")), len(os.environ) == len(list(os.environ)))
copy = os.environ.copy()
copy["TEA"] = "white"
print(type(copy), os.environ["TEA"], {**os.environ, "TEA": "red"}["TEA"], dict(os.environ)["TEA"])
print([value for key, value in os.environ.items() if key == "TEA"], "TEA" in os.environ.keys(), type(os.environ).__name__)
del os.environ["TEA"]
for make in (
    lambda: os.environ["TEA"],
    lambda: os.environ.__setitem__("X", 5),
    lambda: os.environ.__setitem__(5, "x"),
    lambda: os.getenv(5),
    lambda: os.environ.pop("TEA"),
    lambda: os.environ.__delitem__("TEA"),
):
    try:
        print(make())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
