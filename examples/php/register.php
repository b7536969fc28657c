<?php

/**
 * A registration that rests on a consent. The form has the fields `name` and `email` and an ipsm-consent-checkbox with the
 * name `consent`; schema.sql makes the tables, in Postgres. From the environment: DATABASE (a PDO address), MANIFEST
 * (the operator's file). Answers JSON: 200 with the person's number, the same to who sends again; 422 with the reasons.
 */

declare(strict_types=1);

use Ipsm\Consent\Json;
use Ipsm\Consent\Refused;

use function Ipsm\Consent\accept_consent;
use function Ipsm\Consent\accept_fallback;
use function Ipsm\Consent\acceptable_version;
use function Ipsm\Consent\canonical;
use function Ipsm\Consent\moment;
use function Ipsm\Consent\read_manifest;
use function Ipsm\Consent\wire;

require __DIR__ . '/consent.php';

function answer(int $status, array $body): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    echo json_encode($body, JSON_THROW_ON_ERROR);
    exit;
}

function refuse(string $code, string $path, ?string $version = null): never
{
    answer(422, ['errors' => [['code' => $code, 'path' => $path, 'version' => $version]]]);
}

function new_uuid(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
    $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
}

/** A field of the form that is one text. */
function posted(string $name): ?string
{
    $value = $_POST[$name] ?? null;
    return is_string($value) ? $value : null;
}

/** What was answered to this entry before, if anything was. */
function answer_again(PDO $database, string $id, string $entry, string $same_person): void
{
    $found = $database->prepare('SELECT entry, same_person, answer FROM consents JOIN answers ON consent = id WHERE id = ?');
    $found->execute([$id]);
    $kept = $found->fetch(PDO::FETCH_ASSOC);
    if ($kept === false) {
        return;
    }
    // the same in wire form and in canonical form
    $is_same = $entry === $kept['entry'] || $entry === canonical(Json::parse($kept['entry']));
    if (!$is_same || $kept['same_person'] !== $same_person) {
        refuse('replayed', 'id');
    }
    answer(200, json_decode($kept['answer'], true, flags: JSON_THROW_ON_ERROR));
}

if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
    header('Allow: POST');
    answer(405, ['errors' => [['code' => 'method', 'path' => '']]]);
}
$fields = ['name' => trim(posted('name') ?? ''), 'email' => trim(posted('email') ?? '')];
foreach ($fields as $field => $value) {
    if ($value === '' || strlen($value) > 254 || preg_match('/^\P{Cc}+$/u', $value) !== 1) {
        refuse('field', $field);
    }
}
$database = new PDO(getenv('DATABASE'), options: [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
$manifest = read_manifest(Json::parse(file_get_contents(getenv('MANIFEST'))));
$entry = posted('consent-record');
$now = gmdate('Y-m-d\TH:i:s.000\Z');
$same_person = hash('sha256', json_encode($fields, JSON_THROW_ON_ERROR));

$id = json_decode($entry ?? '', true)['id'] ?? null;
// Looked up before it is checked: what was accepted stays accepted when a release follows.
if (is_string($id)) {
    answer_again($database, $id, $entry, $same_person);
}
try {
    $record = $entry === null && isset($_POST['consent-notice'])
        ? accept_fallback($manifest, preg_match('/^(on|1|true|yes)$/iD', posted('consent') ?? '') === 1, posted('consent-notice'), $now, [
            'id' => new_uuid(),
            'generator' => 'examples/php',
            'nameFields' => ['name'],
        ])
        : accept_consent($manifest, $entry, moment($now));
} catch (Refused $fault) {
    refuse($fault->reason, $fault->path, acceptable_version($manifest, moment($now)));
}

$database->beginTransaction();
try {
    $database
        ->prepare('INSERT INTO consents (id, entry, same_person, received) VALUES (?, ?, ?, ?)')
        ->execute([$record['id'], wire($record), $same_person, $now]);
} catch (PDOException $error) {
    $database->rollBack();
    // Class 23 is a broken constraint: somebody was faster with this id; they have finished by now.
    if (!str_starts_with((string) $error->getCode(), '23') || $entry === null) {
        throw $error;
    }
    answer_again($database, $record['id'], $entry, $same_person);
    throw $error;
}
$person = $database->prepare('INSERT INTO people (consent, name, email) VALUES (?, ?, ?) RETURNING id');
$person->execute([$record['id'], $fields['name'], $fields['email']]);
$body = ['person' => (int) $person->fetchColumn()];
$database
    ->prepare('INSERT INTO answers (consent, answer) VALUES (?, ?)')
    ->execute([$record['id'], json_encode($body, JSON_THROW_ON_ERROR)]);
$database->commit();
answer(200, $body);
