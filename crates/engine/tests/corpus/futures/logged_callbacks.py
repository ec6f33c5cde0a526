"""With logging set up, a callback's exception goes to the logger of the module."""
import logging
import sys
from concurrent.futures import Future

logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(name)s:%(message).50s", level=logging.INFO)
future = Future()
order = []
future.add_done_callback(lambda f: order.append(1))
future.add_done_callback(lambda f: 1 / 0)
future.add_done_callback(lambda f: order.append(2))
future.set_result(None)
print(order)
