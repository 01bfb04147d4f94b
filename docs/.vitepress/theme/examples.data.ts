import { fileURLToPath } from 'node:url';
import { examplesOf } from '../../../tools/site/examples.js';

declare const data: readonly string[];
export { data };

/** The rules that the playground has an example of, read when the site is built. */
export default {
  load: () => examplesOf(fileURLToPath(new URL('../../rules', import.meta.url))).map(({ rule }) => rule),
};
