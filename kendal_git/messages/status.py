"""Sentences of status."""

TEXTS = {
    "none": ("tidak ada proposal terbuka", "there is no open proposal"),
    "progress": ("menilai proposal {done} dari {all} …", "judging proposal {done} of {all} …"),
    "look": ("pandangan kedua ditunggu: {post} · sejak {since}", "second look owed: {post} · since {since}"),
    "turn": ("menunggu: {people} · sejak {since}", "waiting for: {people} · since {since}"),
}
