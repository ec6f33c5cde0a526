import sys


def main():
    print("main ran", __name__)
    return 0


if __name__ == "__main__":
    main()
    print(len(sys.argv), isinstance(sys.version_info[0], int), sys.version_info[:2])
