"""A host in Python, with ctypes alone.

host.py request.json      prints the answer as it is; the exit code is the status
host.py --columns [rows]  judges two generated columns; verdicts to standard output, times to standard error

The library is found by the variable DABIAO_LIBRARY.
"""

import ctypes
import json
import os
import sys
import time
from array import array
from ctypes import POINTER, byref, c_char_p, c_int8, c_int32, c_int64, c_size_t, c_ssize_t, c_uint8, c_uint32

OK, REFUSED, MISUSE, PANIC = 0, 2, 3, 4
OUTCOMES = {1: "met", 0: "not_met", -1: "undetermined", 2: "not_applicable"}
BYTES = -1
ABI_VERSION = 1
BLOCK = POINTER(c_uint8)


class Dabiao:
    """The library. Every method may be called from many threads; ctypes lets the others run meanwhile."""

    def __init__(self, path):
        self.calls = calls = ctypes.CDLL(path)
        answer = [POINTER(BLOCK), POINTER(c_size_t)]
        column = [c_size_t, c_ssize_t]
        declared = {
            "dabiao_version": (c_char_p, []),
            "dabiao_abi_version": (c_uint32, []),
            "dabiao_evaluate": (c_int32, [c_char_p, c_size_t, *answer]),
            "dabiao_free": (c_int32, [BLOCK, c_size_t]),
            "dabiao_threshold_new": (c_int32, [c_char_p, c_size_t, POINTER(c_uint32), *answer]),
            "dabiao_threshold_free": (c_int32, [c_uint32]),
            "dabiao_margin_scale": (c_int32, [c_uint32, c_int32, POINTER(c_int32)]),
            "dabiao_check_column": (
                c_int32,
                [c_uint32, POINTER(c_int64), c_size_t, c_int32, BLOCK, c_ssize_t, POINTER(c_int8), POINTER(c_int64), *answer],
            ),
            "dabiao_check_counts": (
                c_int32,
                [c_uint32, POINTER(c_int64), POINTER(c_int64), c_size_t, BLOCK, c_ssize_t, POINTER(c_int8), POINTER(c_int64), *answer],
            ),
        }
        for name, (result, arguments) in declared.items():
            function = getattr(calls, name)
            function.restype, function.argtypes = result, arguments
        found = calls.dabiao_abi_version()
        if found != ABI_VERSION:
            raise OSError(f"{path} has API version {found}, not {ABI_VERSION}")

    def _answered(self, call):
        """Runs a call with a place for its answer, and takes the answer over."""
        answer, length = BLOCK(), c_size_t()
        status = call(byref(answer), byref(length))
        taken = ctypes.string_at(answer, length.value) if answer else b""
        self.calls.dabiao_free(answer, length)
        return status, taken

    def evaluate(self, request):
        """The status and the answer, as bytes."""
        return self._answered(lambda *place: self.calls.dabiao_evaluate(request, len(request), *place))

    def threshold(self, request):
        """A prepared bound."""
        handle = c_uint32()
        status, answer = self._answered(
            lambda *place: self.calls.dabiao_threshold_new(request, len(request), byref(handle), *place)
        )
        if status != OK:
            raise ValueError(f"status {status}: {answer.decode()}")
        return Threshold(self, handle.value, answer)


class Threshold:
    """A prepared bound; `with` lets it go."""

    def __init__(self, module, handle, told):
        self.module, self.handle, self.told = module, handle, told

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.module.calls.dabiao_threshold_free(self.handle)

    def margin_scale(self, scale):
        """The digits after the point of margins; None where there are no margins."""
        places = c_int32()
        status = self.module.calls.dabiao_margin_scale(self.handle, scale, byref(places))
        return places.value if status == OK else None

    def _done(self, call):
        status, answer = self.module._answered(call)
        if status != OK:
            raise ValueError(f"status {status}: {answer.decode()}")

    def check(self, values, scale, told, outcomes, margins):
        """Judges a column; each argument is an array with the buffer protocol (`array`, NumPy), told and margins may be None."""
        rows = len(values)
        held = [of(c_int64, values, rows), of(c_uint8, told, rows), of(c_int8, outcomes, rows), of(c_int64, margins, rows)]
        self._done(
            lambda *place: self.module.calls.dabiao_check_column(
                self.handle, held[0], rows, scale, held[1], BYTES, held[2], held[3], *place
            )
        )

    def check_counts(self, numerators, denominators, told, outcomes, margins):
        """Judges counts."""
        rows = len(numerators)
        counts = of(c_int64, numerators, rows), of(c_int64, denominators, rows)
        held = [of(c_uint8, told, rows), of(c_int8, outcomes, rows), of(c_int64, margins, rows)]
        self._done(
            lambda *place: self.module.calls.dabiao_check_counts(
                self.handle, *counts, rows, held[0], BYTES, held[1], held[2], *place
            )
        )


def of(kind, buffer, rows):
    """A view of a buffer without copying it; a buffer that is too short is refused here."""
    return None if buffer is None else (kind * rows).from_buffer(buffer)


def tell(what, outcomes, margins):
    counts = {word: outcomes.count(code) for code, word in OUTCOMES.items()}
    print(
        f"{what}: {counts['met']} met, {counts['not_met']} not met, {counts['undetermined']} undetermined, "
        f"{counts['not_applicable']} not applicable; margins {sum(margins)}"
    )


def best(what, rows, work):
    times = []
    for _ in range(7):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    print(f"Python, {what}: {min(times) * 1e9 / rows:.2f} ns a check", file=sys.stderr)


def columns(library, rows):
    request = json.dumps({"year": 2024, "judge": ["women.health.g2.maternal-mortality-ratio"]}).encode()
    with library.threshold(request) as bound:
        print(bound.told.decode())
        print(f"margins have {bound.margin_scale(1)} digits after the point")
        outcomes, margins = array("b", bytes(rows)), array("q", bytes(8 * rows))
        values = array("q", (row * 7919 % 400 for row in range(rows)))
        told = array("B", (row % 17 != 0 for row in range(rows)))
        best("values", rows, lambda: bound.check(values, 1, told, outcomes, margins))
        tell("values", outcomes, margins)
        numerators = array("q", (row % 5 for row in range(rows)))
        denominators = array("q", (row * 104729 % 30000 for row in range(rows)))
        best("counts", rows, lambda: bound.check_counts(numerators, denominators, None, outcomes, margins))
        tell("counts", outcomes, margins)


def main():
    library = Dabiao(os.environ["DABIAO_LIBRARY"])
    match sys.argv[1:]:
        case ["--columns", *rows]:
            columns(library, int(rows[0]) if rows else 1_000_000)
            return OK
        case [path]:
            with open(path, "rb") as file:
                status, answer = library.evaluate(file.read())
            sys.stdout.buffer.write(answer)
            return status
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main())
