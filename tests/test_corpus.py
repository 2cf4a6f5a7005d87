"""The corpus keeper: the benchmarks' corpus is the same today as on the day the peers were measured."""

import hashlib

import pytest

from benchmarks.layouts import LAYOUTS
from benchmarks.make_corpus import make_post
from benchmarks.mosaic import Pictures


def test_the_corpus_never_changes() -> None:
    """The first posts in every layout, and a picture, are byte for byte those of the recorded figures."""
    sums = hashlib.sha256()
    for name in sorted(LAYOUTS):
        for number in range(3):
            laid = LAYOUTS[name](make_post(number, seed=7, images=2))
            sums.update("\0".join(laid).encode())
    sums.update(Pictures(24000, seed=7).picture(1, 0))

    assert sums.hexdigest() == "1d6b0094802b13813e008cdfb59af324999d29680803b99a6f7b6e0468f812d2"


@pytest.mark.parametrize("size", [6000, 24000, 200_000])
def test_a_picture_has_the_size_asked_for(size: int) -> None:
    """A picture is a JPEG of about the bytes asked for, so that the corpus weighs what it claims."""
    made = Pictures(size, seed=7).picture(3, 1)

    assert (made[:2], made[-2:]) == (b"\xff\xd8", b"\xff\xd9")
    assert abs(len(made) - size) < 100
