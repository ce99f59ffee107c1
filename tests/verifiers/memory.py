"""Prints the writable regions of a process's memory in which one of the byte strings stands: memory.py /proc/PID HEX..."""

import sys

PAGE = 4096
PIECE = 1 << 20  # a web view reserves tens of gigabytes, of which next to nothing is there

process, *forms = sys.argv[1:]
forms = [bytes.fromhex(form) for form in forms]
with open(f"{process}/mem", "rb", 0) as memory, open(f"{process}/pagemap", "rb", 0) as pages:
    for line in open(f"{process}/maps"):
        span, access = line.split()[:2]
        start, end = (int(place, 16) for place in span.split("-"))
        # What the script engine reserves for itself is the web view's.
        ours = access.startswith("rw") and end - start < 1 << 30
        at = start if ours else end
        while at < end:
            stop = min(end, at + PIECE)
            pages.seek(at // PAGE * 8)
            entries = pages.read((stop - at) // PAGE * 8)
            # The highest bits: in memory, or swapped out.
            if any(entries[7::8].translate(None, bytes(range(64)))):
                try:
                    memory.seek(at)
                    piece = memory.read(stop - at)
                except OSError:  # what is only reserved cannot be read
                    piece = b""
                if any(form in piece for form in forms):
                    print(line.strip())
            at = end if stop == end else stop - PAGE
