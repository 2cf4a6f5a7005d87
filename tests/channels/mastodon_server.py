"""The public mock of Mastodon (PyPI: mastodon_mock) on a free port, with accounts that nobody else uses.

    python -m tests.channels.mastodon_server FOLDER     prints its port when it is ready

The mock does not change the pictures of a status that is edited; a real server does, and so does this one.
"""

import json
import socket
import sys
from collections.abc import Awaitable, Callable

ACCOUNTS = 400


def main() -> None:
    """Serve until the process is ended."""
    import uvicorn
    from mastodon_mock.app import create_app
    from mastodon_mock.config import MastodonMockConfig, SeedAccount, SeedConfig, StreamingConfig
    from mastodon_mock.db.models import MediaAttachment
    from starlette.requests import Request
    from starlette.responses import Response

    people = [SeedAccount(username=f"kantor{n}", access_token=f"token-{n}") for n in range(ACCOUNTS)]
    app = create_app(
        MastodonMockConfig(
            seed=SeedConfig(accounts=people), media_storage_path=sys.argv[1], streaming=StreamingConfig(enabled=False)
        )
    )

    @app.middleware("http")
    async def pictures_of_an_edit(request: Request, go: Callable[[Request], Awaitable[Response]]) -> Response:
        if request.method != "PUT" or not request.url.path.startswith("/api/v1/statuses/"):
            return await go(request)
        wanted = json.loads(await request.body()).get("media_ids") or []
        answer = await go(request)
        if answer.status_code == 200:
            status = int(request.url.path.rsplit("/", 1)[-1])
            with app.state.session_factory() as database:
                for media in database.query(MediaAttachment).filter_by(status_id=status):
                    media.status_id = None
                for one in wanted:
                    database.get(MediaAttachment, int(one)).status_id = status
                database.commit()
        return answer

    class Ready(uvicorn.Server):
        """Tells its port only when it answers: making the accounts takes long on a busy machine."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            print(listening.getsockname()[1], flush=True)

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    Ready(uvicorn.Config(app, log_level="critical", access_log=False)).run([listening])


if __name__ == "__main__":
    main()
