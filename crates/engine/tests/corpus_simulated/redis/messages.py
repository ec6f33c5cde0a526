import threading
import time

import redis

store = redis.Redis(decode_responses=True)
ears = store.pubsub()
ears.subscribe("news")
ears.psubscribe("log.*")
print(ears.get_message(), ears.get_message(), ears.get_message())


def tell():
    for number in range(2):
        time.sleep(0.1)
        print("reached", store.publish("news", number))
    store.publish("log.disk", "full")
    store.publish("other", "nobody hears")
    store.publish("news", "stop")


speaker = threading.Thread(target=tell)
speaker.start()
for message in ears.listen():
    print(message)
    if message["data"] == "stop":
        break
speaker.join()
print(ears.get_message(timeout=0.1))
