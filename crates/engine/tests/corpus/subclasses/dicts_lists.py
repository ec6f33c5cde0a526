class Counter(dict):
    def __missing__(self, key): return 0
    def add(self, key): self[key] += 1
c = Counter(); [c.add(x) for x in "hello"]; print(c, c["zzz"], c.get("zzz"), len(c), sorted(c), type(c.copy()).__name__, c == {"h": 1, "e": 1, "l": 2, "o": 1}, isinstance(c, dict), dict(c), {**c}, list(c.items()), "h" in c)
class Strict(dict):
    def __setitem__(self, key, value):
        if not isinstance(key, str): raise TypeError("str keys only")
        super().__setitem__(key, value)
    def __getitem__(self, key): return super().__getitem__(key.lower())
    def __delitem__(self, key): print("del", key); super().__delitem__(key)
    def __contains__(self, key): return super().__contains__(key.lower())
    def update(self, *args, **kwargs):
        for k, v in dict(*args, **kwargs).items(): self[k] = v
s = Strict(a=1); s["b"] = 2; s.update({"c": 3}, d=4); print(s["A"], "B" in s, s.get("A"), s); del s["b"]
try: s[1] = 2
except TypeError as error: print(error)
class Attr(dict):
    def __getattr__(self, name):
        try: return self[name]
        except KeyError: raise AttributeError(name) from None
    def __setattr__(self, name, value): self[name] = value
    def __delattr__(self, name): del self[name]
a = Attr(x=1); a.y = 2; print(a, a.x, a.y, a["y"], hasattr(a, "z"), getattr(a, "z", "none")); del a.x; print(a)
class Stack(list):
    def push(self, item): self.append(item); return self
    def peek(self): return self[-1]
    def __repr__(self): return f"Stack{super().__repr__()}"
    def __len__(self): return super().__len__()
st = Stack([1]); st.push(2).push(3); print(st, st.peek(), len(st), st[0], st[:2], type(st[:2]).__name__, list(st), st + [4], [0] + st, sum(st), max(st), st == [1, 2, 3], bool(Stack()), reversed(st).__class__.__name__, [x for x in st], sorted(st, reverse=True), st.index(2), st.pop(), st, f"{st}", str(st))
class Logged(list):
    def append(self, item): print("append", item); super().append(item)
    def __setitem__(self, i, v): print("set", i, v); super().__setitem__(i, v)
    def __iter__(self): print("iter"); return super().__iter__()
    def __contains__(self, x): print("in?"); return super().__contains__(x)
    def __eq__(self, o): print("eq"); return super().__eq__(o)
    def __iadd__(self, o): print("iadd"); return super().__iadd__(o)
    def __getitem__(self, i): print("get", i); return super().__getitem__(i)
l = Logged([1, 2]); l.append(3); l[0] = 9; print(l[1:], 9 in l, l == [9, 2, 3], [x for x in l]); l += [7]; print(l, type(l).__name__, len(l))
class Default(dict):
    def __init__(self, factory, *args, **kw):
        super().__init__(*args, **kw); self.factory = factory
    def __missing__(self, key):
        self[key] = value = self.factory(); return value
d = Default(list, k=[0]); d["a"].append(1); d["k"].append(2); print(d, d.factory is list, d.__dict__, d.keys(), d.pop("a"), d.setdefault("q", 5), list(d))
