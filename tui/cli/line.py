"""The words and options of the command line."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.model import ExportFormat
from tui.cli import commands, extract, gazetteer, serve, sources
from tui.views.moments import NotAMomentError, moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    _Names = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

_PLACES = ("--config", "--store")


def named_by(words: Sequence[str]) -> argparse.Namespace:
    """Return what the command line names; ends the program with a sentence where it names nothing."""
    # The dashboard need not wait until the words of all commands are there, of which it needs none.
    return (_own_options() if _are_of_dashboard(words) else parser()).parse_args(words)


def parser() -> argparse.ArgumentParser:
    """Return the command line with all its commands."""
    line = _own_options()
    _add_commands(line)
    return line


def _are_of_dashboard(words: Sequence[str]) -> bool:
    """Tell whether there is nothing but where configuration and store are, told word by word."""
    following = iter(words)
    return all(word in _PLACES and not next(following, "-").startswith("-") for word in following)


def _own_options() -> argparse.ArgumentParser:
    line = argparse.ArgumentParser(
        prog="frontwatch",
        description="Watches a front line from open sources. Without a command: opens the dashboard.",
    )
    line.add_argument(
        "--version",
        action="store_const",
        const=commands.version,
        dest="command",
        help="say which version this is",
    )
    line.add_argument(
        "--about",
        action="store_const",
        const=commands.about,
        dest="command",
        help="say whose work the program's data is, and its licences",
    )
    _add_places(line, default=None)
    line.set_defaults(command=commands.dashboard)
    return line


def _add_commands(line: argparse.ArgumentParser) -> None:
    names = line.add_subparsers(title="commands", metavar="COMMAND")
    _add_demo(_said(names, "demo", "show a fictional fortnight, without any network"))

    of_browser = _said(names, "serve", "show the dashboard in a browser of this machine")
    _add_serve(of_browser)
    collect = _said(names, "collect", "poll the sources without a screen")
    _add_collect(collect)
    once = _said(names, "once", "poll every source once and print the board")
    once.add_argument("--plain", action="store_true", help="print linear text (the default)")
    _add_filter(once)
    once.set_defaults(command=commands.once)
    status = _said(names, "status", "say how the polling goes and what the store holds")
    status.add_argument("--json", action="store_true", help="as JSON, for scripts")
    status.set_defaults(command=commands.status)
    rebuild = _said(names, "rebuild", "compute claims and quotes again from all kept items and decisions")
    rebuild.set_defaults(command=commands.rebuild)
    export = _said(names, "export", "print the board of any moment with all that it rests on")
    _add_export(export)
    check = _said(names, "check", "say what is wrong with the configuration")
    check.set_defaults(command=commands.check)
    _add_extract(_said(names, "extract", "say what a text, a web page or JSON lines tell"))
    of_sources = _said(names, "sources", "list, test, add, pause, import and export sources")
    _add_sources(of_sources)
    of_places = _said(names, "gazetteer", "show the places in use, import and update them")
    _add_gazetteer(of_places)
    for command in (of_browser, collect, once, status, rebuild, export, check, of_sources, of_places):
        _add_places(command, default=argparse.SUPPRESS)


def _said(names: _Names, name: str, words: str) -> argparse.ArgumentParser:
    """Return a new command that is told by ``words`` in the list of commands and in its own help."""
    return names.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")


def _add_places(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    """Take the options before and after the command alike."""
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help="configuration file")
    parser.add_argument(
        "--store", type=Path, default=default, metavar="FILE", help="SQLite file to keep all in"
    )


def _add_demo(demo: argparse.ArgumentParser) -> None:
    demo.add_argument("--once", action="store_true", help="play it through, print the board and exit")
    demo.add_argument("--plain", action="store_true", help="the same as --once")
    _add_filter(demo, "with --once: ")
    demo.add_argument("--port", type=int, default=0, help="serve the scenario on this port (default: any)")
    demo.set_defaults(command=commands.demo)


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=["demo"], help="demo: the fictional scenario")
    parser.add_argument("--port", type=int, default=8000, help="of 127.0.0.1 (default: 8000)")
    parser.set_defaults(command=serve.serve)


def _add_extract(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Reads a text in English, Ukrainian or Russian, a saved web page, or JSON lines with a document "
        "each (id, source, published, title, text), and prints what they say: reports from the front, "
        "quotes, and who has not answered. Which of the three a file is, and in which language, is told "
        "from its content. Nothing is kept."
    )
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        default=Path("-"),
        metavar="FILE",
        help="what to read (default, and for -: standard input)",
    )
    parser.add_argument("--json", action="store_true", help="as JSON lines, one for each document")
    parser.add_argument(
        "--published",
        default="",
        metavar="DATE",
        help="when a text that does not say so was published, by which its days are told (default: now)",
    )
    parser.add_argument(
        "--source",
        default="",
        metavar="SOURCE",
        help="whose a text is that does not say so: the id of a source, or a class and an alignment such as "
        "official/ukrainian (default: an independent outlet)",
    )
    parser.add_argument(
        "--config", type=Path, default=argparse.SUPPRESS, metavar="FILE", help="configuration file"
    )
    parser.set_defaults(command=extract.extract)


def _add_collect(collect: argparse.ArgumentParser) -> None:
    collect.add_argument("--once", action="store_true", help="poll every source once, read it, and exit")
    collect.add_argument(
        "--urls",
        type=Path,
        metavar="FILE",
        help="poll these addresses, one a line, and no configured source; needs --store with a file that "
        "is new or was filled from lists only",
    )
    _add_private(collect, "with --urls: ")
    collect.set_defaults(command=commands.collect)


def _add_private(parser: argparse.ArgumentParser, when: str = "") -> None:
    parser.add_argument(
        "--allow-private",
        action="append",
        default=[],
        metavar="CIDR",
        help=f"{when}let addresses of this private range be polled, such as 127.0.0.0/8; may be given again",
    )


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument(
        "--as-of",
        type=_moment,
        metavar="MOMENT",
        help="as it was then, such as 2025-03-28T18:00, yesterday or -6h; UTC where no zone is given "
        "(default: now)",
    )
    _add_filter(export)
    export.add_argument(
        "--format",
        choices=[form.value for form in ExportFormat],
        metavar="FORMAT",
        help=f"{', '.join(ExportFormat)} (default: as the ending of FILE tells, else markdown)",
    )
    export.add_argument("--json", action="store_true", help="the same as --format json")
    export.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")
    export.add_argument("--overwrite", action="store_true", help="write over FILE where it is there")
    export.set_defaults(command=commands.export)


def _add_filter(parser: argparse.ArgumentParser, when: str = "") -> None:
    parser.add_argument(
        "--filter",
        default="",
        metavar="LINE",
        help=f"{when}only what fits, such as 'oblast:belgorod standing:>=corroborated' (see the README)",
    )


def _moment(words: str) -> datetime:
    """Return a moment as the dashboard takes it, or any other of ISO 8601."""
    now = datetime.now(UTC)
    try:
        told = datetime.fromisoformat(words)
    except ValueError:
        try:
            return moment_of(words, now)
        except NotAMomentError as error:
            raise argparse.ArgumentTypeError(str(error)) from error
    return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=sources.list_sources)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    _said(actions, "list", "list the configured sources (the default)").set_defaults(
        command=sources.list_sources
    )
    test = _said(actions, "test", "poll an address once, keep nothing, and show what it brings")
    test.add_argument("url", help="an address, or the id of a configured source")
    _add_private(test)
    test.set_defaults(command=sources.test)
    add = _said(actions, "add", "add a source at the end of the configuration file")
    add.add_argument("url", help="its address")
    for option, words in _ADDED.items():
        add.add_argument(f"--{option}", metavar=option.upper(), help=words)
    add.set_defaults(command=sources.add)
    for action, words in (("pause", "poll a source no more"), ("resume", "poll a paused source again")):
        stop = _said(actions, action, words)
        stop.add_argument("id", help="the id of a configured source")
        stop.set_defaults(command=sources.pause, paused=action == "pause")
    bring = _said(actions, "import", "add the feeds of an OPML file to the configuration")
    bring.add_argument("file", type=Path, help="an OPML file")
    bring.set_defaults(command=sources.import_opml)
    give = _said(actions, "export", "write the configured sources as OPML")
    give.add_argument("file", type=Path, nargs="?", help="where to (default: standard output)")
    give.set_defaults(command=sources.export_opml)
    for each in actions.choices.values():
        _add_places(each, default=argparse.SUPPRESS)


def _add_gazetteer(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=gazetteer.status)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    status = _said(actions, "status", "say which places are in use, and whence (the default)")
    status.set_defaults(command=gazetteer.status)
    bring = actions.add_parser(
        "import",
        help="take in country dumps of GeoNames",
        description="Takes in country dumps of GeoNames for Ukraine and Russia: places that are known get "
        "better points and further names, others are added. A file that is cut short or of something else "
        "is refused, and the places in use stay as they were. Without a file: does it once more with what "
        "was imported before, as after a new version of frontwatch.",
    )
    bring.add_argument(
        "files",
        type=Path,
        nargs="*",
        metavar="FILE",
        help="UA.zip, RU.zip, and alternateNamesV2.zip for names by language; also .txt and .txt.gz",
    )
    bring.add_argument("--extract", action="store_true", help="take files with fewer places than whole dumps")
    bring.set_defaults(command=gazetteer.import_files)
    update = actions.add_parser(
        "update",
        help="fetch the country dumps of GeoNames and take them in",
        description="Fetches UA.zip and RU.zip (some 20 MB) and imports them. What broke off is gone on "
        "with the next time; a file that has not changed is not fetched again.",
    )
    update.add_argument(
        "--url", default="", metavar="URL", help="from where (default: [gazetteer] url, else GeoNames itself)"
    )
    update.add_argument("--names", action="store_true", help="alternateNamesV2.zip too (some 200 MB)")
    _add_private(update)
    update.set_defaults(command=gazetteer.update)
    for each in (parser, *actions.choices.values()):
        default = None if each is parser else argparse.SUPPRESS
        each.add_argument(
            "--into", type=Path, default=default, metavar="DIR", help="another place for the import"
        )
        each.add_argument(
            "--oblasts",
            action="store_true",
            default=False if each is parser else argparse.SUPPRESS,
            help="what was imported, oblast by oblast",
        )
    for each in actions.choices.values():
        _add_places(each, default=argparse.SUPPRESS)


_ADDED = {
    "id": "a short name (default: made from the address)",
    "title": "what the screen calls it (default: its host)",
    "kind": "feed, telegram, mastodon … (default: told from the address)",
    "class": "outlet, wire, official … (default: outlet)",
    "alignment": "independent, ukrainian or russian (default: independent)",
    "reliability": "A to F (default: F, cannot be judged)",
    "language": "en, uk or ru",
}
