# A name that is a parameter and global: known only once the whole text is read.
def work(count):
    print(count)
    global count
