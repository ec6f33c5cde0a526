import threading

lock = threading.Lock()
results = []
total = 0
