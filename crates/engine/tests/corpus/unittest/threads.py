import threading
import time
import unittest


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add(self, times):
        for _ in range(times):
            with self.lock:
                value = self.value
                time.sleep(0.001)
                self.value = value + 1


class CounterTest(unittest.TestCase):
    def test_no_update_is_lost(self):
        counter = Counter()
        threads = [threading.Thread(target=counter.add, args=(5,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(counter.value, 20)

    def test_event(self):
        event = threading.Event()
        threading.Timer(0.05, event.set).start()
        self.assertTrue(event.wait(1))
        self.assertFalse(threading.Event().wait(0.01))


program = unittest.main(exit=False, argv=["x"], testRunner=type("Runner", (), {"run": lambda self, test: test(unittest.TestResult())}))
print(program.result.testsRun, program.result.wasSuccessful())
