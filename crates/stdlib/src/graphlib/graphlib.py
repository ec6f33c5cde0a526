"""graphlib: nodes in an order that respects what they depend on."""


class CycleError(ValueError):
    pass


_OUT, _DONE = -1, -2


class _Node:
    __slots__ = ("node", "waiting", "followers")

    def __init__(self, node):
        self.node = node
        self.waiting = 0
        self.followers = []


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _info(self, node):
        if node not in self._nodes:
            self._nodes[node] = _Node(node)
        return self._nodes[node]

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        info = self._info(node)
        info.waiting += len(predecessors)
        for predecessor in predecessors:
            self._info(predecessor).followers.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [info.node for info in self._nodes.values() if info.waiting == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for node in result:
            self._nodes[node].waiting = _OUT
        self._ready.clear()
        self._given += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if info.waiting != _OUT:
                if info.waiting >= 0:
                    raise ValueError(f"node {node!r} was not passed out (still not ready)")
                raise ValueError(f"node {node!r} was already marked done")
            info.waiting = _DONE
            for follower in info.followers:
                other = self._nodes[follower]
                other.waiting -= 1
                if other.waiting == 0:
                    self._ready.append(follower)
            self._finished += 1

    def _find_cycle(self):
        seen, path, where, pending = set(), [], {}, []
        for node in self._nodes:
            if node in seen:
                continue
            while True:
                if node in seen:
                    if node in where:
                        return path[where[node]:] + [node]
                else:
                    seen.add(node)
                    pending.append(iter(self._nodes[node].followers))
                    where[node] = len(path)
                    path.append(node)
                while path:
                    following = next(pending[-1], pending)
                    if following is not pending:
                        node = following
                        break
                    del where[path.pop()]
                    pending.pop()
                else:
                    break
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
