import queue

items = queue.PriorityQueue()
items.put((1, {"name": "a"}))
items.put((1, {"name": "b"}))
