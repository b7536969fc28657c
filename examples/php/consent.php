<?php

/**
 * Consent records, verified in PHP: docs/format.md in one file. PHP 8.1 or later with the extension intl.
 *
 * A server needs five functions of it: read_manifest once, at the start; for each registration accept_consent, or
 * accept_fallback where the form was sent without script; verify_record for records that are looked at later;
 * acceptable_version for the version that a refusal names. The section numbers are those of docs/format.md.
 */

declare(strict_types=1);

namespace Ipsm\Consent;

use ArrayObject;
use Closure;
use Exception;
use Normalizer;

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** What was read or verified is not acceptable: a code, and the path of the field it is about. */
final class Refused extends Exception
{
    public function __construct(public readonly string $reason, public readonly string $path = '')
    {
        parent::__construct("$reason at '$path'");
    }
}

// 1. Reading. Objects of a JSON text are ArrayObjects, so that {} and [] differ; lists are arrays. A kind is a function
// that takes a value and its path, and gives what was read: the fields of an object as an array, maps as ArrayObjects.

/** A text that is not JSON. */
final class NoJson extends Exception
{
}

/**
 * Parses JSON as RFC 8259 has it. PHP's own parser refuses lone surrogates and some names of members, which a reader has
 * to refuse in the place where they are, or to leave out.
 */
final class Json
{
    private const STRING = '/\G"((?>[^"\\\\\x00-\x1f]++|\\\\(?:["\\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+)"/';
    private const NUMBER = '/\G-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?/';
    private int $at = 0;

    private function __construct(private readonly string $text)
    {
    }

    public static function parse(string $text): mixed
    {
        if (preg_match('//u', $text) !== 1) {
            throw new NoJson();
        }
        $json = new self($text);
        $value = $json->value();
        $json->blank();
        if ($json->at !== strlen($text)) {
            throw new NoJson();
        }
        return $value;
    }

    private function blank(): void
    {
        $this->at += strspn($this->text, " \t\n\r", $this->at);
    }

    private function takes(string $sign): bool
    {
        $this->blank();
        if (substr_compare($this->text, $sign, $this->at, strlen($sign)) !== 0) {
            return false;
        }
        $this->at += strlen($sign);
        return true;
    }

    /** One value, with those inside it on a stack of our own: a text may be nested as deeply as it is long. */
    private function value(): mixed
    {
        $open = [];
        for (;;) {
            $value = $this->begun($open);
            if ($value === null) {
                continue;
            }
            [$value] = $value;
            for (;;) {
                if ($open === []) {
                    return $value;
                }
                $last = array_key_last($open);
                [$kind, , $name] = $open[$last];
                if ($kind === '}') {
                    $open[$last][1][$name] = $value;
                } else {
                    $open[$last][1][] = $value;
                }
                if ($this->takes(',')) {
                    if ($kind === '}') {
                        $open[$last][2] = $this->name();
                    }
                    continue 2;
                }
                if (!$this->takes($kind)) {
                    throw new NoJson();
                }
                $value = $this->closed(array_pop($open));
            }
        }
    }

    /** A value that is whole, in a list; or nothing, where an object or a list has been opened. */
    private function begun(array &$open): ?array
    {
        foreach (['{' => '}', '[' => ']'] as $sign => $end) {
            if ($this->takes($sign)) {
                if ($this->takes($end)) {
                    return [$this->closed([$end, [], ''])];
                }
                $open[] = [$end, [], $end === '}' ? $this->name() : ''];
                return null;
            }
        }
        foreach (['true' => true, 'false' => false, 'null' => null] as $word => $value) {
            if ($this->takes($word)) {
                return [$value];
            }
        }
        if (($this->text[$this->at] ?? '') === '"') {
            return [$this->string()];
        }
        if (preg_match(self::NUMBER, $this->text, $match, 0, $this->at) !== 1) {
            throw new NoJson();
        }
        $this->at += strlen($match[0]);
        return [(float) $match[0]];
    }

    private function closed(array $level): mixed
    {
        return $level[0] === '}' ? new ArrayObject($level[1]) : $level[1];
    }

    private function name(): string
    {
        $this->blank();
        $name = $this->string();
        if (!$this->takes(':')) {
            throw new NoJson();
        }
        return $name;
    }

    private function string(): string
    {
        if (preg_match(self::STRING, $this->text, $match, 0, $this->at) !== 1) {
            throw new NoJson();
        }
        $this->at += strlen($match[0]);
        $pairs = '/\\\\u(d[89ab][0-9a-f]{2})\\\\u(d[c-f][0-9a-f]{2})|\\\\u([0-9a-f]{4})|\\\\(.)/i';
        return preg_replace_callback($pairs, self::unescaped(...), $match[1]);
    }

    private static function unescaped(array $match): string
    {
        if (isset($match[4])) {
            return strtr($match[4], ['b' => "\x08", 'f' => "\f", 'n' => "\n", 'r' => "\r", 't' => "\t"]);
        }
        if (isset($match[3])) {
            return self::utf8(hexdec($match[3]));
        }
        return self::utf8(0x10000 + ((hexdec($match[1]) - 0xd800) << 10) + hexdec($match[2]) - 0xdc00);
    }

    /** Half of a pair as well, in bytes that are no UTF-8: so that a reader meets it. */
    private static function utf8(int $code): string
    {
        return match (true) {
            $code < 0x80 => chr($code),
            $code < 0x800 => chr(0xc0 | $code >> 6) . chr(0x80 | $code & 0x3f),
            $code < 0x10000 => chr(0xe0 | $code >> 12) . chr(0x80 | $code >> 6 & 0x3f) . chr(0x80 | $code & 0x3f),
            default => chr(0xf0 | $code >> 18) . chr(0x80 | $code >> 12 & 0x3f)
                . chr(0x80 | $code >> 6 & 0x3f) . chr(0x80 | $code & 0x3f),
        };
    }
}

const WHITE_SPACE = '/^[\x{9}-\x{d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]*$/Du';
const DATE = '([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})';
const INSTANT = '/^' . DATE . 'T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,3}))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))$/D';
const TIME = '/^' . DATE . 'T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/D';
const DURATION = '/^P(?=.)(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?'
    . '(?:T(?=.)(?:([0-9]{1,4})H)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})S)?)?$/D';
const ID = '/^[a-z0-9-]+$/D';
const LANG = '/^[a-z]{2,3}$/D';
const VERSION = '/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/D';
const SHA256 = '/^[0-9a-f]{64}$/D';

function inside(string $path, string $name): string
{
    return $path === '' ? $name : "$path.$name";
}

function string(mixed $value, string $path): string
{
    if (!is_string($value)) {
        throw new Refused('type', $path);
    }
    // Composing marks takes time by the square of how many are in a row.
    if (preg_match('/\p{M}{31}/u', $value) === 1) {
        throw new Refused('value', $path);
    }
    $normal = Normalizer::normalize($value, Normalizer::FORM_C);
    return $normal === false ? $value : $normal;
}

function text(mixed $value, string $path): string
{
    $value = string($value, $path);
    if (preg_match(WHITE_SPACE, $value) === 1) {
        throw new Refused('type', $path);
    }
    if (preg_match('//u', $value) !== 1) {
        throw new Refused('value', $path);
    }
    return $value;
}

function flag(mixed $value, string $path): bool
{
    return is_bool($value) ? $value : throw new Refused('type', $path);
}

/** @param Closure(string): bool $is_right */
function matching(Closure $is_right): Closure
{
    return function (mixed $value, string $path) use ($is_right): string {
        $value = string($value, $path);
        return $is_right($value) ? $value : throw new Refused('value', $path);
    };
}

function pattern(string $expression): Closure
{
    return matching(fn(string $value) => preg_match($expression, $value) === 1);
}

function one_of(string ...$values): Closure
{
    return matching(fn(string $value) => in_array($value, $values, true));
}

function or_null(Closure $kind): Closure
{
    return fn(mixed $value, string $path) => $value === null ? null : $kind($value, $path);
}

function list_of(Closure $kind, int $at_least = 0): Closure
{
    return function (mixed $value, string $path) use ($kind, $at_least): array {
        if (!is_array($value) || count($value) < $at_least) {
            throw new Refused('type', $path);
        }
        $found = [];
        foreach ($value as $i => $entry) {
            $found[] = $kind($entry, "{$path}[$i]");
        }
        return $found;
    };
}

/** An object with these fields, read in their order; every other field is left out. */
function shape(array $fields, array $may_be_absent = []): Closure
{
    return function (mixed $value, string $path) use ($fields, $may_be_absent): array {
        if (!$value instanceof ArrayObject) {
            throw new Refused('type', $path);
        }
        $members = $value->getArrayCopy();
        $found = [];
        foreach ($fields as $name => $kind) {
            if (array_key_exists($name, $members)) {
                $found[$name] = $kind($members[$name], inside($path, $name));
            } elseif (!in_array($name, $may_be_absent, true)) {
                throw new Refused('type', inside($path, $name));
            }
        }
        return $found;
    };
}

/** @return list<string> */
function keys_of(ArrayObject $map): array
{
    $keys = array_map(strval(...), array_keys($map->getArrayCopy()));
    sort($keys, SORT_STRING);
    return $keys;
}

function map_of(Closure $kind, string $key, bool $leaves_others_out): Closure
{
    return function (mixed $value, string $path) use ($kind, $key, $leaves_others_out): ArrayObject {
        if (!$value instanceof ArrayObject) {
            throw new Refused('type', $path);
        }
        $found = new ArrayObject();
        foreach (keys_of($value) as $name) {
            if (preg_match($key, $name) === 1) {
                $found[$name] = $kind($value[$name], inside($path, $name));
            } elseif (!$leaves_others_out) {
                throw new Refused('value', inside($path, $name));
            }
        }
        return $found;
    };
}


function is_date(string $value): bool
{
    return preg_match('/^' . DATE . '$/D', $value, $match) === 1
        && checkdate((int) $match[2], (int) $match[3], (int) $match[1]);
}

function is_instant(string $value): bool
{
    if (preg_match(INSTANT, $value, $match) !== 1 || !is_date(substr($value, 0, 10))) {
        return false;
    }
    return $match[4] <= 23 && $match[5] <= 59 && $match[6] <= 59 && ($match[9] ?? 0) <= 23 && ($match[10] ?? 0) <= 59;
}

function is_time(string $value): bool
{
    return preg_match(TIME, $value) === 1 && is_instant($value);
}

function is_term(string $value): bool
{
    return $value === 'until-purpose-achieved' || is_date($value) || is_instant($value)
        || preg_match(DURATION, $value) === 1;
}

/** All kinds of sections 2, 5 and 9, made once. */
function kind(string $name): Closure
{
    static $kinds = null;
    return ($kinds ??= kinds())[$name];
}

const DECISIONS = ['given', 'declined', 'not-asked'];
/** What a record repeats of the terms; `term` is its `event.valid`, and its purposes have decisions. */
const REPEATED_TERMS = ['data', 'thirdParties', 'crossBorder', 'publicSources', 'storage', 'automated', 'withdraw'];

function kinds(): array
{
    [$text, $url, $flag] = [text(...), text(...), flag(...)];
    [$id, $lang, $version, $sha256] = [pattern(ID), pattern(LANG), pattern(VERSION), pattern(SHA256)];
    $clause = pattern('/^(?:[0-9]+(\.[0-9]+)*|[a-z0-9-]+)$/D');
    $country = pattern('/^[A-Z]{2}$/D');
    $uuid = pattern('/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/D');
    [$instant, $time, $term] = [matching(is_instant(...)), matching(is_time(...)), matching(is_term(...))];
    $texts = or_null(list_of($text));

    $operator = shape([
        'name' => $text, 'bin' => or_null($text), 'address' => or_null($text), 'email' => or_null($text),
        'url' => or_null($url),
    ]);
    $document = shape(['url' => or_null($url), 'sha256' => or_null($sha256), 'anchor' => or_null($text)]);
    $point = shape(['id' => $id, 'label' => $text, 'text' => $text, 'clauses' => list_of($clause)]);
    $notice = shape([
        'question' => $text, 'brief' => $text, 'title' => $text,
        'points' => list_of($point, 1), 'details' => list_of($point), 'clauseNames' => map_of($text, ID, false),
        'agree' => $text, 'agreeFor' => $text, 'accept' => $text, 'decline' => $text,
        'purposes' => map_of($text, ID, false), 'changes' => list_of($text),
    ], ['clauseNames', 'agreeFor', 'purposes', 'changes']);
    $purpose = ['id' => $id, 'clause' => $clause, 'dpv' => $text, 'required' => $flag];
    $repeated = [
        'data' => list_of(shape(['id' => $id, 'clause' => $clause, 'dpv' => $text]), 1),
        'thirdParties' => shape(['transfer' => or_null($flag), 'who' => list_of($text)]),
        'crossBorder' => shape(['transfer' => or_null($flag), 'countries' => $texts]),
        'publicSources' => or_null($flag),
        'storage' => shape(['locations' => $texts, 'retention' => or_null($text)]),
        'automated' => or_null($flag),
        'withdraw' => shape(['url' => or_null($url), 'email' => or_null($text)]),
    ];
    $release = shape([
        'version' => $version, 'effectiveFrom' => or_null($instant), 'change' => one_of('material', 'editorial'),
        'cancelled' => or_null($instant), 'operator' => $operator, 'official' => list_of($lang, 1),
        'documents' => map_of($document, LANG, true), 'notice' => map_of($notice, LANG, true),
        'terms' => shape(['term' => or_null($term), 'purposes' => list_of(shape($purpose), 1)] + $repeated),
    ]);
    return [
        'version' => $version,
        'lang' => $lang,
        'sha256' => $sha256,
        'manifest' => shape([
            'schema' => one_of('ipsm-policy/1'), 'id' => $id, 'jurisdiction' => $country,
            'releases' => list_of($release, 1),
        ]),
        'record' => shape([
            'schema' => one_of('ipsm-consent-record/1'), 'id' => $uuid,
            'prev' => or_null(shape(['id' => $uuid, 'sha256' => or_null($sha256)])),
            'jurisdiction' => $country,
            'event' => shape([
                'state' => one_of('given', 'declined', 'withdrawn'), 'time' => $time,
                'by' => one_of('self', 'representative'),
                'method' => one_of('form-checkbox', 'form-fallback', 'banner-button', 'status-button', 'script'),
                'valid' => or_null($term),
            ]),
            'subject' => shape(['ref' => or_null($text), 'nameFields' => list_of($text)]),
            'operator' => $operator,
            'policy' => shape([
                'id' => $id, 'version' => $version, 'lang' => $lang, 'url' => or_null($url),
                'sha256' => or_null($sha256), 'manifest' => or_null($url),
                'source' => one_of('inline', 'network', 'cached', 'bundled'), 'effectiveFrom' => or_null($instant),
            ]),
            'notice' => shape(['lang' => $lang, 'sha256' => or_null($sha256)]),
            'purposes' => list_of(shape($purpose + ['decision' => one_of(...DECISIONS)]), 1),
        ] + $repeated + ['gaps' => list_of($text), 'generator' => $text]),
        'standing' => shape([
            'subject' => $text,
            'status' => one_of('unasked', 'given', 'declined', 'withdrawn', 'outdated', 'expired'),
            'version' => or_null($version), 'at' => or_null($time),
            'last' => or_null(shape(['id' => $uuid, 'sha256' => $sha256])),
            'purposes' => map_of(one_of(...DECISIONS), ID, false),
        ]),
    ];
}

// 2. Manifest

/** Reads a manifest that Json::parse has parsed. @throws Refused with the first fault */
function read_manifest(mixed $value): array
{
    $manifest = kind('manifest')($value, '');
    foreach ($manifest['releases'] as $i => $release) {
        check_release(array_slice($manifest['releases'], 0, $i), $release, "releases[$i]");
    }
    return $manifest;
}

function check_release(array $earlier, array $release, string $path): void
{
    if (in_array($release['version'], array_column($earlier, 'version'), true)) {
        throw new Refused('duplicate', "$path.version");
    }
    check_ids(["$path.terms.purposes" => $release['terms']['purposes']]);
    check_ids(["$path.terms.data" => $release['terms']['data']]);
    foreach ($release['notice'] as $lang => $notice) {
        $at = "$path.notice.$lang";
        check_ids(["$at.points" => $notice['points'], "$at.details" => $notice['details']]);
    }
    foreach (['notice', 'documents'] as $name) {
        if (count($release[$name]) === 0) {
            throw new Refused('missing', "$path.$name");
        }
    }
    $begins = moment_or_null($release['effectiveFrom']);
    if ($release['cancelled'] !== null) {
        if ($begins === null || $begins <= moment($release['cancelled'])) {
            throw new Refused('value', "$path.cancelled");
        }
        return;
    }
    foreach ($earlier as $other) {
        if ($other['cancelled'] === null && $begins === moment_or_null($other['effectiveFrom'])) {
            throw new Refused('duplicate', "$path.effectiveFrom");
        }
    }
}

function check_ids(array $lists): void
{
    $seen = [];
    foreach ($lists as $path => $entries) {
        foreach ($entries as $i => ['id' => $id]) {
            if (in_array($id, $seen, true)) {
                throw new Refused('duplicate', "{$path}[$i].id");
            }
            $seen[] = $id;
        }
    }
}

// Moments are milliseconds since 1970 in UTC.

/** Howard Hinnant's days_from_civil: the years begin in March, so that the leap day is the last one. */
function days_since_1970(int $year, int $month, int $day): int
{
    $year -= $month <= 2 ? 1 : 0;
    $day_of_year = intdiv(153 * (($month + 9) % 12) + 2, 5) + $day - 1;
    return $year * 365 + intdiv($year, 4) - intdiv($year, 100) + intdiv($year, 400) + $day_of_year - 719468;
}

function moment(string $instant): int
{
    preg_match(INSTANT, $instant, $match);
    [, $year, $month, $day, $hour, $minute, $second] = array_map(intval(...), $match);
    $offset = isset($match[8]) && $match[8] !== '' ? (int) "$match[8]1" * ((int) $match[9] * 60 + (int) $match[10]) : 0;
    $minutes = (days_since_1970($year, $month, $day) * 24 + $hour) * 60 + $minute - $offset;
    return ($minutes * 60 + $second) * 1000 + (int) str_pad($match[7] ?? '', 3, '0');
}

function moment_or_null(?string $instant): ?int
{
    return $instant === null ? null : moment($instant);
}

// 3. Which release is in force

/** The releases that are not cancelled, in order of force. */
function in_order(array $manifest): array
{
    $order = array_filter($manifest['releases'], fn($release) => $release['cancelled'] === null);
    usort($order, fn($a, $b) => begins($a) <=> begins($b));
    return $order;
}

/** `null`, "always", is before every moment. */
function begins(array $release): int
{
    return moment_or_null($release['effectiveFrom']) ?? PHP_INT_MIN;
}

function in_force(array $manifest, int $at): ?array
{
    $order = in_order($manifest);
    $begun = array_filter($order, fn($release) => begins($release) <= $at);
    return $begun === [] ? $order[0] ?? null : end($begun);
}

/** Where a version stands in the order of force, or nothing. */
function place_of(array $manifest, string $version): ?int
{
    $place = array_search($version, array_column(in_order($manifest), 'version'), true);
    return $place === false ? null : $place;
}

function announced(array $manifest, int $at): ?array
{
    $now = in_force($manifest, $at);
    return $now === null ? null : in_order($manifest)[place_of($manifest, $now['version']) + 1] ?? null;
}

/** The releases after the one with this version, up to the one in force. */
function since(array $manifest, string $version, int $at): array
{
    $now = in_force($manifest, $at);
    if ($now === null) {
        return [];
    }
    $place = place_of($manifest, $version);
    $first = $place === null ? 0 : $place + 1;
    $after = place_of($manifest, $now['version']) + 1;
    return $first < $after ? array_slice(in_order($manifest), $first, $after - $first) : [];
}

function release_of(array $manifest, string $version): ?array
{
    foreach ($manifest['releases'] as $release) {
        if ($release['version'] === $version) {
            return $release;
        }
    }
    return null;
}

/** The version that a refusal names: the one that would be accepted. */
function acceptable_version(array $manifest, int $now): ?string
{
    return in_force($manifest, $now)['version'] ?? null;
}

// 4. Canonical form, wire form, digests

function written(mixed $value, int $flags): string
{
    if ($value instanceof ArrayObject || (is_array($value) && !array_is_list($value))) {
        $map = $value instanceof ArrayObject ? $value : new ArrayObject($value);
        $member = fn(string $name) => json_encode($name, $flags) . ':' . written($map[$name], $flags);
        return '{' . implode(',', array_map($member, keys_of($map))) . '}';
    }
    if (is_array($value)) {
        return '[' . implode(',', array_map(fn($entry) => written($entry, $flags), $value)) . ']';
    }
    return json_encode($value, $flags);
}

/** RFC 8785. Keys are ASCII and there are no numbers. */
function canonical(mixed $value): string
{
    $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_THROW_ON_ERROR;
    return written($value, $flags);
}

/** The canonical form with everything above U+007E escaped: what forms and endpoints carry. */
function wire(mixed $value): string
{
    return str_replace("\x7f", '\u007f', written($value, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR));
}

function digest(mixed $value): string
{
    return hash('sha256', canonical($value));
}

function notice_digest(array $release, string $lang): string
{
    return digest(['lang' => $lang, 'notice' => $release['notice'][$lang], 'version' => $release['version']]);
}

// 5. Record

/** Reads a record that Json::parse has parsed. @throws Refused with the first fault */
function read_record(mixed $value): array
{
    return kind('record')($value, '');
}

/** The language of the document that stands behind a notice (5.1). */
function document_for(array $release, string $lang): string
{
    foreach ([$lang, ...$release['official'], ...keys_of($release['documents'])] as $choice) {
        if (isset($release['documents'][$choice])) {
            return $choice;
        }
    }
}

/** The record that a release makes of a decision (5.1). */
function build_record(array $manifest, array $release, array $decision): array
{
    $terms = $release['terms'];
    $lang = document_for($release, $decision['lang']);
    $document = $release['documents'][$lang];
    $record = [
        'schema' => 'ipsm-consent-record/1',
        'id' => $decision['id'],
        'prev' => $decision['prev'],
        'jurisdiction' => $manifest['jurisdiction'],
        'event' => [
            'state' => $decision['state'],
            'time' => $decision['time'],
            'by' => $decision['by'],
            'method' => $decision['method'],
            'valid' => $terms['term'],
        ],
        'subject' => $decision['subject'],
        'operator' => $release['operator'],
        'policy' => [
            'id' => $manifest['id'],
            'version' => $release['version'],
            'lang' => $lang,
            'url' => $document['url'],
            'sha256' => $document['sha256'],
            'manifest' => $decision['manifest'],
            'source' => $decision['source'],
            'effectiveFrom' => $release['effectiveFrom'],
        ],
        'notice' => ['lang' => $decision['lang'], 'sha256' => $decision['sha256']],
        'purposes' => array_map(
            fn($purpose) => [...$purpose, 'decision' => decided($purpose, $decision)],
            $terms['purposes'],
        ),
    ];
    foreach (REPEATED_TERMS as $name) {
        $record[$name] = $terms[$name];
    }
    return [...$record, 'gaps' => gaps($release, $record), 'generator' => $decision['generator']];
}

function decided(array $purpose, array $decision): string
{
    if (!$purpose['required']) {
        return $decision['purposes'][$purpose['id']] ?? 'not-asked';
    }
    return $decision['state'] === 'given' || ($decision['inPart'] ?? false) ? 'given' : 'declined';
}

/** What the law or ISO/IEC TS 27560 wants and the operator has not supplied (5.2). */
function gaps(array $release, array $record): array
{
    $not_stated_where_null = [
        'operator' => ['bin', 'address', 'email', 'url'],
        'event' => ['valid'],
        'policy' => ['effectiveFrom', 'url', 'sha256'],
        'notice' => ['sha256'],
        'thirdParties' => ['transfer'],
        'crossBorder' => ['transfer'],
        'storage' => ['retention'],
        'withdraw' => ['url', 'email'],
    ];
    $found = [];
    foreach ($not_stated_where_null as $part => $names) {
        foreach ($names as $name) {
            if ($record[$part][$name] === null) {
                $found[] = "$part.$name";
            }
        }
    }
    foreach (keys_of($release['notice']) as $lang) {
        if (!isset($release['documents'][$lang])) {
            $found[] = "documents.$lang";
        }
    }
    $more = [
        'publicSources' => $record['publicSources'] === null,
        'thirdParties.who' => !$record['thirdParties']['who'] && $record['thirdParties']['transfer'] !== false,
        'crossBorder.countries' => !$record['crossBorder']['countries'] && $record['crossBorder']['transfer'] !== false,
        'storage.locations' => !$record['storage']['locations'],
    ];
    $found = [...$found, ...array_keys(array_filter($more))];
    sort($found, SORT_STRING);
    return $found;
}

/** Where a record is not one of the acts of 5.3. @return list<string> paths */
function contradictions(array $record): array
{
    ['event' => $event, 'prev' => $prev, 'purposes' => $purposes] = $record;
    $methods = [
        'given' => ['form-checkbox', 'form-fallback', 'script', 'banner-button'],
        'declined' => ['banner-button'],
        'withdrawn' => ['status-button', 'script'],
    ];
    [$required, $optional] = match (true) {
        $event['state'] === 'withdrawn' && is_in_part($purposes) => ['given', DECISIONS],
        $event['state'] === 'withdrawn' => ['declined', ['declined', 'not-asked']],
        $event['state'] === 'declined' => ['declined', ['not-asked']],
        $event['method'] === 'banner-button' => ['given', ['not-asked']],
        default => ['given', DECISIONS],
    };
    $found = [];
    if (!in_array($event['method'], $methods[$event['state']], true)) {
        $found[] = 'event.method';
    }
    if ($event['state'] === 'withdrawn' && $prev === null) {
        $found[] = 'prev';
    }
    if ($prev !== null && $prev['id'] === $record['id']) {
        $found[] = 'prev.id';
    }
    foreach ($purposes as $i => $purpose) {
        if (!in_array($purpose['decision'], $purpose['required'] ? [$required] : $optional, true)) {
            $found[] = "purposes[$i].decision";
        }
    }
    return $found;
}

/** Whether a withdrawal takes back optional purposes alone. */
function is_in_part(array $purposes): bool
{
    $declined = false;
    foreach ($purposes as ['required' => $required, 'decision' => $decision]) {
        if ($required && $decision !== 'given') {
            return false;
        }
        $declined = $declined || (!$required && $decision === 'declined');
    }
    return $declined;
}

/** The moment from which a consent is over, or nothing (5.4). */
function end_of_term(?string $valid, string $event_time): ?int
{
    if ($valid === null || $valid === 'until-purpose-achieved') {
        return null;
    }
    if (is_instant($valid)) {
        return moment($valid);
    }
    if (is_date($valid)) {
        return moment("{$valid}T00:00:00Z") + DAY;
    }
    preg_match(DURATION, $valid, $match);
    $parts = array_map(intval(...), array_slice($match, 1)) + array_fill(0, 7, 0);
    [$years, $months, $weeks, $days, $hours, $minutes, $seconds] = $parts;
    [$year, $month, $day] = array_map(intval(...), explode('-', substr($event_time, 0, 10)));
    $all_months = ($year + $years) * 12 + $month - 1 + $months;
    [$year, $month] = [intdiv($all_months, 12), $all_months % 12 + 1];
    $leap = $year % 4 === 0 && ($year % 100 !== 0 || $year % 400 === 0);
    $lengths = [31, $leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    $time_of_day = (moment($event_time) % DAY + DAY) % DAY;
    $start = days_since_1970($year, $month, min($day, $lengths[$month - 1])) * DAY + $time_of_day;
    return $start + (((($weeks * 7 + $days) * 24 + $hours) * 60 + $minutes) * 60 + $seconds) * 1000;
}

// 6. What an editorial release may change

function is_same(mixed $a, mixed $b): bool
{
    return canonical($a) === canonical($b);
}

function without(array $fields, string ...$names): array
{
    return array_diff_key($fields, array_flip($names));
}

/** Whether a release asks everybody again, whatever it says that it is. */
function is_material(array $manifest, array $release): bool
{
    $place = place_of($manifest, $release['version']);
    if ($release['change'] === 'material' || !$place) {
        return true;
    }
    $before = in_order($manifest)[$place - 1];
    [$now, $then] = [$release['operator'], $before['operator']];
    if (
        $now['name'] !== $then['name']
        || ($then['bin'] !== null && $now['bin'] !== $then['bin'])
        || !is_same($release['official'], $before['official'])
        || !is_same(without($release['terms'], 'withdraw'), without($before['terms'], 'withdraw'))
    ) {
        return true;
    }
    foreach ($before['notice'] as $lang => $notice) {
        if (!isset($release['notice'][$lang]) || asks_otherwise($release['notice'][$lang], $notice)) {
            return true;
        }
    }
    return false;
}

function asks_otherwise(array $now, array $then): bool
{
    $free = ['title', 'brief', 'clauseNames', 'changes', 'points', 'details'];
    if (!is_same([without($now, ...$free)], [without($then, ...$free)])) {
        return true;
    }
    foreach (['points', 'details'] as $layer) {
        [$ids, $before] = [array_column($now[$layer], 'id'), array_column($then[$layer], 'id')];
        if (array_diff($ids, $before) || array_diff($before, $ids)) {
            return true;
        }
    }
    return false;
}

// 7. Verifying

const MOST_BYTES = 65536;
const CLAIMED_FIELDS = [
    'id', 'prev', 'event.state', 'event.time', 'event.by', 'event.method', 'subject', 'policy.manifest', 'policy.source',
    'generator',
];

/**
 * Verifies the text of a record.
 * @return array{array, list<string>} the record, and the paths that are the client's word alone
 * @throws Refused
 */
function verify_record(array $manifest, mixed $entry): array
{
    $record = read_entry($entry);
    if ($record['policy']['id'] !== $manifest['id']) {
        throw new Refused('unknown-policy', 'policy.id');
    }
    $release = release_of($manifest, $record['policy']['version'])
        ?? throw new Refused('unknown-version', 'policy.version');
    if (!isset($release['notice'][$record['notice']['lang']])) {
        throw new Refused('unknown-language', 'notice.lang');
    }
    if ($entry !== canonical($record) && $entry !== wire($record)) {
        throw new Refused('not-canonical');
    }
    foreach (contradictions($record) as $path) {
        throw new Refused('contradiction', $path);
    }
    foreach (differences($record, rebuilt($manifest, $release, $record)) as $path) {
        throw new Refused('altered', $path);
    }
    $claimed = [...CLAIMED_FIELDS, $record['notice']['sha256'] === null ? 'notice' : 'notice.lang'];
    foreach ($record['purposes'] as $i => $purpose) {
        if (!$purpose['required'] || $record['event']['state'] === 'withdrawn') {
            $claimed[] = "purposes[$i].decision";
        }
    }
    return [$record, $claimed];
}

function read_entry(mixed $entry): array
{
    if ($entry === null) {
        throw new Refused('missing');
    }
    if (!is_string($entry)) {
        throw new Refused('type');
    }
    if (strlen($entry) > MOST_BYTES) {
        throw new Refused('too-large');
    }
    try {
        return read_record(Json::parse($entry));
    } catch (NoJson) {
        throw new Refused('json');
    }
}

function rebuilt(array $manifest, array $release, array $record): array
{
    ['event' => $event, 'policy' => $policy, 'notice' => $notice, 'purposes' => $purposes] = $record;
    return build_record($manifest, $release, [
        'id' => $record['id'],
        'prev' => $record['prev'],
        'subject' => $record['subject'],
        'generator' => $record['generator'],
        'state' => $event['state'],
        'time' => $event['time'],
        'by' => $event['by'],
        'method' => $event['method'],
        'inPart' => $event['state'] === 'withdrawn' && is_in_part($purposes),
        'lang' => $notice['lang'],
        'sha256' => $notice['sha256'] === null ? null : notice_digest($release, $notice['lang']),
        'manifest' => $policy['manifest'],
        'source' => $policy['source'],
        'purposes' => array_column($purposes, 'decision', 'id'),
    ]);
}

/** The deepest paths at which two values differ; lists of different lengths differ as a whole. */
function differences(mixed $found, mixed $expected, string $path = ''): array
{
    if (!is_array($found) || !is_array($expected)) {
        return $found === $expected ? [] : [$path];
    }
    $is_list = array_is_list($expected) && array_is_list($found);
    if ($is_list && count($found) !== count($expected)) {
        return [$path];
    }
    $all = [];
    foreach ($expected as $name => $value) {
        $step = $is_list ? "{$path}[$name]" : inside($path, $name);
        $all = [...$all, ...differences($found[$name], $value, $step)];
    }
    return $all;
}

/**
 * Accepts a record as a consent to the release in force at `$now`, for a registration.
 * @param int $now in milliseconds
 * @param array{grace?: int, subject?: string, scripts?: bool, without_digest?: bool, clock?: int} $options
 * @throws Refused
 */
function accept_consent(array $manifest, mixed $entry, int $now, array $options = []): array
{
    [$record] = verify_record($manifest, $entry);
    check_consent($manifest, $record, $now, $options);
    return $record;
}

function check_consent(array $manifest, array $record, int $now, array $options = []): void
{
    ['event' => $event, 'policy' => $policy, 'notice' => $notice] = $record;
    $grace = $options['grace'] ?? 30 * MINUTE;
    $subject = $options['subject'] ?? null;
    $clock = $options['clock'] ?? null;
    $release = release_of($manifest, $policy['version']);
    $missed = array_filter(
        since($manifest, $policy['version'], $now - $grace),
        fn($later) => is_material($manifest, $later),
    );
    $is_early = begins($release) > $now + $grace && acceptable_version($manifest, $now) !== $policy['version'];
    $end = end_of_term($event['valid'], $event['time']);
    $checks = [
        ['not-given', 'event.state', $event['state'] !== 'given'],
        ['by-script', 'event.method', $event['method'] === 'script' && !($options['scripts'] ?? false)],
        ['by-banner', 'event.method', $event['method'] === 'banner-button' && $subject === null],
        ['other-subject', 'subject.ref', $subject !== null && $record['subject']['ref'] !== $subject],
        ['no-digest', 'notice.sha256', $notice['sha256'] === null && !($options['without_digest'] ?? false)],
        ['not-current', 'policy.version', $release['cancelled'] !== null || $missed !== [] || $is_early],
        ['expired', 'event.valid', $end !== null && $end <= $now],
        ['clock', 'event.time', $clock !== null && abs($now - moment($event['time'])) > $clock],
    ];
    foreach ($checks as [$code, $path, $is_refused]) {
        if ($is_refused) {
            throw new Refused($code, $path);
        }
    }
}

// 8. A form sent without script

/** The name of an entry beside `$name`: user[consent-notice] for user[consent], consent-notice[] for consent[]. */
function name_beside(string $name, string $suffix): string
{
    $brackets = str_ends_with($name, '[]') ? '[]' : '';
    $stem = substr($name, 0, strlen($name) - strlen($brackets));
    return str_ends_with($stem, ']') ? substr($stem, 0, -1) . "$suffix]$brackets" : "$stem$suffix$brackets";
}

/**
 * The record of a tick in the fallback.
 * @param bool $ticked whether the box's own entry is there: the one beside it is sent either way
 * @param mixed $value the entry `<name>-notice`
 * @param string $now a time (1)
 * @param array{id: string, generator: string, subject?: ?string, nameFields?: list<string>, purposes?: array} $server
 * @throws Refused
 */
function accept_fallback(array $manifest, bool $ticked, mixed $value, string $now, array $server): array
{
    if (!$ticked || $value === null) {
        throw new Refused('missing');
    }
    $parts = explode(' ', string($value, ''));
    if (count($parts) !== 3) {
        throw new Refused('value');
    }
    foreach (['version', 'lang', 'sha256'] as $i => $name) {
        kind($name)($parts[$i], '');
    }
    [$version, $lang, $sha256] = $parts;
    $release = release_of($manifest, $version) ?? throw new Refused('unknown-version', 'policy.version');
    if (!isset($release['notice'][$lang])) {
        throw new Refused('unknown-language', 'notice.lang');
    }
    if ($sha256 !== notice_digest($release, $lang)) {
        throw new Refused('altered', 'notice.sha256');
    }
    $subject = $server['subject'] ?? null;
    $record = build_record($manifest, $release, [
        'id' => $server['id'],
        'prev' => null,
        'state' => 'given',
        'time' => $now,
        'by' => 'self',
        'method' => 'form-fallback',
        'subject' => ['ref' => $subject, 'nameFields' => $server['nameFields'] ?? []],
        'lang' => $lang,
        'sha256' => $sha256,
        'manifest' => null,
        'source' => 'inline',
        'purposes' => $server['purposes'] ?? [],
        'generator' => $server['generator'],
    ]);
    check_consent($manifest, $record, moment($now), ['subject' => $subject]);
    return $record;
}

// 9. Standing

/** Reads what a server says about a signed-in person. @throws Refused with the first fault */
function read_standing(mixed $value): array
{
    return kind('standing')($value, '');
}
