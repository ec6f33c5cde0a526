"""Primes below 500,000: list items and slices of steps."""


def primes(limit):
    is_prime = [True] * limit
    for n in range(2, int(limit**0.5) + 1):
        if is_prime[n]:
            for multiple in range(n * n, limit, n):
                is_prime[multiple] = False
    return sum(1 for n in range(2, limit) if is_prime[n])


primes(500_000)
