"""The files of the law data: which there are, which have a name that nothing reads, and their digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from jurisrights.errors import DataError, Problem
from jurisrights.reading.structure import TomlFile
from jurisrights.reading.words import did_you_mean

_TOP: Final = ("checks.toml", "documents.toml", "release.toml", "rights.toml", "facts.toml", "places.toml", "days.toml", "scenarios/<any name>.toml")
_REGIME: Final = (
    "regime.toml",
    "facts.toml",
    "side-rules.toml",
    "side-rules-<subject>.toml",
    "limits.toml",
    "limits-<place>.toml",
    "authorities.toml",
    "policy.toml",
    "rights/<provision>.toml",
    "scenarios/<any name>.toml",
)


class Problems:
    """Collects the problems of several files, so that all are reported at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def __enter__(self) -> None:
        """Begin a piece of reading whose failure must not hide other problems."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        """Keep the problems of a DataError and go on; anything else is a fault of ours and goes up."""
        if isinstance(error, DataError):
            self._found += error.problems
            return True
        return False

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep some problems."""
        self._found += problems

    def stop_if_any(self) -> None:
        """Raise everything that was found.

        Raises:
            DataError: if there was anything.
        """
        if self._found:
            raise DataError(self._found)


@attrs.frozen
class LawFolder:
    """The folder `jurisdictions/`, or another one of the same shape."""

    path: Path

    def read(self, name: str) -> TomlFile:
        """Read a file by its name within the folder.

        Raises:
            DataError: it is missing, cannot be read, or is no TOML.
        """
        shown = f"{self.path.name}/{name}"
        try:
            return TomlFile(shown, (self.path / name).read_bytes())
        except FileNotFoundError:
            message = "this file is missing"
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
        raise DataError([Problem(file=shown, line=None, rule="file", message=message)])

    def has(self, name: str) -> bool:
        """Say whether there is such a file."""
        return (self.path / name).exists()

    def regimes(self) -> list[str]:
        """Give the ids of the regimes: the folders with a `regime.toml`."""
        return sorted({name.split("/")[0] for name in self.names() if re.fullmatch(r"[^/]+/regime\.toml", name)})

    def names(self, pattern: str = "") -> list[str]:
        """Give the names of the files that match a pattern of `docs/law-format.md` (none: of every TOML file), sorted."""
        return sorted(name for name in self._found() if not pattern or _matches(name, pattern))

    def _found(self) -> Iterator[str]:
        for path in self.path.rglob("*"):
            name = path.relative_to(self.path)
            if path.suffix.lower() == ".toml" and not any(part.startswith(".") for part in name.parts):
                yield name.as_posix()

    def strangers(self) -> Iterator[Problem]:
        """Give a problem for each TOML file that nothing would read: its law would be lost in silence."""
        regimes = self.regimes()
        lost = {top for name in self.names() if (top := name.rpartition("/")[0].split("/")[0]) not in {"", "scenarios", *regimes}}
        for top in sorted(lost):
            yield self._problem(top, "this folder has no regime.toml, so nothing in it is read")
        for name in self.names():
            top = name.split("/")[0]
            known: Sequence[str] = [f"{top}/{pattern}" for pattern in _REGIME] if top in regimes else _TOP
            if top not in lost and not any(_matches(name, pattern) for pattern in known):
                yield self._problem(name, f"no file of the law data has this name{did_you_mean(name, known)}")

    def _problem(self, name: str, message: str) -> Problem:
        return Problem(file=f"{self.path.name}/{name}", line=None, rule="file", message=message)

    def digest(self) -> str:
        """Give the SHA-256 of the names and contents of all files, the same on every system.

        Raises:
            DataError: a file cannot be read.
        """
        digest = hashlib.sha256()
        for name in self.names():
            try:
                content = (self.path / name).read_bytes()
            except OSError as error:
                raise DataError([self._problem(name, f"cannot be read: {error.strerror}")]) from None
            digest.update(name.encode())
            digest.update(b"\0")
            digest.update(content.replace(b"\r\n", b"\n"))
        return digest.hexdigest()


def _matches(name: str, pattern: str) -> bool:
    """Say whether a name is of the form `rights/<provision>.toml`; what stands between `<` and `>` is any one word."""
    return re.fullmatch(re.sub(r"<[^>]+>", "[^/]+", pattern).replace(".", r"\."), name) is not None
