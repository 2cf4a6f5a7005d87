"""A strict, stateful stand-in for GitHub: its REST API, and real Git repositories behind it, on loopback.

`with kendal_git.fakes.github.server.Server(folder) as server:` is the whole of it: `server.state` is seeded and looked
into, `server.faults` sets what goes wrong, `server.log` counts requests, `hands` does what people do on the web page.
"""
