# SimpleQueue: a locked pipe.
from multiprocessing import Process, SimpleQueue


def answer(questions, answers):
    while True:
        question = questions.get()
        if question is None:
            break
        answers.put(question * 2)


if __name__ == "__main__":
    questions, answers = SimpleQueue(), SimpleQueue()
    process = Process(target=answer, args=(questions, answers))
    process.start()
    for question in (1, "ab", [3]):
        questions.put(question)
        print(answers.get())
    print(answers.empty())
    questions.put(None)
    process.join()
    print(process.exitcode)
