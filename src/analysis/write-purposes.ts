/**
 * What a write is for, by the names of what is written and of who writes: some writes belong to answering a question or to following
 * a link, and moving them elsewhere would change what the caller gets.
 * Heuristic: the words are those that such tables, columns and routes have in practice; a name that says nothing is business data.
 */

/** Words of tables, models and events that keep record of the asking, or that answering needs: no business state. */
const bookkeeping = new Set([
  'audit', 'audits', 'log', 'logs', 'logging', 'logger', 'history', 'metric', 'metrics', 'stat', 'stats', 'statistic', 'statistics', 'analytics', 'telemetry', 'usage', 'usages', 'trace', 'traces',
  'visit', 'visits', 'visitor', 'visitors', 'view', 'views', 'hit', 'hits', 'click', 'clicks', 'impression', 'impressions', 'download', 'downloads', 'activity', 'activities', 'tracking',
  'cache', 'caches', 'cached', 'snapshot', 'session', 'sessions', 'token', 'tokens', 'otp', 'otps', 'nonce', 'nonces', 'csrf', 'captcha', 'captchas', 'challenge', 'challenges', 'state', 'states', 'lock', 'locks',
  'ratelimit', 'limiter', 'heartbeat', 'presence', 'credential', 'credentials', 'verification', 'verifications', 'counter', 'counters', 'lease', 'leases', 'cursor',
]);

/** Columns that say when or how often somebody was here. */
const seenColumns = /\b(?:last_?(?:seen|login|logged_?in|sign_?in|active|activity|access(?:ed)?|used|use|visit(?:ed)?|viewed|opened|read|fetched|polled|ping|checked|sync(?:ed)?|connected|refresh(?:ed)?|discovered|error|failure|requested)(?:_?(?:at|on|time|date))?|(?:view|visit|hit|click|download|open|read|access|play|use|usage)s?_?(?:count|counter|s)|(?:viewed|seen|opened|accessed|visited|read)_?at|is_?(?:read|seen)|views|visits|hits|clicks|downloads|readed)\b/iu;

/** Routes and functions whose link changes something by design, or that a scheduler or another system calls with GET. */
const actingWords = new Set([
  'callback', 'callbacks', 'oauth', 'oauth2', 'openid', 'oidc', 'saml', 'sso', 'auth', 'authenticate', 'authorize', 'login', 'signin', 'logout', 'signout', 'signup', 'register', 'verify', 'verification', 'verified', 'confirm',
  'confirmation', 'activate', 'activation', 'unsubscribe', 'optout', 'subscribe', 'magic', 'magiclink', 'invite', 'invitation', 'invitations', 'accept', 'reset', 'token', 'tokens', 'refresh', 'session', 'sessions', 'csrf', 'captcha',
  'redirect', 'track', 'tracking', 'pixel', 'click', 'beacon', 'cron', 'crons', 'job', 'jobs', 'worker', 'sync', 'webhook', 'webhooks', 'hook', 'hooks', 'health', 'healthz', 'ping', 'seed', 'seeder', 'setup', 'install', 'init', 'initialize', 'migrate',
  'migrated', 'migration', 'migrations', 'backfill', 'repair',
  'connect', 'link', 'unlink', 'impersonate', 'success', 'cancel', 'return', 'complete',
]);

/** The words of a name in any spelling: `EmailVerifyToken`, `email_verify_token`, `/email/verify`. */
export function wordsOf(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])/gu, '$1 $2').replace(/([A-Z])(?=[A-Z][a-z])/gu, '$1 ').toLowerCase().split(/[^a-z\d]+/u).filter((word) => word !== '');
}

/** Whether a table, model or event of this name keeps record of the asking: audit, sessions, caches, counters. */
export function isBookkeeping(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => bookkeeping.has(word)) || /(?:session|token|log|cache|audit|ratelimit)s?$/u.test(words.join(''));
}

/** Whether the text of a write says that it notes who was here: `lastSeenAt`, `views + 1`. */
export function notesPresence(text: string): boolean {
  return seenColumns.test(text);
}

/** Whether the text of a write says that writing again changes nothing more: a copy of what was fetched, a default made on first reading. */
export function isIdempotent(text: string): boolean {
  return /\bupsert|findOrCreate|insertOrUpdate|createIfNotExists|on_?\s*conflict|on\s+duplicate\s+key|insert\s+or\s+(?:ignore|replace)|orIgnore|skipDuplicates/iu.test(text);
}

/** Whether a route or function of this name acts by design though it is asked: a link in a mail, the way back from a login, a scheduler, stored data of an old form that is brought up to date. */
export function actsByDesign(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => actingWords.has(word)) || /(?:log|sign)(?:in|out|up)$|optout$|orcreate|^ensure/u.test(words.join(''));
}
