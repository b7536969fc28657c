#!/usr/bin/env python3
"""Consent records, verified in Python: docs/format.md in one file, with the standard library alone.

    python3 examples/python/verify.py DIR

runs the test vectors in DIR (vectors/README.md), prints a line for each one that fails, then
"N passed, N failed". Exit code 0 where all passed, 1 where one failed, 2 where it was called wrongly.

A server needs five functions of it: `read_manifest` once, at the start; for each registration
`accept_consent`, or `accept_fallback` where the form was sent without script; `verify_record` for
records that are looked at later; `read_standing` for what a server says about a person.
The section numbers are those of docs/format.md.
"""

import hashlib
import json
import re
import sys
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

MINUTE = 60 * 1000


class Refused(Exception):
    """What was read or verified is not acceptable: a code, and the path of the field it is about."""

    def __init__(self, code, path=""):
        super().__init__(f"{code} at {path!r}")
        self.code = code
        self.path = path


# 1. Reading. A kind is a function that takes a value and its path, and gives what was read.

# Not str.strip() or str.isspace(): Python's idea of white space is another one.
WHITE_SPACE = frozenset(
    chr(code)
    for code in (
        *range(0x09, 0x0E),
        *(0x20, 0xA0, 0x1680),
        *range(0x2000, 0x200B),
        *(0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF),
    )
)
MOST_MARKS = 30
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# `[0-9]`, because \d takes the digits of every script; fullmatch everywhere, because $ lets a newline pass.
DATE = re.compile(r"([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})")
INSTANT = re.compile(
    DATE.pattern + r"T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,3}))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))"
)
TIME = re.compile(DATE.pattern + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
DURATION = re.compile(
    r"P(?=.)(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?"
    r"(?:T(?=.)(?:([0-9]{1,4})H)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})S)?)?"
)


def inside(path, name):
    return f"{path}.{name}" if path else name


def string(value, path):
    if not isinstance(value, str):
        raise Refused("type", path)
    in_a_row = 0
    for character in value:
        in_a_row = in_a_row + 1 if unicodedata.category(character)[0] == "M" else 0
        if in_a_row > MOST_MARKS:
            raise Refused("value", path)
    return unicodedata.normalize("NFC", value)


def text(value, path):
    value = string(value, path)
    if all(character in WHITE_SPACE for character in value):
        raise Refused("type", path)
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise Refused("value", path)
    return value


def flag(value, path):
    if not isinstance(value, bool):
        raise Refused("type", path)
    return value


def matching(is_right):
    def read(value, path):
        value = string(value, path)
        if not is_right(value):
            raise Refused("value", path)
        return value

    return read


def pattern(expression):
    return matching(re.compile(expression).fullmatch)


def one_of(*values):
    return matching(lambda value: value in values)


def or_null(kind):
    return lambda value, path: None if value is None else kind(value, path)


def list_of(kind, at_least=0):
    def read(value, path):
        if not isinstance(value, list) or len(value) < at_least:
            raise Refused("type", path)
        return [kind(entry, f"{path}[{i}]") for i, entry in enumerate(value)]

    return read


def shape(fields, may_be_absent=()):
    """An object with these fields, read in their order; every other field is left out."""

    def read(value, path):
        if not isinstance(value, dict):
            raise Refused("type", path)
        found = {}
        for name, kind in fields.items():
            if name in value:
                found[name] = kind(value[name], inside(path, name))
            elif name not in may_be_absent:
                raise Refused("type", inside(path, name))
        return found

    return read


def by_lang(kind):
    def read(value, path):
        if not isinstance(value, dict):
            raise Refused("type", path)
        langs = sorted(key for key in value if LANG.fullmatch(key))
        return {key: kind(value[key], inside(path, key)) for key in langs}

    return read


def by_id(kind):
    def read(value, path):
        if not isinstance(value, dict):
            raise Refused("type", path)
        found = {}
        for key in sorted(value):
            if not ID.fullmatch(key):
                raise Refused("value", inside(path, key))
            found[key] = kind(value[key], inside(path, key))
        return found

    return read


def days_in_month(year, month):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else MONTH_LENGTHS[month - 1]


def is_date(value):
    match = DATE.fullmatch(value)
    if not match:
        return False
    year, month, day = map(int, match.groups())
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def is_instant(value):
    match = INSTANT.fullmatch(value)
    if not match or not is_date(value[:10]):
        return False
    hour, minute, second = map(int, match.group(4, 5, 6))
    offset_hour, offset_minute = int(match[9] or 0), int(match[10] or 0)
    return hour <= 23 and minute <= 59 and second <= 59 and offset_hour <= 23 and offset_minute <= 59


def is_time(value):
    return TIME.fullmatch(value) and is_instant(value)


def is_term(value):
    return value == "until-purpose-achieved" or is_date(value) or is_instant(value) or DURATION.fullmatch(value)


ID = re.compile(r"[a-z0-9-]+")
LANG = re.compile(r"[a-z]{2,3}")

identifier = matching(ID.fullmatch)
lang = matching(LANG.fullmatch)
version = pattern(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
clause = pattern(r"[0-9]+(\.[0-9]+)*|[a-z0-9-]+")
country = pattern(r"[A-Z]{2}")
sha256 = pattern(r"[0-9a-f]{64}")
uuid = pattern(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
instant = matching(is_instant)
time = matching(is_time)
term = matching(is_term)
url = text  # Kept as written: a record is compared with it, character by character.


def read_json(entry):
    """Parse JSON as RFC 8259 has it. Raises ValueError for everything else."""

    def no_constant(name):
        raise ValueError(f"{name} is not JSON")

    # No field is a number, and Python refuses to convert the longest ones.
    number = float
    try:
        return json.loads(entry, parse_constant=no_constant, parse_int=number, parse_float=number)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


# 2. Manifest

OPERATOR = shape(
    {
        "name": text,
        "bin": or_null(text),
        "address": or_null(text),
        "email": or_null(text),
        "url": or_null(url),
    }
)
DOCUMENT = shape({"url": or_null(url), "sha256": or_null(sha256), "anchor": or_null(text)})
POINT = shape({"id": identifier, "label": text, "text": text, "clauses": list_of(clause)})
NOTICE = shape(
    {
        "question": text,
        "brief": text,
        "title": text,
        "points": list_of(POINT, at_least=1),
        "details": list_of(POINT),
        "clauseNames": by_id(text),
        "agree": text,
        "agreeFor": text,
        "accept": text,
        "decline": text,
        "purposes": by_id(text),
        "changes": list_of(text),
    },
    may_be_absent=("clauseNames", "agreeFor", "purposes", "changes"),
)
PURPOSE = {"id": identifier, "clause": clause, "dpv": text, "required": flag}
# What a record repeats of the terms, in this order; `term` is its `event.valid`, and its purposes have decisions.
REPEATED_TERMS = {
    "data": list_of(shape({"id": identifier, "clause": clause, "dpv": text}), at_least=1),
    "thirdParties": shape({"transfer": or_null(flag), "who": list_of(text)}),
    "crossBorder": shape({"transfer": or_null(flag), "countries": or_null(list_of(text))}),
    "publicSources": or_null(flag),
    "storage": shape({"locations": or_null(list_of(text)), "retention": or_null(text)}),
    "automated": or_null(flag),
    "withdraw": shape({"url": or_null(url), "email": or_null(text)}),
}
TERMS = shape({"term": or_null(term), "purposes": list_of(shape(PURPOSE), at_least=1), **REPEATED_TERMS})
RELEASE = shape(
    {
        "version": version,
        "effectiveFrom": or_null(instant),
        "change": one_of("material", "editorial"),
        "cancelled": or_null(instant),
        "operator": OPERATOR,
        "official": list_of(lang, at_least=1),
        "documents": by_lang(DOCUMENT),
        "notice": by_lang(NOTICE),
        "terms": TERMS,
    }
)
MANIFEST = shape(
    {
        "schema": one_of("ipsm-policy/1"),
        "id": identifier,
        "jurisdiction": country,
        "releases": list_of(RELEASE, at_least=1),
    }
)


def read_manifest(value):
    """Read a manifest that was parsed from JSON. Raises Refused with the first fault."""
    manifest = MANIFEST(value, "")
    for i, release in enumerate(manifest["releases"]):
        check_release(manifest["releases"][:i], release, f"releases[{i}]")
    return manifest


def check_release(earlier, release, path):
    if any(release["version"] == other["version"] for other in earlier):
        raise Refused("duplicate", f"{path}.version")
    check_ids({f"{path}.terms.purposes": release["terms"]["purposes"]})
    check_ids({f"{path}.terms.data": release["terms"]["data"]})
    for language, notice in release["notice"].items():
        layers = ("points", "details")
        check_ids({f"{path}.notice.{language}.{layer}": notice[layer] for layer in layers})
    for name in ("notice", "documents"):
        if not release[name]:
            raise Refused("missing", f"{path}.{name}")
    begins = moment_or_null(release["effectiveFrom"])
    if release["cancelled"] is not None:
        if begins is None or begins <= moment(release["cancelled"]):
            raise Refused("value", f"{path}.cancelled")
    elif any(begins == moment_or_null(other["effectiveFrom"]) for other in earlier if other["cancelled"] is None):
        raise Refused("duplicate", f"{path}.effectiveFrom")


def check_ids(lists):
    seen = set()
    for path, entries in lists.items():
        for i, entry in enumerate(entries):
            if entry["id"] in seen:
                raise Refused("duplicate", f"{path}[{i}].id")
            seen.add(entry["id"])


# Moments are milliseconds since 1970 in UTC. Python's datetime ends with the year 9999, a term may end later.


def days_since_1970(year, month, day):
    """Howard Hinnant's days_from_civil: the years begin in March, so that the leap day is the last one."""
    year -= month <= 2
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return year * 365 + year // 4 - year // 100 + year // 400 + day_of_year - 719468


def moment(value):
    """The moment of an instant."""
    match = INSTANT.fullmatch(value)
    year, month, day, hour, minute, second = map(int, match.group(1, 2, 3, 4, 5, 6))
    milliseconds = int((match[7] or "0").ljust(3, "0"))
    offset = 0
    if match[8]:
        offset = (int(match[9]) * 60 + int(match[10])) * (1 if match[8] == "+" else -1)
    minutes = (days_since_1970(year, month, day) * 24 + hour) * 60 + minute - offset
    return (minutes * 60 + second) * 1000 + milliseconds


def moment_or_null(value):
    return None if value is None else moment(value)


# 3. Which release is in force


def in_order(manifest):
    """The releases that are not cancelled, in order of force."""

    def begins(release):
        # None, "always", is before every moment.
        at = moment_or_null(release["effectiveFrom"])
        return (0, 0) if at is None else (1, at)

    return sorted((r for r in manifest["releases"] if r["cancelled"] is None), key=begins)


def has_begun(release, at):
    return release["effectiveFrom"] is None or moment(release["effectiveFrom"]) <= at


def in_force(manifest, at):
    """The release in force at a moment, or None where all are cancelled."""
    order = in_order(manifest)
    begun = [release for release in order if has_begun(release, at)]
    return begun[-1] if begun else order[0] if order else None


def announced(manifest, at):
    """The release after the one in force, or None."""
    order = in_order(manifest)
    if not order:
        return None
    after = order[order.index(in_force(manifest, at)) + 1 :]
    return after[0] if after else None


def since(manifest, known_version, at):
    """The releases after the one with this version, up to the one in force."""
    order = in_order(manifest)
    if not order:
        return []
    until = order.index(in_force(manifest, at)) + 1
    versions = [release["version"] for release in order]
    first = versions.index(known_version) + 1 if known_version in versions else 0
    return order[first:until]


def release_of(manifest, wanted):
    return next((r for r in manifest["releases"] if r["version"] == wanted), None)


# 4. Canonical form, wire form, digests


def canonical(value):
    """RFC 8785. Keys are ASCII and there are no numbers, so that the standard library writes just that."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def wire(value):
    """The canonical form with everything above U+007E escaped: what forms and endpoints carry."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def digest(value):
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def notice_digest(release, language):
    notice = release["notice"][language]
    return digest({"lang": language, "notice": notice, "version": release["version"]})


def record_digest(record):
    return digest(record)


# 5. Record

DECISIONS = ("given", "declined", "not-asked")
RECORD = shape(
    {
        "schema": one_of("ipsm-consent-record/1"),
        "id": uuid,
        "prev": or_null(shape({"id": uuid, "sha256": or_null(sha256)})),
        "jurisdiction": country,
        "event": shape(
            {
                "state": one_of("given", "declined", "withdrawn"),
                "time": time,
                "by": one_of("self", "representative"),
                "method": one_of("form-checkbox", "form-fallback", "banner-button", "status-button", "script"),
                "valid": or_null(term),
            }
        ),
        "subject": shape({"ref": or_null(text), "nameFields": list_of(text)}),
        "operator": OPERATOR,
        "policy": shape(
            {
                "id": identifier,
                "version": version,
                "lang": lang,
                "url": or_null(url),
                "sha256": or_null(sha256),
                "manifest": or_null(url),
                "source": one_of("inline", "network", "cached", "bundled"),
                "effectiveFrom": or_null(instant),
            }
        ),
        "notice": shape({"lang": lang, "sha256": or_null(sha256)}),
        "purposes": list_of(shape({**PURPOSE, "decision": one_of(*DECISIONS)}), at_least=1),
        **REPEATED_TERMS,
        "gaps": list_of(text),
        "generator": text,
    }
)


def read_record(value):
    """Read a record that was parsed from JSON. Raises Refused with the first fault."""
    return RECORD(value, "")


def document_for(release, language):
    """The language of the document that stands behind a notice (5.1)."""
    documents = release["documents"]
    wanted = [language, *release["official"], *sorted(documents)]
    return next(choice for choice in wanted if choice in documents)


def build_record(manifest, release, decision):
    """The record that a release makes of a decision (5.1)."""
    terms, notice_lang = release["terms"], decision["lang"]
    document_lang = document_for(release, notice_lang)
    document = release["documents"][document_lang]
    event = {name: decision[name] for name in ("state", "time", "by", "method")}
    record = {
        "schema": "ipsm-consent-record/1",
        "id": decision["id"],
        "prev": decision["prev"],
        "jurisdiction": manifest["jurisdiction"],
        "event": {**event, "valid": terms["term"]},
        "subject": decision["subject"],
        "operator": release["operator"],
        "policy": {
            "id": manifest["id"],
            "version": release["version"],
            "lang": document_lang,
            "url": document["url"],
            "sha256": document["sha256"],
            "manifest": decision["manifest"],
            "source": decision["source"],
            "effectiveFrom": release["effectiveFrom"],
        },
        "notice": {"lang": notice_lang, "sha256": decision["sha256"]},
        "purposes": [{**purpose, "decision": decided(purpose, decision)} for purpose in terms["purposes"]],
        **{name: terms[name] for name in REPEATED_TERMS},
        "gaps": [],
        "generator": decision["generator"],
    }
    record["gaps"] = gaps(release, record)
    return record


def decided(purpose, decision):
    if not purpose["required"]:
        return decision["purposes"].get(purpose["id"], "not-asked")
    return "given" if decision["state"] == "given" or decision.get("inPart") else "declined"


def gaps(release, record):
    """What the law or ISO/IEC TS 27560 wants and the operator has not supplied (5.2)."""
    not_stated_where_null = {
        "operator": ("bin", "address", "email", "url"),
        "event": ("valid",),
        "policy": ("effectiveFrom", "url", "sha256"),
        "notice": ("sha256",),
        "thirdParties": ("transfer",),
        "crossBorder": ("transfer",),
        "storage": ("retention",),
        "withdraw": ("url", "email"),
    }
    third_parties, cross_border = record["thirdParties"], record["crossBorder"]
    found = [
        f"{part}.{name}"
        for part, names in not_stated_where_null.items()
        for name in names
        if record[part][name] is None
    ]
    found += [f"documents.{language}" for language in release["notice"] if language not in release["documents"]]
    if record["publicSources"] is None:
        found.append("publicSources")
    if not third_parties["who"] and third_parties["transfer"] is not False:
        found.append("thirdParties.who")
    if not cross_border["countries"] and cross_border["transfer"] is not False:
        found.append("crossBorder.countries")
    if not record["storage"]["locations"]:
        found.append("storage.locations")
    return sorted(found)


def contradictions(record):
    """Where a record is not one of the acts of 5.3. Gives paths."""
    event, prev, purposes = record["event"], record["prev"], record["purposes"]
    methods = {
        "given": ("form-checkbox", "form-fallback", "script", "banner-button"),
        "declined": ("banner-button",),
        "withdrawn": ("status-button", "script"),
    }
    if event["state"] == "withdrawn" and is_in_part(purposes):
        required, optional = ("given",), DECISIONS
    elif event["state"] == "withdrawn":
        required, optional = ("declined",), ("declined", "not-asked")
    elif event["state"] == "declined":
        required, optional = ("declined",), ("not-asked",)
    elif event["method"] == "banner-button":
        required, optional = ("given",), ("not-asked",)
    else:
        required, optional = ("given",), DECISIONS
    found = []
    if event["method"] not in methods[event["state"]]:
        found.append("event.method")
    if event["state"] == "withdrawn" and prev is None:
        found.append("prev")
    if prev is not None and prev["id"] == record["id"]:
        found.append("prev.id")
    for i, purpose in enumerate(purposes):
        if purpose["decision"] not in (required if purpose["required"] else optional):
            found.append(f"purposes[{i}].decision")
    return found


def is_in_part(purposes):
    """Whether a withdrawal takes back optional purposes alone."""
    required = [purpose["decision"] for purpose in purposes if purpose["required"]]
    optional = [purpose["decision"] for purpose in purposes if not purpose["required"]]
    return all(decision == "given" for decision in required) and "declined" in optional


def end_of_term(valid, event_time):
    """The moment from which a consent is over, or None (5.4)."""
    if valid is None or valid == "until-purpose-achieved":
        return None
    if is_instant(valid):
        return moment(valid)
    if is_date(valid):
        return moment(f"{valid}T00:00:00Z") + 24 * 60 * MINUTE
    years, months, weeks, days, hours, minutes, seconds = (
        int(number or 0) for number in DURATION.fullmatch(valid).groups()
    )
    year, month, day = map(int, DATE.match(event_time).groups())
    all_months = (year + years) * 12 + (month - 1) + months
    year, month = all_months // 12, all_months % 12 + 1
    day = min(day, days_in_month(year, month))
    time_of_day = moment(event_time) % (24 * 60 * MINUTE)
    start = days_since_1970(year, month, day) * 24 * 60 * MINUTE + time_of_day
    return start + ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000


# 6. What an editorial release may change


def is_material(manifest, release):
    """Whether a release asks everybody again, whatever it says that it is."""
    order = in_order(manifest)
    if release["change"] == "material" or release not in order or release is order[0]:
        return True
    before = order[order.index(release) - 1]
    now, then = release["operator"], before["operator"]
    return (
        now["name"] != then["name"]
        or (then["bin"] is not None and now["bin"] != then["bin"])
        or release["official"] != before["official"]
        or without(release["terms"], "withdraw") != without(before["terms"], "withdraw")
        or any(
            language not in release["notice"] or asks_otherwise(release["notice"][language], notice)
            for language, notice in before["notice"].items()
        )
    )


def asks_otherwise(now, then):
    free = ("title", "brief", "clauseNames", "changes", "points", "details")
    return without(now, *free) != without(then, *free) or any(
        {point["id"] for point in now[layer]} != {point["id"] for point in then[layer]}
        for layer in ("points", "details")
    )


def without(fields, *names):
    return {name: value for name, value in fields.items() if name not in names}


# 7. Verifying

MOST_BYTES = 65536
CLAIMED_FIELDS = (
    "id",
    "prev",
    "event.state",
    "event.time",
    "event.by",
    "event.method",
    "subject",
    "policy.manifest",
    "policy.source",
    "generator",
)


def verify_record(manifest, entry):
    """Verify the text of a record. Gives the record and the paths that are the client's word alone."""
    record = read_entry(entry)
    if record["policy"]["id"] != manifest["id"]:
        raise Refused("unknown-policy", "policy.id")
    release = release_of(manifest, record["policy"]["version"])
    if release is None:
        raise Refused("unknown-version", "policy.version")
    language = record["notice"]["lang"]
    if language not in release["notice"]:
        raise Refused("unknown-language", "notice.lang")
    if entry not in (canonical(record), wire(record)):
        raise Refused("not-canonical")
    found = faults(manifest, release, record)
    if found:
        raise Refused(*found[0])
    withdrawn = record["event"]["state"] == "withdrawn"
    decisions = [
        f"purposes[{i}].decision" for i, purpose in enumerate(record["purposes"]) if withdrawn or not purpose["required"]
    ]
    notice = "notice.lang" if record["notice"]["sha256"] else "notice"
    return record, [*CLAIMED_FIELDS, notice, *decisions]


def read_entry(entry):
    if entry is None:
        raise Refused("missing")
    if not isinstance(entry, str):
        raise Refused("type")
    if len(entry.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise Refused("too-large")
    try:
        value = read_json(entry)
    except ValueError as error:
        raise Refused("json") from error
    return read_record(value)


def faults(manifest, release, record):
    """Every contradiction and every altered field: pairs of a code and a path."""
    found = [("contradiction", path) for path in contradictions(record)]
    purposes, event, policy = record["purposes"], record["event"], record["policy"]
    language = record["notice"]["lang"]
    rebuilt = build_record(
        manifest,
        release,
        {
            **{name: record[name] for name in ("id", "prev", "subject", "generator")},
            **{name: event[name] for name in ("state", "time", "by", "method")},
            "inPart": event["state"] == "withdrawn" and is_in_part(purposes),
            "lang": language,
            "sha256": record["notice"]["sha256"] and notice_digest(release, language),
            "manifest": policy["manifest"],
            "source": policy["source"],
            "purposes": {purpose["id"]: purpose["decision"] for purpose in purposes},
        },
    )
    return found + [("altered", path) for path in differences(record, rebuilt)]


def differences(found, expected, path=""):
    """The deepest paths at which two values differ; lists of different lengths differ as a whole."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return [
            deeper for name in expected for deeper in differences(found[name], expected[name], inside(path, name))
        ]
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [
            deeper
            for i, (one, other) in enumerate(zip(found, expected))
            for deeper in differences(one, other, f"{path}[{i}]")
        ]
    return [] if found == expected else [path]


def accept_consent(manifest, entry, now, **options):
    """Accept a record as a consent to the release in force at `now`, for a registration."""
    record, _ = verify_record(manifest, entry)
    check_consent(manifest, record, now, **options)
    return record


def check_consent(
    manifest, record, now, grace=30 * MINUTE, subject=None, scripts=False, without_digest=False, clock=None
):
    event, policy = record["event"], record["policy"]
    if event["state"] != "given":
        raise Refused("not-given", "event.state")
    if event["method"] == "script" and not scripts:
        raise Refused("by-script", "event.method")
    if event["method"] == "banner-button" and subject is None:
        raise Refused("by-banner", "event.method")
    if subject is not None and record["subject"]["ref"] != subject:
        raise Refused("other-subject", "subject.ref")
    if record["notice"]["sha256"] is None and not without_digest:
        raise Refused("no-digest", "notice.sha256")
    release = release_of(manifest, policy["version"])
    if (
        release["cancelled"] is not None
        or any(is_material(manifest, later) for later in since(manifest, release["version"], now - grace))
        or (not has_begun(release, now + grace) and release is not in_force(manifest, now))
    ):
        raise Refused("not-current", "policy.version")
    end = end_of_term(event["valid"], event["time"])
    if end is not None and end <= now:
        raise Refused("expired", "event.valid")
    if clock is not None and abs(now - moment(event["time"])) > clock:
        raise Refused("clock", "event.time")


def acceptable_version(manifest, now):
    """The version that a refusal names: the one that would be accepted."""
    release = in_force(manifest, now)
    return release["version"] if release else None


# 8. A form sent without script


def name_beside(name, suffix):
    """The name of an entry beside `name`: user[consent-notice] for user[consent], consent-notice[] for consent[]."""
    brackets = "[]" if name.endswith("[]") else ""
    stem = name[: len(name) - len(brackets)]
    return f"{stem[:-1]}{suffix}]{brackets}" if stem.endswith("]") else f"{stem}{suffix}{brackets}"


def accept_fallback(
    manifest, ticked, value, now, identifier_made_here, generator, subject=None, name_fields=(), purposes=None
):
    """
    The record of a tick in the fallback. `ticked` says whether the box is ticked (section 8), `value` is the entry
    `<name>-notice`, which is there either way, and `now` a time (1).
    """
    if not ticked or value is None:
        raise Refused("missing")
    parts = string(value, "").split(" ")
    if len(parts) != 3:
        raise Refused("value")
    for kind, part in zip((version, lang, sha256), parts):
        kind(part, "")
    named_version, language, named_digest = parts
    release = release_of(manifest, named_version)
    if release is None:
        raise Refused("unknown-version", "policy.version")
    if language not in release["notice"]:
        raise Refused("unknown-language", "notice.lang")
    if named_digest != notice_digest(release, language):
        raise Refused("altered", "notice.sha256")
    decision = {
        "id": identifier_made_here,
        "prev": None,
        "state": "given",
        "time": now,
        "by": "self",
        "method": "form-fallback",
        "subject": {"ref": subject, "nameFields": list(name_fields)},
        "lang": language,
        "sha256": named_digest,
        "manifest": None,
        "source": "inline",
        "purposes": purposes or {},
        "generator": generator,
    }
    record = build_record(manifest, release, decision)
    check_consent(manifest, record, moment(now), subject=subject)
    return record


# 9. Standing

STANDING = shape(
    {
        "subject": text,
        "status": one_of("unasked", "given", "declined", "withdrawn", "outdated", "expired"),
        "version": or_null(version),
        "at": or_null(time),
        "last": or_null(shape({"id": uuid, "sha256": sha256})),
        "purposes": by_id(one_of(*DECISIONS)),
    }
)


def read_standing(value):
    """Read what a server says about a signed-in person. Raises Refused with the first fault."""
    return STANDING(value, "")


# The test vectors (vectors/README.md): for each kind of file, what this implementation finds for one case.


def changed(value, case):
    """A copy of a base value, with the paths of `set` set and those of `remove` left out."""
    value = json.loads(json.dumps(value))
    for path, new in case.get("set", {}).items():
        holder, last = holder_of(value, path)
        if isinstance(holder, list) and last == len(holder):
            holder.append(new)
        else:
            holder[last] = new
    for path in case.get("remove", []):
        holder, last = holder_of(value, path)
        del holder[last]
    return value


def holder_of(value, path):
    steps = [int(step[1:-1]) if step[0] == "[" else step for step in re.findall(r"\[[0-9]+\]|[^.\[\]]+", path)]
    for step in steps[:-1]:
        value = value[step]
    return value, steps[-1]


def base(file, case, kind):
    """The value that a case is about: the JSON text it gives, or a base of its file with changes."""
    if "json" in case:
        return read_json(case["json"])
    return changed(file[f"{kind}s"][case[kind]], case)


def refused_or(action):
    try:
        return action()
    except Refused as fault:
        return {"code": fault.code, "path": fault.path}


def canonical_case(file, case):
    value = read_json(case["json"])
    return {"canonical": canonical(value), "wire": wire(value), "sha256": digest(value)}


def manifest_case(file, case):
    return refused_or(lambda: {"canonical": canonical(read_manifest(base(file, case, "manifest")))})


def record_case(file, case):
    return refused_or(lambda: {"canonical": canonical(read_record(base(file, case, "record")))})


def standing_case(file, case):
    return refused_or(lambda: {"canonical": canonical(read_standing(base(file, case, "standing")))})


def manifest_of(file, case):
    return read_manifest(base(file, case, "manifest"))


def notice_digest_case(file, case):
    return notice_digest(release_of(manifest_of(file, case), case["version"]), case["lang"])


def record_digest_case(file, case):
    return record_digest(read_record(base(file, case, "record")))


def document_case(file, case):
    return document_for(release_of(manifest_of(file, case), case["version"]), case["lang"])


def built(manifest, decision):
    release = release_of(manifest, decision["version"])
    has_digest = decision.get("digest", True)
    return build_record(
        manifest, release, {**decision, "sha256": notice_digest(release, decision["lang"]) if has_digest else None}
    )


def build_case(file, case):
    record = built(manifest_of(file, case), {**file["decision"], **case["decision"]})
    return {"canonical": canonical(record), "sha256": record_digest(record)}


def gaps_case(file, case):
    return built(manifest_of(file, case), {**file["decision"], **case["decision"]})["gaps"]


def releases_case(file, case):
    manifest, at = manifest_of(file, case), moment(case["at"])
    following = announced(manifest, at)
    return {
        "inForce": acceptable_version(manifest, at),
        "announced": following["version"] if following else None,
        "since": [release["version"] for release in since(manifest, case["since"], at)],
    }


def editorial_case(file, case):
    manifest = manifest_of(file, case)
    return is_material(manifest, release_of(manifest, case["version"]))


def term_case(file, case):
    end = end_of_term(case["valid"], case["time"])
    if end is None:
        return None
    ends = datetime(1970, 1, 1) + timedelta(milliseconds=end)
    return ends.isoformat(timespec="milliseconds") + "Z"


def entry_of(file, case):
    if "parts" in case:
        return "".join(part * times for part, times in case["parts"])
    if "record" in case:
        return wire(changed(file["records"][case["record"]], case))
    return case["entry"]


def with_version(manifest, now, action):
    found = refused_or(action)
    return {**found, "version": acceptable_version(manifest, moment(now))} if "code" in found else found


def verify_case(file, case):
    manifest = read_manifest(file["manifests"][case["manifest"]])
    entry = entry_of(file, case)
    return with_version(manifest, case["now"], lambda: {"claimed": sorted(verify_record(manifest, entry)[1])})


def accept_case(file, case):
    manifest = read_manifest(file["manifests"][case["manifest"]])
    entry, options = entry_of(file, case), case.get("options", {})
    allowed = {
        "grace": options.get("graceMinutes", 30) * MINUTE,
        "subject": options.get("subject"),
        "scripts": options.get("scripts", False),
        "without_digest": options.get("withoutDigest", False),
        "clock": options["clockMinutes"] * MINUTE if "clockMinutes" in options else None,
    }

    def accept():
        return {"accepted": accept_consent(manifest, entry, moment(case["now"]), **allowed)["id"]}

    return with_version(manifest, case["now"], accept)


def fallback_case(file, case):
    manifest, given = manifest_of(file, case), {**file["decision"], **case.get("decision", {})}

    def accept():
        record = accept_fallback(
            manifest,
            case.get("ticked", True),
            case["value"],
            case["now"],
            given["id"],
            given["generator"],
            subject=given["subject"],
            name_fields=given["nameFields"],
            purposes=given["purposes"],
        )
        return {"canonical": canonical(record)}

    return with_version(manifest, case["now"], accept)


def name_beside_case(file, case):
    return name_beside(case["field"], case["suffix"])


KINDS = {
    "accept": accept_case,
    "build-record": build_case,
    "canonical": canonical_case,
    "document-for": document_case,
    "editorial": editorial_case,
    "fallback": fallback_case,
    "gaps": gaps_case,
    "name-beside": name_beside_case,
    "notice-digest": notice_digest_case,
    "read-manifest": manifest_case,
    "read-record": record_case,
    "read-standing": standing_case,
    "record-digest": record_digest_case,
    "releases": releases_case,
    "term": term_case,
    "verify": verify_case,
}


def run_file(path):
    """Run one file of vectors. Gives how many passed, and a line for each that failed."""
    try:
        file = json.loads(path.read_text(encoding="utf-8"))
        find, cases = KINDS[file["kind"]], file["cases"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return 0, [f"{path.name}: is no file of test vectors that this program knows ({error!r})"]
    if not cases:
        return 0, [f"{path.name}: has no cases"]
    failures = []
    for case in cases:
        name, expected = case.get("name", "a case without name"), case.get("expected", "(nothing)")
        try:
            found = find(file, case)
        except Exception as error:  # a fault of ours fails the case and does not end the run
            found = repr(error)
        # As JSON, since to Python 1 and True are equal.
        if wire(found) != wire(expected):
            failures.append(f"{path.name}: {name}: expected {wire(expected)}, found {wire(found)}")
    return len(cases) - len(failures), failures


def main(arguments):
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("usage: python3 verify.py DIR (a folder of test vectors, *.json)", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    files = sorted(folder.glob("*.json"))
    passed, failures = 0, []
    if not files:
        failures.append(f"{folder}: there are no test vectors (*.json) here")
    for path in files:
        passed_here, failures_here = run_file(path)
        passed += passed_here
        failures += failures_here
    for line in failures:
        print(line)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
