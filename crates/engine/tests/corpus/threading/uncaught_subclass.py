import threading


class Broken(threading.Thread):
    def run(self):
        self.fetch({})

    def fetch(self, pages):
        return pages["home"]


broken = Broken(name="fetcher")
broken.start()
broken.join()
print("after")
