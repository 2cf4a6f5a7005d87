"""scaffold: a new post's text with a pasted narration, comments above its fields and marks behind those proposed."""

from kendal_git import frontmatter


def fill(text: str, narration: str, comments: tuple[str, ...], marks: dict[str, str]) -> str:
    """The template's front matter, told where its values come from, and the narration in place of the template's."""
    document, _ = frontmatter.read_post("post.md", text.encode())
    if document is None or not document.fields.pairs:  # a template of one's own may be anything; the words stay
        return f"{text.rstrip()}\n\n{narration}\n"
    front = text[: document.body_start]
    for key, value in reversed(document.fields.pairs):
        if key.text not in marks:
            continue
        line_end = front.index("\n", value.end)
        rest = front[value.end : line_end].strip()
        if not rest or rest.startswith("#"):
            front = f"{front[: value.end]}  # {marks[key.text]}{front[line_end:]}"
    first = document.fields.pairs[0][0].start
    told = "".join(f"# {line}\n" for line in comments)
    return f"{front[:first]}{told}{front[first:]}{narration}\n"
