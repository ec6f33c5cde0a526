import multiprocessing

if __name__ == "__main__":
    print(multiprocessing.get_start_method(allow_none=True))
    print(multiprocessing.get_all_start_methods())
    print(multiprocessing.get_start_method())
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as error:
        print(error)
    multiprocessing.set_start_method("spawn", force=True)
    print(multiprocessing.get_start_method())
    fork = multiprocessing.get_context("fork")
    print(fork.get_start_method(), fork.Process.__name__, type(fork).__name__)
    try:
        fork.set_start_method("spawn")
    except ValueError as error:
        print(error)
    try:
        multiprocessing.get_context("threads")
    except ValueError as error:
        print(error)
    print(fork.Process(target=print).name, multiprocessing.get_context("spawn").Process().name)
    multiprocessing.freeze_support()
