"""A proposal's first text, from the office's own template: what it is, when, where it goes and who must look."""

from kendal_git.messages import text
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.rendering.templates import Templates


def description(templates: Templates, office: Office, path: str, post: Post | None, roles: tuple[str, ...]) -> str:
    """Markdown from ``templates/proposal/post.md`` or ``other.md``; everything from the post is escaped."""
    name = "post" if post else "other"
    return templates.render(
        f"proposal/{name}.md",
        path=path,
        post=post,
        kind=text(say(f"site.kind.{post.kind}"), office.language) if post else "",
        officials=[dict(office.officials).get(one, one) for one in post.officials] if post else [],
        roles=[office.title(role) for role in roles],
    )
