"""glob and fnmatch: shell patterns against files and names."""
import fnmatch
import glob
import os

os.makedirs("g/one/two")
for name in ("g/a.txt", "g/b.txt", "g/c.md", "g/.hidden.txt", "g/one/d.txt", "g/one/two/e.txt", "g/[x].txt"):
    open(name, "w").close()
print(sorted(glob.glob("g/*.txt")), sorted(glob.glob("g/*")), glob.glob("g/none*"), glob.glob("g/a.txt"))
print(sorted(glob.glob("g/**/*.txt", recursive=True)), sorted(glob.glob("g/*/*.txt")), sorted(glob.glob("g/**", recursive=True)))
print(sorted(glob.glob("*.txt", root_dir="g")), sorted(glob.iglob("g/?.txt")), sorted(glob.glob("g/[ab].*")), sorted(glob.glob("g/[!ab].*")))
print(glob.glob(glob.escape("g/[x].txt")), glob.escape("a*b?[c]"), sorted(glob.glob("g/.*")), glob.has_magic("a*"), sorted(glob.glob("g/*/")))
print(sorted(glob.glob(os.path.join("g", "one", "*"))), len(glob.glob("g/*.*", include_hidden=True)))
for name, pattern in (("a.txt", "*.txt"), ("A.TXT", "*.txt"), ("abc", "a?c"), ("abc", "a[!b]c"), ("x", "[a-z]"), ("", "*"), ("a", ""), ("a]b", "a[]]b")):
    print(name, pattern, fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name, pattern))
print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch.translate("*.py"), fnmatch.translate("a*b*c"), fnmatch.translate("[!a]?"))
for root, _, names in os.walk("g", topdown=False):
    for name in names:
        os.remove(os.path.join(root, name))
    os.rmdir(root)
