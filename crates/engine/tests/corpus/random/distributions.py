import random

random.seed(20240501)
for name, call in [
    ("random", lambda: random.random()),
    ("uniform", lambda: random.uniform(2.5, 10)),
    ("gauss", lambda: random.gauss(10, 2)),
    ("gauss again", lambda: random.gauss(0, 1)),
    ("normalvariate", lambda: random.normalvariate(0, 1)),
    ("lognormvariate", lambda: random.lognormvariate(0, 0.5)),
    ("expovariate", lambda: random.expovariate(1.5)),
    ("triangular", lambda: random.triangular(0, 10, 3)),
    ("triangular default", lambda: random.triangular()),
    ("betavariate", lambda: random.betavariate(2, 5)),
    ("gammavariate", lambda: random.gammavariate(2.5, 1.5)),
    ("gammavariate 1", lambda: random.gammavariate(1.0, 2)),
    ("gammavariate small", lambda: random.gammavariate(0.4, 2)),
    ("vonmisesvariate", lambda: random.vonmisesvariate(1, 4)),
    ("vonmisesvariate flat", lambda: random.vonmisesvariate(0, 0)),
    ("paretovariate", lambda: random.paretovariate(2.5)),
    ("weibullvariate", lambda: random.weibullvariate(1, 2.5)),
]:
    print(name, *[call() for _ in range(5)])
print(sum(random.gauss(0, 1) for _ in range(300)), sum(random.expovariate(0.2) for _ in range(300)))
