"""What a dict's keys become, and which are refused."""
import json

print(json.dumps({1: "int", 2.5: "float", True: "bool", None: "none", "s": "str", 10**20: "big"}))
print(json.dumps({3: "c", 1: "a", 2: "b"}, sort_keys=True))
print(json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True))
for keys in ({(1, 2): 3}, {b"x": 1}, {frozenset(): 1}):
    try:
        json.dumps(keys)
    except TypeError as error:
        print(error)
    print(json.dumps({**keys, "kept": 1}, skipkeys=True))
try:
    json.dumps({1: 2, "a": 3}, sort_keys=True)
except TypeError as error:
    print(error)
print(json.loads('{"a": 1, "b": 2, "a": 3}'), json.loads('{"": {"": []}}'))
