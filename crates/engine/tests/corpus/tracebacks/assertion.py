def check(items):
    assert len(items) > 2, f"only {len(items)}"


check([1])
