"""Instagram's own rules: pictures on the site first, containers that are waited for, and what proves a post ours."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kendal_git.channels.instagram.answers import outcome_of
from kendal_git.channels.instagram.channel import WAITS, Account, Instagram
from kendal_git.channels.instagram.payload import shows
from kendal_git.composing.picturing import public_name
from kendal_git.files import packaged
from kendal_git.messages import text
from kendal_git.model.message import Message
from kendal_git.model.outcome import Awaited, ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached
from kendal_git.ports import NotPrepared, Parcel
from kendal_git.rendering.templates import Templates
from kendal_git.transport import Answer
from kendal_git.verbs.build import Target, build
from kendal_git.verbs.showing import from_ledger, revisions_at, tree_reader
from tests.channels.fakes.facebook import TOKEN
from tests.channels.fakes.instagram import ACCOUNT, FakeInstagram
from tests.channels.fakes.service import Fault
from tests.channels.fakes.site import FakeSite
from tests.channels.matrix import NEW, OLD, ServiceDesk
from tests.channels.offices import insta, now
from tests.contracts.channel import FISH, TEACHERS, WORDS, parcel, sent
from tests.siteroom import no_days
from tests.support.desk import OFFICE


@pytest.fixture
def fake() -> Iterator[FakeInstagram]:
    with FakeInstagram() as made:
        yield made


def built(fake: FakeInstagram, given: Parcel) -> Parcel:
    """A parcel whose pictures are on the site."""
    fake.site.held |= {f"/{public_name(data)}": data for _, data in given.pictures}
    return replace(given, site=fake.site.url)


def prepared(fake: FakeInstagram, given: Parcel) -> Parcel:
    given = built(fake, given)
    return replace(given, prepared=insta(fake.url).prepare(given))


def why(channel: Instagram, given: Parcel) -> Outcome | Awaited:
    """What ends a preparation."""
    with pytest.raises(NotPrepared) as stopped:
        channel.prepare(given)
    return stopped.value.outcome


def error(code: int, subcode: int = 0, message: str = "m", **more: object) -> str:
    detail = {"error_subcode": subcode} if subcode else {}
    return json.dumps({"error": {"code": code, "message": message, **detail, **more}})


# ---- the site --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amiss", "found"),
    [
        ("absent", "HTTP 404"),
        ("moved", "HTTP 302"),
        ("other", "isinya lain"),
        ("kind", "text/html"),
        ("away", "ConnectError"),
    ],
)
def test_a_picture_that_the_site_does_not_show_is_awaited(fake: FakeInstagram, amiss: str, found: str) -> None:
    """Absent, moved, of another deploy or not called a JPEG: Instagram is not asked, and a person reads why."""
    given = built(fake, parcel(pictures=1))
    address = f"{fake.site.url}/{public_name(given.pictures[0][1])}"
    match amiss:
        case "absent":
            fake.site.held.clear()
        case "moved":
            fake.site.moved = True
        case "other":
            fake.site.held = {path: data[:-2] for path, data in fake.site.held.items()}
        case "kind":
            fake.site.kind = "text/html; charset=utf-8"
        case _:
            given = replace(given, site="http://127.0.0.1:9")
            address = address.replace(fake.site.url, given.site)
    outcome = why(insta(fake.url), given)

    assert isinstance(outcome, Awaited)
    assert text(outcome.reason, "id") == (
        f"gambar belum ada di situs ({found} di {address}); situs dibangun dulu, lalu dikirim pada proses berikutnya"
    )
    assert fake.log == []


def test_no_cache_learns_that_a_picture_is_absent(fake: FakeInstagram) -> None:
    """The address that Instagram will ask for is asked for only once the picture was seen past every cache."""
    given = built(fake, parcel(pictures=1))
    fake.site.held, held = {}, fake.site.held
    why(insta(fake.url), given)
    before = list(fake.site.log)
    fake.site.held = held
    insta(fake.url).prepare(given)

    assert before == ["GET fresh"]
    assert fake.site.log == ["GET fresh", "GET fresh", "GET plain", "GET plain"]  # the last one is Instagram's


@pytest.mark.parametrize(
    ("pictures", "reason"),
    [
        ((), "0 JPEG"),
        ((("a.png", b"\x89PNG"),), "a.png: ≠ JPEG"),
        ((("a.jpg", b"\xff\xd8\xff" + b"\0" * 8_000_000),), "a.jpg: 8000003 B > 8000000 B"),
    ],
)
def test_what_instagram_never_takes_is_refused_at_once(
    fake: FakeInstagram, pictures: tuple[tuple[str, bytes], ...], reason: str
) -> None:
    """No picture, no JPEG, too heavy: neither the site nor Instagram is asked."""
    assert why(insta(fake.url), replace(parcel(), pictures=pictures)) == Refused(reason)
    assert (fake.log, fake.site.log) == ([], [])


# ---- containers ------------------------------------------------------------------------------------------------------


def test_one_picture_is_one_container(fake: FakeInstagram) -> None:
    """The room is asked for, the container made and looked at, and one call shows it."""
    sent(insta(fake.url).send(prepared(fake, parcel(pictures=1)), "n", 9.0))

    assert fake.log == [
        "GET /N/content_publishing_limit", "POST /N/media", "GET /N (status_code,status)",
        "POST /N/media_publish", "GET /N (permalink)",
    ]  # fmt: skip


def test_several_are_containers_in_a_container(fake: FakeInstagram) -> None:
    """Each picture first, all of them ready, then the whole with the words."""
    given = prepared(fake, parcel(pictures=3))

    assert fake.log == [
        "GET /N/content_publishing_limit", *["POST /N/media"] * 3, *["GET /N (status_code,status)"] * 3,
        "POST /N/media", "GET /N (status_code,status)",
    ]  # fmt: skip
    assert fake.containers[given.id("container")].caption == WORDS
    assert [one.caption for one in fake.containers.values()] == ["", "", "", WORDS]


def test_a_container_in_the_making_is_waited_for(fake: FakeInstagram) -> None:
    """A little longer each time, over all containers of a post together."""
    waited: list[float] = []
    fake.unready = 2
    given = built(fake, parcel(pictures=2))
    Instagram("instagram", Account(ACCOUNT, TOKEN, fake.api), now, waited.append).prepare(given)

    assert tuple(waited) == WAITS[:6]


def test_waiting_ends(fake: FakeInstagram) -> None:
    """What is not ready within a minute stays owed, and nothing was published."""
    waited: list[float] = []
    fake.unready = 100
    channel = Instagram("instagram", Account(ACCOUNT, TOKEN, fake.api), now, waited.append)

    assert why(channel, built(fake, parcel(pictures=1))) == Unreached("IN_PROGRESS")
    assert (tuple(waited), fake.visible()) == (WAITS, [])


@pytest.mark.parametrize(
    ("failed", "outcome"),
    [
        ("2207009", Refused("ERROR: Error: Media upload has failed with error code 2207009")),
        ("2207052", Unreached("ERROR: Error: Media upload has failed with error code 2207052")),
        ("2207051", Denied("ERROR: Error: Media upload has failed with error code 2207051")),
        ("2207001", Unreached("ERROR: Error: Media upload has failed with error code 2207001")),
        ("lain", Unreached("ERROR: Error: Media upload has failed with error code lain")),
    ],
)
def test_a_container_that_fails_says_why(fake: FakeInstagram, failed: str, outcome: Outcome) -> None:
    """The number in its status decides between the content, our account, and another try."""
    fake.failed = failed

    assert why(insta(fake.url), built(fake, parcel(pictures=1))) == outcome


def test_what_is_used_up_is_not_tried(fake: FakeInstagram) -> None:
    """The account's own count of a rolling day is asked, and nothing is made beyond it."""
    fake.quota = 1
    sent(insta(fake.url).send(prepared(fake, parcel(pictures=1)), "n", 9.0))
    made = len(fake.containers)

    assert why(insta(fake.url), built(fake, parcel(FISH, "Ikan.", 1))) == Throttled("1/1 (24 h)", 3600)
    assert len(fake.containers) == made


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (parcel(text="kata " * 500, pictures=1), "36004/2207010 The caption is too long"),
        (parcel(text="#a #b #c #d #e #f", pictures=1), "36004/2207010 The caption is too long"),
        (parcel(text="@ab " * 21, pictures=1), "100/2207040 Cannot use more than 20 tags"),
    ],
)
def test_content_is_refused_before_anything_shows(fake: FakeInstagram, given: Parcel, outcome: str) -> None:
    """The container is where Instagram reads the words."""
    assert why(insta(fake.url), built(fake, given)) == Refused(outcome)


def test_a_container_is_published_once_and_only_when_ready(fake: FakeInstagram) -> None:
    """Too old, not ready, unknown or used: the visible call shows nothing, and says so."""
    given, channel = prepared(fake, parcel(pictures=1)), insta(fake.url)
    container = fake.containers[given.id("container")]
    container.unready = 1
    early = channel.send(given, "n", 9.0)
    container.unready, container.created = 0, container.created - timedelta(hours=24)
    late = channel.send(given, "n", 9.0)
    container.created += timedelta(hours=24)
    absent = channel.send(replace(given, prepared=()), "n", 9.0)
    sent(channel.send(given, "n", 9.0))
    again = channel.send(given, "n", 9.0)

    assert [early, late, absent] == [
        Unreached("9007/2207027 The media is not ready for publishing"),
        Unreached("-2/2207020 The media has expired"),
        Unreached("24/2207008 The media builder does not exist"),
    ]
    assert isinstance(again, Refused)
    assert len(fake.visible()) == 1


def test_a_post_whose_address_is_not_told_is_a_post(fake: FakeInstagram) -> None:
    """What was published is a receipt, whatever the question after it comes to."""
    given = prepared(fake, parcel(pictures=1))
    fake.faults.append(Fault("500-before", "permalink"))
    receipt = sent(insta(fake.url).send(given, "n", 9.0))

    assert receipt == Sent("https://www.instagram.com/", fake.media[0].number)


# ---- finding and taking down -----------------------------------------------------------------------------------------


def test_only_the_published_container_is_found(fake: FakeInstagram) -> None:
    """A container that is merely ready, or was never made, is not published, whatever words the account shows."""
    given, other = prepared(fake, parcel(pictures=1)), prepared(fake, parcel(pictures=1))
    receipt = sent(insta(fake.url).send(given, "n", 9.0))
    sent(insta(fake.url).send(prepared(fake, parcel(FISH, "Yang terbaru.", 1)), "n", 9.0))
    assert given.since

    assert insta(fake.url).find(given, "n") == receipt
    assert insta(fake.url).find(other, "n") is None
    assert insta(fake.url).find(replace(given, prepared=()), "n") is None
    assert insta(fake.url).find(replace(given, outdated=receipt.remote), "n") is None
    assert insta(fake.url).find(replace(given, since=given.since + timedelta(seconds=90)), "n") is None


def test_a_post_that_a_person_has_deleted_is_not_found(fake: FakeInstagram) -> None:
    """Its container says published for ever; the account does not show it, so a person must say."""
    given = prepared(fake, parcel(pictures=1))
    sent(insta(fake.url).send(given, "n", 9.0))
    fake.media.clear()

    assert insta(fake.url).find(given, "n") is None


@pytest.mark.parametrize("more", [{}, {"timestamp": "kemarin"}, {"timestamp": "2030-01-01T00:00:00"}])
def test_a_post_without_its_facts_is_never_ours(more: dict[str, str]) -> None:
    """What does not say when it was written, and in which time zone, proves nothing."""
    assert not shows({"id": "1", "caption": WORDS, **more}, parcel())


def test_a_person_takes_down(fake: FakeInstagram) -> None:
    """No call is made, and the sentence says how it is done and recorded."""
    outcome = insta(fake.url).withdraw(TEACHERS, "17900000000000001")

    assert isinstance(outcome, ByHand)
    assert isinstance(outcome.reason, Message)
    assert text(outcome.reason, "id") == (
        "tidak ada jalan bagi program untuk menghapus kiriman di sana: hapus di aplikasinya, lalu catat dengan "
        f"kendal publish --handed-off {TEACHERS} instagram"
    )
    assert fake.log == []


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        *((400, error(-1, code), Unknown(f"-1/{code} m")) for code in (2207001, 2207032)),
        *((400, error(24, code), Unreached(f"24/{code} m")) for code in (2207003, 2207006, 2207008, 2207020, 2207027)),
        (400, error(9004, 2207052), Unreached("9004/2207052 m")),
        *((400, error(36000, code), Refused(f"36000/{code} m")) for code in (2207004, 2207005, 2207009, 2207010)),
        (400, error(4, 2207051), Denied("4/2207051 m")),
        (400, error(25, 2207050), Denied("25/2207050 m")),
        (400, error(9, 2207042), Throttled("9/2207042 m", 3600)),
        (400, error(4), Throttled("4 m", 3600)),
        (400, error(10), Denied("10 m")),
        (400, error(100), Refused("100 m")),
        (400, json.dumps({"error": {"code": 2, "error_subcode": ["?"], "message": "m"}}), Unknown("2/['?'] m")),
        (500, error(24, 2207008), Unknown("HTTP 500")),
        (200, error(4, 2207051), Denied("4/2207051 m")),
        (200, "{}", Unknown("HTTP 200")),
    ],
)
def test_each_number_has_one_meaning(status: int, body: str, outcome: Outcome) -> None:
    """Instagram's own numbers go before the Graph's: a 4 that means spam is no throttle."""
    assert outcome_of(Answer(status, body), ()) == outcome


# ---- with the publisher and the build --------------------------------------------------------------------------------


class Office(ServiceDesk):
    """A publishing office whose site is built into a folder that the world sees."""

    def __init__(self, folder: Path, fake: FakeInstagram, site: FakeSite) -> None:
        super().__init__(folder, fake)
        routes = OFFICE.replace("papan: {via: outbox}, arsip: {via: outbox}", "instagram: {via: instagram}")
        self.change({"kendal.yaml": f"{routes}site: {{url: '{site.url}'}}\n"})
        self.out = site.folder = folder / "situs"

    def send(self) -> tuple[str, str, int, int]:
        """One more run: the state, the sentence, and the exit code with and without what waits for the site."""
        self.runs += 1
        ran = self.publish(f"run-{self.runs}", boards={"instagram": insta(self.fake.url, clock=self.clock.now)})
        return ran.of("instagram").state, ran.why("instagram"), ran.code, ran.published.code_without_awaiting

    def deploy(self) -> list[str]:
        """Build the site of now; the pictures on it that somebody fetches."""
        gathered = from_ledger(revisions_at(self.git, self.main), tree_reader(self.git), self.ledger.fetch())
        target = Target(self.out, Templates(packaged("templates")))
        build(self.office, gathered.posts, no_days, self.clock.now(), target)
        return sorted(path.name for path in (self.out / "media").glob("*")) if (self.out / "media").exists() else []


def test_publish_then_the_site_then_publish_once_more(fake: FakeInstagram, tmp_path: Path) -> None:
    """The first run judges and waits, the site gets the pictures, the second run sends, the site lets them go."""
    with FakeSite() as site, closing(Office(tmp_path, fake, site)) as office:
        office.write(OLD)
        before = office.deploy()
        first = office.send()
        there = office.deploy()
        second = office.send()
        after = office.deploy()

    assert (before, len(there), after) == ([], 2, [])
    assert first[0] == "owed"
    assert first[1].startswith("gambar belum ada di situs (HTTP 404 di http://127.0.0.1:")
    assert first[2:] == (3, 0)
    assert second == ("delivered", "", 0, 0)
    assert [one.text for one in fake.visible()] == [OLD]
    assert [one.kind for one in office.lines()] == ["prepared", "intent", "receipt"]


def test_a_correction_and_a_withdrawal_are_a_person_s(fake: FakeInstagram, tmp_path: Path) -> None:
    """Without a way to change or to delete, nothing is prepared and no intent is written: a person is told."""
    with FakeSite() as site, closing(Office(tmp_path, fake, site)) as office:
        office.write(OLD)
        office.send()
        office.deploy()
        office.send()
        calls, lines = len(fake.log), len(office.lines())
        office.write(NEW)
        corrected = office.send()
        office.write(NEW, withdrawn="{reason: fakta}")
        withdrawn = office.send()

    assert (corrected[0], withdrawn[0]) == ("handed-off", "handed-off")
    assert corrected[1].startswith("instagram tidak dapat mengubah kiriman; perbaiki dengan tangan")
    assert withdrawn[1].startswith("tidak dapat dilakukan lewat program: tidak ada jalan bagi program")
    assert (len(fake.log), len(office.lines())) == (calls, lines)
