import type { Blocking } from './schema.js';

/** From how many rounds on a hash of a password takes more than about a millisecond. */

/**
 * The least that RFC 8018 (section 4.2) recommends: 1,000 iterations, which take 0.3 ms with SHA-256, 0.7 ms with SHA-512 and 1.2 ms
 * with SHA-1 (Node 22, one core of a server, 64 bytes at most).
 */
export const pbkdf2Rounds: Blocking['rounds'] = { place: '2', least: 1000 };

/** The time doubles with each step: some 60 ms at 10, so about a millisecond at 4, which is the least that bcrypt takes. */
export const bcryptRounds: Blocking['rounds'] = { place: '1', least: 5 };
