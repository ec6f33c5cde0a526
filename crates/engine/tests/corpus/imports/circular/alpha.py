import beta

value = 1
