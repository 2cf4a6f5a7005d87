"""Sentences of status."""

TEXTS = {
    "none": ("tidak ada proposal terbuka", "there is no open proposal"),
    "turn": ("menunggu: {people} · sejak {since}", "waiting for: {people} · since {since}"),
}
