import left


def call():
    return "right and " + left.word()


def word():
    return "right"
