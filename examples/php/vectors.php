<?php

/**
 * Runs the test vectors (vectors/README.md) against consent.php:
 *
 *     php examples/php/vectors.php vectors
 *
 * prints a line for each one that fails, then "N passed, N failed". Exit code 0 where all passed, else 1; 2 where it was
 * called wrongly.
 */

declare(strict_types=1);

namespace Ipsm\Consent;

use ArrayObject;
use Closure;
use Throwable;

require __DIR__ . '/consent.php';

function copy_of(mixed $value): mixed
{
    if ($value instanceof ArrayObject) {
        return new ArrayObject(array_map(copy_of(...), $value->getArrayCopy()));
    }
    return is_array($value) ? array_map(copy_of(...), $value) : $value;
}

/** Sets what stands at a path, or takes it out where there is no new value. */
function change(mixed $value, array $steps, ?array $new): mixed
{
    $step = array_shift($steps);
    $members = $value instanceof ArrayObject ? $value->getArrayCopy() : $value;
    if ($steps !== []) {
        $members[$step] = change($members[$step], $steps, $new);
    } elseif ($new === null) {
        unset($members[$step]);
    } else {
        $members[$step] = $new[0];
    }
    return $value instanceof ArrayObject ? new ArrayObject($members) : array_values($members);
}

function changed(mixed $value, array $case): mixed
{
    $steps = function (string $path): array {
        preg_match_all('/\[([0-9]+)\]|([^.\[\]]+)/', $path, $found, PREG_SET_ORDER);
        return array_map(fn($step) => $step[1] === '' ? $step[2] : (int) $step[1], $found);
    };
    foreach ($case['set'] ?? [] as $path => $new) {
        $value = change($value, $steps((string) $path), [$new]);
    }
    foreach ($case['remove'] ?? [] as $path) {
        $value = change($value, $steps($path), null);
    }
    return $value;
}

/** The value that a case is about: the JSON text it gives, or a base of its file with changes. */
function base(array $file, array $case, string $kind): mixed
{
    if (isset($case['json'])) {
        return Json::parse($case['json']);
    }
    return changed(copy_of($file["{$kind}s"][$case[$kind]]), $case);
}

function refused_or(Closure $action): mixed
{
    try {
        return $action();
    } catch (Refused $fault) {
        return ['code' => $fault->reason, 'path' => $fault->path];
    }
}

function with_version(array $manifest, string $now, Closure $action): array
{
    $found = refused_or($action);
    return isset($found['code']) ? [...$found, 'version' => acceptable_version($manifest, moment($now))] : $found;
}

function entry_of(array $file, array $case): mixed
{
    if (isset($case['parts'])) {
        return implode('', array_map(fn($part) => str_repeat($part[0], (int) $part[1]), $case['parts']));
    }
    if (isset($case['record'])) {
        return wire(changed(copy_of($file['records'][$case['record']]), $case));
    }
    return $case['entry'];
}

function manifest_of(array $file, array $case): array
{
    return read_manifest(base($file, $case, 'manifest'));
}

/** A decision as PHP arrays, by the case's own fields over the file's. */
function decision_of(array $file, array $case): array
{
    $of = fn(?ArrayObject $fields) => $fields === null ? [] : $fields->getArrayCopy();
    $decision = [...$of($file['decision']), ...$of($case['decision'] ?? null)];
    if ($decision['purposes'] instanceof ArrayObject) {
        $decision['purposes'] = $decision['purposes']->getArrayCopy();
    }
    return $decision;
}

function built(array $manifest, array $decision): array
{
    $release = release_of($manifest, $decision['version']);
    $has_digest = $decision['digest'] ?? true;
    $sha256 = $has_digest ? notice_digest($release, $decision['lang']) : null;
    return build_record($manifest, $release, [...$decision, 'sha256' => $sha256]);
}

function found(string $kind, array $file, array $case): mixed
{
    $read = fn(string $name, Closure $reads) => refused_or(
        fn() => ['canonical' => canonical($reads(base($file, $case, $name)))],
    );
    switch ($kind) {
        case 'canonical':
            $value = Json::parse($case['json']);
            return ['canonical' => canonical($value), 'wire' => wire($value), 'sha256' => digest($value)];
        case 'read-manifest':
            return $read('manifest', read_manifest(...));
        case 'read-record':
            return $read('record', read_record(...));
        case 'read-standing':
            return $read('standing', read_standing(...));
        case 'notice-digest':
            return notice_digest(release_of(manifest_of($file, $case), $case['version']), $case['lang']);
        case 'record-digest':
            return digest(read_record(base($file, $case, 'record')));
        case 'document-for':
            return document_for(release_of(manifest_of($file, $case), $case['version']), $case['lang']);
        case 'build-record':
            $record = built(manifest_of($file, $case), decision_of($file, $case));
            return ['canonical' => canonical($record), 'sha256' => digest($record)];
        case 'gaps':
            return built(manifest_of($file, $case), decision_of($file, $case))['gaps'];
        case 'releases':
            [$manifest, $at] = [manifest_of($file, $case), moment($case['at'])];
            return [
                'inForce' => acceptable_version($manifest, $at),
                'announced' => announced($manifest, $at)['version'] ?? null,
                'since' => array_column(since($manifest, $case['since'], $at), 'version'),
            ];
        case 'editorial':
            $manifest = manifest_of($file, $case);
            return is_material($manifest, release_of($manifest, $case['version']));
        case 'term':
            $end = end_of_term($case['valid'], $case['time']);
            $seconds = $end === null ? 0 : (int) floor($end / 1000);
            return $end === null ? null : gmdate('Y-m-d\TH:i:s', $seconds) . sprintf('.%03dZ', $end - $seconds * 1000);
        case 'name-beside':
            return name_beside($case['field'], $case['suffix']);
    }
    $manifest = read_manifest(changed(copy_of($file['manifests'][$case['manifest']]), $kind === 'fallback' ? $case : []));
    switch ($kind) {
        case 'verify':
            return with_version($manifest, $case['now'], function () use ($manifest, $file, $case) {
                [, $claimed] = verify_record($manifest, entry_of($file, $case));
                sort($claimed, SORT_STRING);
                return ['claimed' => $claimed];
            });
        case 'accept':
            $given = isset($case['options']) ? $case['options']->getArrayCopy() : [];
            $options = array_filter([
                'grace' => isset($given['graceMinutes']) ? (int) ($given['graceMinutes'] * MINUTE) : null,
                'subject' => $given['subject'] ?? null,
                'scripts' => $given['scripts'] ?? null,
                'without_digest' => $given['withoutDigest'] ?? null,
                'clock' => isset($given['clockMinutes']) ? (int) ($given['clockMinutes'] * MINUTE) : null,
            ], fn($option) => $option !== null);
            $accept = fn() => accept_consent($manifest, entry_of($file, $case), moment($case['now']), $options);
            return with_version($manifest, $case['now'], fn() => ['accepted' => $accept()['id']]);
        case 'fallback':
            $server = decision_of($file, $case);
            $accept = fn() => accept_fallback($manifest, $case['ticked'] ?? true, $case['value'], $case['now'], $server);
            return with_version($manifest, $case['now'], fn() => ['canonical' => canonical($accept())]);
    }
    throw new NoJson("unknown kind '$kind'");
}

/** @return array{int, list<string>} how many passed, and a line for each that failed */
function run_file(string $path): array
{
    $name = basename($path);
    try {
        $file = Json::parse(file_get_contents($path))->getArrayCopy();
        $cases = $file['cases'];
    } catch (Throwable $error) {
        return [0, ["$name: is no file of test vectors ({$error->getMessage()})"]];
    }
    $failures = $cases === [] ? ["$name: has no cases"] : [];
    foreach ($cases as $case) {
        $case = $case->getArrayCopy();
        try {
            $found = wire(found($file['kind'], $file, $case));
        } catch (Throwable $error) {
            $found = $error::class . ": {$error->getMessage()} ({$error->getLine()})";
        }
        $expected = wire($case['expected'] ?? null);
        if ($found !== $expected) {
            $failures[] = "$name: {$case['name']}: expected $expected, found $found";
        }
    }
    return [count($cases) - count($failures), $failures];
}

if ($argc !== 2 || str_starts_with($argv[1], '-')) {
    fwrite(STDERR, "usage: php vectors.php DIR (a folder of test vectors, *.json)\n");
    exit(2);
}
[$passed, $failures] = [0, []];
foreach (glob("$argv[1]/*.json") as $path) {
    [$here, $lines] = run_file($path);
    [$passed, $failures] = [$passed + $here, [...$failures, ...$lines]];
}
if ($passed === 0 && $failures === []) {
    $failures[] = "$argv[1]: there are no test vectors (*.json) here";
}
foreach ($failures as $line) {
    echo "$line\n";
}
printf("%d passed, %d failed\n", $passed, count($failures));
exit($failures === [] ? 0 : 1);
