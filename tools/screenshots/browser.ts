import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The Chromium of this machine: what `CHROMIUM` names, or one in a usual place; `undefined` where there is none. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'], ...usual].find((file) => file !== undefined && existsSync(file));
}

/** Starts it without a window. Throws where there is none. */
export async function launch(executablePath: string | undefined): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium was found: install one, or name it in the variable CHROMIUM.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] });
}
