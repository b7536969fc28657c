import puppeteer from 'puppeteer-core';
import {findBrowsers, inCI} from '../../scripts/browsers.mjs';

const {path: executablePath, why} = findBrowsers().chromium;

/** Why a test that looks at a page cannot run here, else `false`; in CI the browser has to be there. */
export const skip = executablePath || inCI ? false : why;

/** Chromium for a test in Node, with a profile of its own. */
export const launchChromium = () =>
  puppeteer.launch({executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : []});
