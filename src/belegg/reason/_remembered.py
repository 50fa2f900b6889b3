"""What is known of very many numbers: looked up and added at once."""

import numpy as np

from belegg.reason._arrays import Floats, Numbers

MOST = 1 << 22  # numbers that are remembered, in at most 128 MB
START = 1 << 12  # slots at first
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2 to the 64th by the golden ratio: near numbers fall far apart (Knuth 1973)
NOTHING = -1


class Remembered:
    """Numbers (0 or more) to what they are worth: a hash table with linear probing (Knuth 1973, 6.4).

    It forgets all when it holds too many: whoever uses it can work out everything again.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._empty(START)

    def of(self, numbers: Numbers) -> Floats:
        """What the numbers are worth, NaN where that is not known."""
        slots = self._slots(numbers)
        return np.where(self._numbers[slots] == NOTHING, np.nan, self._worth[slots])

    def unknown(self, numbers: Numbers) -> Numbers:
        """Those that are not known."""
        return np.asarray(numbers[self._numbers[self._slots(numbers)] == NOTHING])

    def add(self, numbers: Numbers, worth: Floats) -> None:
        """Remembers what some different numbers are worth."""
        if self._held + len(numbers) > self._most:
            self._empty(START)
        while 2 * (self._held + len(numbers)) > len(self._numbers):
            held = self._numbers != NOTHING
            known = self._numbers[held], self._worth[held]
            self._empty(2 * len(self._numbers))
            self._put(*known)
        self._put(numbers, worth)

    def _empty(self, size: int) -> None:
        self._numbers, self._worth, self._held = np.full(size, NOTHING, np.int64), np.zeros(size), 0
        self._shift = np.uint64(64 - size.bit_length() + 1)

    def _put(self, numbers: Numbers, worth: Floats) -> None:
        while len(numbers):
            slots = self._slots(numbers)
            self._held -= int(np.count_nonzero(self._numbers[slots] != NOTHING))
            self._numbers[slots] = numbers  # of several that fall on one slot the last one stays there
            there = self._numbers[slots] == numbers
            self._worth[slots[there]] = worth[there]
            self._held += int(np.count_nonzero(there))
            numbers, worth = numbers[~there], worth[~there]

    def _slots(self, numbers: Numbers) -> Numbers:
        """Where each number is, or would be put."""
        slots = (numbers.astype(np.uint64) * SPREAD >> self._shift).astype(np.int64)
        going = np.arange(len(numbers))
        while len(going):
            found = self._numbers[slots[going]]
            going = going[(found != NOTHING) & (found != numbers[going])]
            slots[going] = (slots[going] + 1) & (len(self._numbers) - 1)
        return slots
