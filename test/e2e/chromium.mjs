// Finds and starts Chromium (Debian's package, or CHROMIUM_PATH). No browser is downloaded.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const chromiumPath = () =>
  process.env.CHROMIUM_PATH || PLACES.find((place) => existsSync(place)) || null;

export const launch = () =>
  chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
