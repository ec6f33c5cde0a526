def total(numbers, scale=2):
    result = 0
    for number in numbers:
        result += number * scale
        if number == 2:
            breakpoint()
            result += 100
    return result


def last(value):
    value += 1
    import pdb; pdb.set_trace()


def loop():
    for number in range(2):
        if number:
            breakpoint()
    else:
        number = 5
    return number
