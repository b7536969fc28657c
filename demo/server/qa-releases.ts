import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Manifest, Release} from 'ipsm-consent/core';
import {publishedBy} from '../shared/releases.js';
import type {QaSettings} from './qa-desk.js';

const readJson = async <T>(folder: string, path: string) =>
  JSON.parse(await readFile(join(folder, path), 'utf8')) as T;

/** What the operator has published by a tester's switches: pages load it, and registrations are judged by it. */
export async function manifestOf(folder: string, settings: QaSettings): Promise<Manifest> {
  const {release, since} = settings;
  const plain = await readJson<Manifest>(folder, 'manifest.json');
  const second = await readJson<Release>(folder, 'releases/2026-12-01.json');
  const published = since[release === 'cancelled' ? 'announced' : release] ?? new Date(0);
  return publishedBy(settings, plain, second, published.getTime());
}
