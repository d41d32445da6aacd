from __future__ import annotations

import os
import socket
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from scenarios.packs.errors import PackError
from scenarios.packs.gather import MOST_FILES
from scenarios.packs.names import key_of, why_refused
from tests.scenarios.packs.conftest import MANIFEST, Desk, scenario
from tests.scenarios.stories import story

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

GOOD = (("pack.yaml", MANIFEST), ("the-ward.yaml", scenario("the-ward")))
HOSTILE_NAMES = [
    "../evil.yaml", "scenarios/../../evil.yaml", "/etc/evil.yaml", "//host/share/evil.yaml", "C:/evil.yaml",
    "c:evil.yaml", "..\\evil.yaml", "a\\b.yaml", "\\\\host\\evil.yaml", "./evil.yaml", "a//evil.yaml",
    "evil.yaml:stream", "con.yaml", "CON", "aux.yaml", "com1.yaml", "Lpt9.txt", "com¹.yaml", "evil.yaml.",
    "evil.yaml ", " evil.yaml", "a./evil.yaml", "nul/evil.yaml", "evil\x00.yaml", "evil\n.yaml",
    "evil\x1b[2J.yaml", "evil\u202e.yaml", "a" * 101 + ".yaml", "/".join("a" * 130), "evil?.yaml",
    "evil*.yaml",
]  # fmt: skip


def archive(
    desk: Desk, files: Iterable[tuple[str | zipfile.ZipInfo, str | bytes]], name: str = "pack.zip"
) -> Path:
    path = desk.folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for file, data in files:
            info = zipfile.ZipInfo() if isinstance(file, str) else file
            if isinstance(file, str):
                info.filename = info.orig_filename = file
                info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, data)
    return path


def refused(desk: Desk, path: Path, said: str = "") -> None:
    """Assert that the pack is refused in one line, nothing installed and nothing written elsewhere."""
    before = sorted(desk.folder.rglob("*"))
    with pytest.raises(PackError) as caught:
        desk.add(path)
    assert said in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert desk.is_empty()
    assert [
        each for each in sorted(desk.folder.rglob("*")) if desk.shelf not in (each, *each.parents)
    ] == before


def test_a_zip_is_installed_like_a_folder(desk: Desk) -> None:
    assert desk.add(archive(desk, GOOD)).scenarios == ("the-ward",)


def test_a_zip_of_a_folder_is_taken_too_and_what_systems_leave_behind_is_not(desk: Desk) -> None:
    inside = [(f"night shift/{name}", data) for name, data in GOOD]
    junk = [("__MACOSX/._pack.yaml", "x"), ("night shift/.DS_Store", "x"), ("night shift/Thumbs.db", "x")]
    more = [
        ("night shift/", ""),
        ("night shift/setup.py", "import os"),
        ("night shift/art/a.png", b"\x89PNG"),
    ]
    added = desk.add(archive(desk, [*inside, *junk, *more]))
    assert added.scenarios == ("the-ward",)
    assert added.left_out == ("art/a.png", "setup.py")
    assert not list(desk.shelf.rglob("*.py"))


# Names


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=ascii)
def test_a_hostile_name_refuses_the_whole_pack(desk: Desk, name: str) -> None:
    assert why_refused(name)
    refused(desk, archive(desk, [*GOOD, (name, scenario("evil"))]))


@pytest.mark.parametrize(
    "name", ["pack.yaml", "a b.yaml", "Ärger.yaml", "scenes/", "console.yaml", "a.b.yaml"]
)
def test_an_honest_name_is_not_refused(name: str) -> None:
    assert why_refused(name) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.yaml", "A.yaml"),
        ("ä.yaml", "a\u0308.yaml"),
        ("ﬁ.yaml", "fi.yaml"),
        ("straße.yaml", "STRASSE.yaml"),
    ],
)
def test_names_that_are_one_file_elsewhere_are_refused(desk: Desk, one: str, other: str) -> None:
    assert key_of(one) == key_of(other)
    files = [*GOOD, (one, scenario("one")), (other, scenario("other"))]
    refused(desk, archive(desk, files), "are one file on other machines")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(desk: Desk) -> None:
    refused(desk, archive(desk, [*GOOD, GOOD[1]]), "are one file on other machines")


def test_a_second_manifest_in_other_letters_is_refused(desk: Desk) -> None:
    refused(desk, archive(desk, [*GOOD, ("PACK.YAML", MANIFEST)]), "are one file on other machines")


def test_the_files_own_names_never_reach_the_disk(desk: Desk) -> None:
    desk.add(archive(desk, [GOOD[0], ("Some Odd Name.yml", scenario("the-ward"))]))
    assert [each.name for each in desk.shelf.rglob("*.y*ml")] == ["pack.yaml", "the-ward.yaml"]


@pytest.mark.parametrize("name", ["../evil", "/evil", "con", "Evil", "a/b", "evil.yaml", ""])
def test_an_id_that_is_no_name_refuses_the_pack(desk: Desk, name: str) -> None:
    refused(desk, archive(desk, [GOOD[0], ("evil.yaml", scenario(f'"{name}"'))]))


def test_two_scenarios_with_one_id_are_refused(desk: Desk) -> None:
    refused(desk, archive(desk, [*GOOD, ("other.yaml", scenario("the-ward"))]), "two of its scenarios")


# Links, devices, locks


@pytest.mark.parametrize("mode", [0o120777, 0o020666, 0o060666, 0o010666, 0o140666], ids=oct)
def test_a_link_or_device_in_a_zip_is_refused(desk: Desk, mode: int) -> None:
    info = zipfile.ZipInfo("link.yaml")
    info.external_attr = mode << 16
    refused(desk, archive(desk, [*GOOD, (info, "/etc/passwd")]), "is a link or a device")


def test_a_link_in_a_folder_is_refused(desk: Desk) -> None:
    secret = desk.folder / "secret.yaml"
    secret.write_text(scenario("secret"), encoding="utf-8")
    source = desk.pack()
    (source / "link.yaml").symlink_to(secret)
    refused(desk, source, '"link.yaml" is a link or a device')


def test_a_folder_behind_a_link_is_refused(desk: Desk) -> None:
    source = desk.pack()
    (source / "more").symlink_to(desk.folder)
    refused(desk, source, '"more" is a link or a device')


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_a_pipe_or_socket_in_a_folder_is_refused_and_not_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = desk.pack()
    os.mkfifo(source / "pipe.yaml")
    refused(desk, source, "is a link or a device")
    other = desk.pack("other")
    monkeypatch.chdir(other)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s.yaml")
        refused(desk, other, "is a link or a device")


def test_folders_in_a_folder_are_not_looked_into(desk: Desk) -> None:
    source = desk.pack()
    (source / "deep" / "deeper").mkdir(parents=True)
    (source / "deep" / "more.yaml").write_text(scenario("more"), encoding="utf-8")
    (source / ".git").mkdir()
    assert desk.add(source).scenarios == ("the-ward",)


def test_a_locked_zip_is_refused(desk: Desk) -> None:
    path = archive(desk, GOOD)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    refused(desk, path, "is locked with a password")


# Sizes


def test_a_zip_bomb_is_refused_by_its_ratio(desk: Desk) -> None:
    refused(desk, archive(desk, [*GOOD, ("big.yaml", b" " * 900_000)]), "is squeezed more than 100 times")
    refused(desk, archive(desk, [*GOOD, ("big.png", b" " * 9_000_000)], "b.zip"), "is squeezed more than")


def test_a_zip_that_lies_about_its_sizes_is_refused(desk: Desk) -> None:
    path = archive(desk, [*GOOD, ("big.yaml", os.urandom(600_000).hex().encode())])
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 2_000)
    path.write_bytes(data)
    refused(desk, path)


def test_many_bytes_are_refused(desk: Desk) -> None:
    refused(desk, desk.pack(**{"big.yaml": b"#" * 1_000_001}), "is larger than 1000 kB")
    refused(desk, desk.pack("two", **{"pack.yaml": MANIFEST + "#" * 200_000}), "is larger than 200 kB")
    noise = [(f"n{at}.png", os.urandom(1_000_000)) for at in range(21)]
    refused(desk, archive(desk, [*GOOD, *noise], "three.zip"), "is larger than 20 MB")


def test_many_files_are_refused(desk: Desk) -> None:
    many = [(f"s{at}.yaml", "x") for at in range(MOST_FILES)]
    refused(desk, archive(desk, [*GOOD, *many]), f"more than {MOST_FILES} files")
    refused(desk, desk.pack(**dict(many)), f"more than {MOST_FILES} files")


# What is no pack


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"PK\x03\x04" + b"\xff" * 80, b"\x1f\x8b\x08", b"#!/bin/sh"],
)
def test_what_is_no_zip_is_told(desk: Desk, data: bytes) -> None:
    path = desk.folder / "pack.zip"
    path.write_bytes(data)
    refused(desk, path)


def test_broken_zips_are_told_whatever_is_broken(desk: Desk) -> None:
    good = archive(desk, GOOD).read_bytes()
    for at in range(0, len(good), 7):
        data = bytearray(good)
        data[at] ^= 0xFF
        path = desk.folder / "broken.zip"
        path.write_bytes(data)
        try:
            desk.add(path)
        except PackError:
            pass
        else:
            for each in sorted(desk.shelf.rglob("*"), reverse=True):
                each.rmdir() if each.is_dir() else each.unlink()
    assert desk.is_empty()


def test_what_is_nowhere_is_told(desk: Desk) -> None:
    refused(desk, desk.folder / "nowhere", "there is no pack at")


def test_a_pack_needs_its_manifest_and_a_scenario(desk: Desk) -> None:
    refused(desk, archive(desk, GOOD[1:]), "there is no pack.yaml in it")
    refused(desk, archive(desk, GOOD[:1], "b.zip"), "there is no scenario in it")
    refused(
        desk, archive(desk, [("a/pack.yaml", MANIFEST), ("b/pack.yaml", MANIFEST)], "c.zip"), "no pack.yaml"
    )
    refused(desk, archive(desk, [("a/b/pack.yaml", MANIFEST)], "d.zip"), "no pack.yaml")


# Contents


@pytest.mark.parametrize(
    "text",
    [
        "!!python/object/apply:os.system [echo pwned > pwned]",
        story() + "extra: !!python/name:os.system\n",
        "a: &a [x, x]\nb: [*a, *a]\n",
        "[" * 10_000,
        "scenario: the-ward\x00",
        "\x1b]52;c;aGk=\x07",
        story().replace("goes: lost", "goes: __import__('os').system('id')"),
        story().replace("title: The test", "title: The test\nwhen: __import__('os')"),
    ],
    ids=range(8),
)
def test_a_scenario_that_is_none_refuses_the_pack(
    desk: Desk, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.folder)
    refused(desk, desk.pack(**{"evil.yaml": text}))


def test_control_signs_and_markup_in_a_pack_are_only_text(desk: Desk) -> None:
    text = scenario("the-ward").replace("title: The test", 'title: "\\e]52;c;aGk=\\a[bold]Hi[/] \\u202eevil"')
    added = desk.add(desk.pack(**{"the-ward.yaml": text}))
    assert added.scenarios == ("the-ward",)
