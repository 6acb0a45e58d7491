"""Cases that are kept: made, added to, examined anew, searched, verified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain
from pathlib import Path

from twosource import __version__
from twosource.comparison.lineage.shared_text import KnownPairs
from twosource.engine.desk import applied_case
from twosource.engine.editions import current, drawn, pairs_of
from twosource.engine.examination import Repeated, fetched
from twosource.engine.loaded import embedded, meaning
from twosource.engine.readings import Shelf, examination_key
from twosource.engine.served import show
from twosource.engine.tables import load_tables
from twosource.errors import MaterialError, NotFoundError
from twosource.model.brief import BriefDocument
from twosource.model.case import Case, Unreadable
from twosource.model.custody import Fault, Stamp, broken_links
from twosource.model.entity import Ruling
from twosource.model.hit import Hit, HitKind
from twosource.model.original import Original
from twosource.model.report import Report
from twosource.pipeline import examine as pipeline
from twosource.pipeline.editions import Pair, with_editions
from twosource.pipeline.examine import told
from twosource.pipeline.kernels import read_each
from twosource.pipeline.progress import SILENT, Progress
from twosource.pipeline.reading import ReadReport
from twosource.reviews.apply import rulings_of
from twosource.sources.files import FileSource
from twosource.store.case_file import case_json, read_case
from twosource.store.kept import KeptCase, create, open_kept
from twosource.store.package_file import describe, package_faults
from twosource.store.rows import Run


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding files to a case.

    Attributes:
        added: Names of the originals that are new.
        repeated: Names of those whose bytes the case holds already.
        versions: Names of those that stand beside an earlier original of that name.
        unreadable: What could not be read.
    """

    added: tuple[str, ...]
    repeated: tuple[str, ...]
    versions: tuple[str, ...]
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True)
class Updated:
    """What came of examining a kept case anew.

    Attributes:
        case: The case as it stands.
        run: Number of the run.
        fresh: Whether a run was kept; an examination that gives the same is not kept twice.
        unreadable: What could not be read.
        repeated: Reports that were left out because their bytes are there already.
    """

    case: Case
    run: int
    fresh: bool
    unreadable: tuple[Unreadable, ...]
    repeated: tuple[Repeated, ...]


def new_case(place: str, stamp: Stamp) -> None:
    """Make an empty case. See :func:`twosource.store.kept.create`."""
    with create(place, __version__, stamp) as case:
        describe(case)


def add_files(
    place: str, paths: Sequence[Path], stamp: Stamp, addresses: Sequence[str] = ()
) -> Added:
    """Keep the originals under paths, and what addresses answer, in a case.

    Nothing is examined yet; see :func:`add_originals`.

    Raises:
        NotFoundError: If there is no such case.
        SettingsError: If the case cannot be written to, or what fetching needs is not installed.
    """
    with open_kept(place):
        # A place that is none is refused before anything is fetched.
        pass
    web = fetched(addresses) if addresses else ()
    return add_originals(place, chain(FileSource(list(paths)).originals(), web), stamp)


def add_originals(place: str, items: Iterable[Original | Unreadable], stamp: Stamp) -> Added:
    """Keep originals from any source in a case.

    Raises:
        NotFoundError: If there is no such case.
        SettingsError: If the case cannot be written to.
    """
    found: list[Original] = []
    unreadable: list[Unreadable] = []
    for item in items:
        if isinstance(item, Unreadable):
            unreadable.append(item)
        else:
            found.append(item)
    with open_kept(place) as case:
        names = set(case.names())
        added = set(case.add(found, __version__, stamp))
        describe(case)
    new = [original.name for original in found if original.sha256 in added]
    return Added(
        added=tuple(new),
        repeated=tuple(o.name for o in found if o.sha256 not in added),
        versions=tuple(name for name in new if name in names),
        unreadable=tuple(unreadable),
    )


def update_case(
    place: str, stamp: Stamp, progress: Progress = SILENT, threads: int | None = None
) -> Updated:
    """Examine all that a case holds and keep the result; the brief tells what changed.

    What was read off a report before is not read again, and where nothing came, went or was decided
    nothing is examined. The result is that of a whole examination, byte for byte.

    Of originals with one name the one that came last is examined; the others stay kept.

    Raises:
        NotFoundError: If there is no such case, or nothing in it can be examined.
        SettingsError: If the case cannot be written to.
    """
    with open_kept(place) as kept:
        shelf = Shelf(kept)
        originals = shelf.drawn(kept.arrived())
        found, pairs = current(originals), pairs_of(originals)
        if not found.reports:
            raise NotFoundError(f"{kept.named}: there is no report in the case yet; add some first")
        last = kept.last_run()
        reviews = kept.reviews()
        rulings = rulings_of(reviews, found.reports)
        made_of = len(reviews), examination_key(found.reports, pairs, rulings)
        if last is not None and last.inputs == made_of[1]:
            run, told_in = last, None
        else:
            load_tables()
            texts = _texts(found.reports, pairs)
            read = shelf.read(texts, progress, threads)
            shared = shelf.pairs(found.reports)
            known = len(shared)
            kept.drop_readings(shelf.used)
            case = _joined(_Material(found.reports, read, pairs), rulings, progress, shared)
            if len(shared) > known:
                shelf.put_pairs(shared, found.reports)
            run, told_in = _kept_run(kept, case, last, made_of, stamp)
        describe(kept)
        # A new run is shown as soon as it is kept; a browser that opens the case need not wait.
        stands = applied_case(kept) if run == last else show(kept, run.document, told_in)
        return Updated(stands.case, run.id, run != last, found.unreadable, found.repeated)


@dataclass(frozen=True, slots=True)
class _Material:
    """What is examined: reports, what was read off every text, and the editions among them."""

    reports: Sequence[Report]
    read: Sequence[ReadReport]
    pairs: Sequence[Pair]


def _joined(
    material: _Material,
    rulings: Sequence[Ruling],
    progress: Progress,
    shared: KnownPairs | None = None,
) -> Case:
    """Examine reports that were read, and compare the editions of each; the brief is untold."""
    given = {one.extract.report.id: one for one in material.read}
    wanted = [given[report.id] for report in pipeline.to_read(material.reports)]
    case = pipeline.found_in_read(material.reports, wanted, meaning(), progress, rulings, shared)
    return with_editions(case, material.pairs, given)


def _texts(reports: Sequence[Report], pairs: Sequence[Pair]) -> tuple[Report, ...]:
    """Every text that is read, each once: what is examined, and the editions of it."""
    editions = (one for pair in pairs for one in (pair.before, pair.after))
    return tuple({report.id: report for report in (*reports, *editions)}.values())


def _kept_run(
    kept: KeptCase, case: Case, last: Run | None, made_of: tuple[int, str], stamp: Stamp
) -> tuple[Run, Case]:
    """Keep an examination, unless it found what the last one did.

    Its brief is told here, where the earlier examination is at hand.

    Returns:
        The run that holds it, and the case of that run.
    """
    earlier = None if last is None else read_case(last.document)
    if last is not None and earlier is not None and _findings(earlier) == _findings(case):
        return last, earlier
    case = told(case, earlier)
    return kept.put_run(case_json(case), hits_of(case), __version__, stamp, made_of), case


def case_document(place: str) -> str:
    """The document of the last examination of a case, with what people decided.

    Raises:
        NotFoundError: If there is no such case, or it was not examined yet.
    """
    with open_kept(place) as kept:
        return case_json(applied_case(kept).case)


def search_case(place: str, words: str, limit: int) -> tuple[Hit, ...]:
    """What in the last examination of a case holds all the words."""
    with open_kept(place) as kept:
        return kept.search(words, limit)


def verify_case(place: str, *, replay: bool = True) -> tuple[Fault, ...]:
    """Check a case against itself: the chain, the originals, the spans, and every result.

    Args:
        place: The case.
        replay: Whether the originals are read and examined again, without what is kept of single
            reports, and everything is compared. A run that another version made cannot be
            replayed, and that is a fault.

    Returns:
        What is wrong; nothing where all holds.
    """
    with open_kept(place) as kept:
        faults = [
            *broken_links(kept.log()),
            *broken_links(kept.reviews(), "review"),
            *kept.faults(),
            *package_faults(kept),
        ]
        last = kept.last_run()
        if last is None:
            return tuple(faults)
        try:
            case = read_case(last.document)
        except MaterialError as error:
            faults.append(Fault(f"run {last.id}", error.what))
        else:
            if replay and not faults:
                faults += _replayed(kept, case, last)
    return tuple(faults)


def _replayed(kept: KeptCase, case: Case, run: Run) -> Iterator[Fault]:
    """Examine the originals again, knowing the reviews that the run knew, and compare."""
    where = f"run {run.id}"
    if run.version != __version__:
        yield Fault(
            where, f"version {run.version} made it; this one is {__version__}: update the case"
        )
        return
    originals = [drawn(original) for original in kept.arrived()]
    reports, pairs = current(originals).reports, pairs_of(originals)
    load_tables()
    rulings = rulings_of(kept.reviews()[: run.reviews], reports)
    wanted = pipeline.to_read(_texts(reports, pairs))
    read = tuple(read_each(wanted, embedded(), SILENT))
    again = _joined(_Material(reports, read, pairs), rulings, SILENT)
    if [r.id for r in again.reports] != [r.id for r in case.reports]:
        yield Fault(where, "it is of other reports than the case holds now: update the case")
        return
    for part in fields(Case):
        if part.name != "brief" and getattr(again, part.name) != getattr(case, part.name):
            yield Fault(where, f"examined again, its {part.name} come out otherwise")


_UNTOLD = BriefDocument("", (), (), ())


def _findings(case: Case) -> Case:
    """A case without its brief, which tells of changes too."""
    return replace(case, brief=_UNTOLD)


def hits_of(case: Case) -> tuple[Hit, ...]:
    """What can be searched in a case: its sentences, its statements, its claims."""
    sentences = (
        Hit(HitKind.SENTENCE, one.span.report, one.span.quote, one.span) for one in case.sentences
    )
    statements = (
        Hit(HitKind.STATEMENT, one.id, " ".join(p.quote for p in one.parts), one.content)
        for one in case.statements
    )
    claims = (
        Hit(HitKind.CLAIM, claim.id, f"{question.text} {claim.answer}", claim.spans[0])
        for question in case.questions
        for claim in question.claims
    )
    return (*sentences, *statements, *claims)
