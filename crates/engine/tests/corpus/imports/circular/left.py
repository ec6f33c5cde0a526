import right


def call():
    return "left and " + right.word()


def word():
    return "left"
