"""dump and load over anything that can write and read."""
import json


class Pipe:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def read(self):
        return self.text


pipe = Pipe()
json.dump({"b": [1, 2], "a": None}, pipe, sort_keys=True, indent=2)
print(pipe.text)
print(json.load(pipe))
print(json.load(pipe, object_hook=lambda d: list(d)))
