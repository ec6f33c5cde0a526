from graphlib import CycleError, TopologicalSorter

graph = {"D": ["B", "C"], "C": ["A"], "B": ["A"], "E": []}
print(list(TopologicalSorter(graph).static_order()))
sorter = TopologicalSorter()
sorter.add("deploy", "test", "build")
sorter.add("test", "build")
sorter.add("build", "fetch")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready)
    sorter.done(*ready)
print(bool(sorter))
try:
    TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare()
except CycleError as error:
    print(error.args[0], error.args[1])
again = TopologicalSorter({"a": ["b"]})
for call in (lambda: again.get_ready(), lambda: again.is_active(), lambda: again.done("a")):
    try:
        call()
    except ValueError as error:
        print(error)
again.prepare()
for call in (lambda: again.prepare(), lambda: again.add("c"), lambda: again.done("a"), lambda: again.done("zzz")):
    try:
        call()
    except ValueError as error:
        print(error)
again.get_ready()
again.done("b")
try:
    again.done("b")
except ValueError as error:
    print(error)
