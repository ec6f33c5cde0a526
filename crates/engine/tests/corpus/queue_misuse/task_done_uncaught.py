import queue

items = queue.Queue()
items.put(1)
items.get()
items.task_done()
items.task_done()
