# a call without await does nothing, and is told about
async def work():
    print("never printed")


def main():
    print("before")
    work()
    print("after")


main()
work()
