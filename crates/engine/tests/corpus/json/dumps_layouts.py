"""Every layout of dumps: compact, indented, sorted, with separators, as plain text."""
import json

data = {
    "name": "pool-1",
    "workers": [{"id": 1, "busy": True}, {"id": 2, "busy": False}],
    "limits": {"timeout": 2.5, "retries": None, "big": 10**30},
    "empty": [[], {}, [[]]],
    "pair": (1, "two"),
}
for options in (
    {},
    {"indent": 2},
    {"indent": 0},
    {"indent": "--"},
    {"indent": 4, "sort_keys": True},
    {"separators": (",", ":")},
    {"indent": 1, "separators": (", ", " = ")},
):
    print(options)
    print(json.dumps(data, **options))
for value in (True, None, 3, -2.5, 1e100, -0.0, "x", [], {}, (), float("nan"), [float("inf"), -float("inf")]):
    print(json.dumps(value))
