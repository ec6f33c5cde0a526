class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split("."))

    def __lt__(self, other):
        return self.parts < other.parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


versions = [Version(text) for text in ("3.11", "3.9", "3.10.2", "2.7")]
print(sorted(versions), max(versions), min(versions))
print(Version("1.2") > Version("1.1"), Version("1") == Version("1"))
try:
    Version("1") <= Version("2")
except TypeError as error:
    print(error)
