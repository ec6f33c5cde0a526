# The usual script: primes by a pool of processes, zip of inputs and results.
import math
from concurrent.futures import ProcessPoolExecutor

NUMBERS = [1009, 1013, 1001, 2, 9, 7919]


def is_prime(n):
    if n < 2:
        return False
    return all(n % i for i in range(2, math.isqrt(n) + 1))


def main():
    with ProcessPoolExecutor() as executor:
        for number, prime in zip(NUMBERS, executor.map(is_prime, NUMBERS)):
            print("%d is prime: %s" % (number, prime))


if __name__ == "__main__":
    main()
