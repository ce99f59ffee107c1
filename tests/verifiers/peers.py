"""What other programs take for the same work, in milliseconds, as the median of several runs in one process.

peers.py openpyxl FILE.xlsx          read every cell
peers.py pyhanko FILE.pdf CERT.pem   judge the signature
peers.py sqlite FOLDER               one row, on the disk
"""

import logging
import sqlite3
import statistics
import sys
import time


def openpyxl(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    for row in book.active.iter_rows(values_only=True):
        tuple(row)
    book.close()


def pyhanko(path, certificate):
    from pyhanko_verify import judge

    with open(path, "rb") as pdf, open(certificate, "rb") as trusted:
        assert judge(pdf, trusted)["ok"]


def sqlite(connection):
    connection.execute("INSERT INTO note (text) VALUES ('x')")
    connection.commit()


def main(what, *arguments):
    logging.disable()
    if what == "sqlite":
        connection = sqlite3.connect(arguments[0] + "/bare.db")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        runs, work = 100, lambda: sqlite(connection)
    else:
        runs, work = 5, lambda: {"openpyxl": openpyxl, "pyhanko": pyhanko}[what](*arguments)
        work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    print(statistics.median(times) * 1000)


main(*sys.argv[1:])
