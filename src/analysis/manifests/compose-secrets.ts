import type { YamlValue } from '../../languages/yaml/value.js';
import type { ComposeService } from './compose.js';

/**
 * Environment variables of a compose service that hold a secret in the file itself.
 * A variable's name proves nothing: passwords of a database on one's own machine are well known and guard nothing. What counts
 * is a value that somebody made to be secret: the form of a provider's key, or a long random text under a secret's name.
 *
 * Does not see: passwords that are words, secrets inside connection strings and commands, and files named by `env_file`.
 */
export interface LiteralSecret {
  readonly name: string;
  readonly at: YamlValue['node'];
  /** The form of a key that a provider issues, whoever reads it may use it. */
  readonly issued: boolean;
}

/** The secrets that a service's `environment` states. */
export function literalSecrets(service: ComposeService): readonly LiteralSecret[] {
  const environment = service.get('environment')?.value;
  if (!environment) return [];
  return [...environment.entries().map(({ key, value }) => ({ name: key, text: value.text, at: value.node })), ...environment.items().map(pairOf)].flatMap(({ name, text, at }) => {
    if (text === undefined || text.includes('$') || isPlaceholder(text)) return [];
    const issued = isIssued(text);
    return issued || (secretName.test(name) && isRandom(text)) ? [{ name, at, issued }] : [];
  });
}

function pairOf(item: YamlValue) {
  const [, name = '', text] = /^([^=]+)=(.*)$/su.exec(item.text ?? '') ?? [];
  return { name, text, at: item.node };
}

const secretName = /(?:SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|ACCESS_KEY|PRIVATE_KEY|ENCRYPTION_KEY|SALT)(?:_(?:KEY|BASE|KEY_BASE|VALUE))*$/iu;

/** What keys look like that providers issue, after their documentation (checked 2026-11). */
const issuedForms: readonly RegExp[] = [
  /^sk-(?:proj-|ant-|or-v1-|svcacct-)?[\w-]{32,}$/u, // OpenAI, Anthropic, OpenRouter
  /^gh[opsru]_[A-Za-z0-9]{36,}$/u, /^github_pat_\w{50,}$/u, // GitHub
  /^glpat-[\w-]{20,}$/u, // GitLab
  /^xox[abeoprs]-[\w-]{20,}$/u, // Slack
  /^A(?:KIA|SIA)[A-Z0-9]{16}$/u, // AWS
  /^AIza[\w-]{35}$/u, // Google
  /^SG\.[\w-]{20,24}\.[\w-]{40,44}$/u, // SendGrid
  /^[rs]k_live_\w{20,}$/u, // Stripe
  /^npm_[A-Za-z0-9]{36}$/u, /^hf_[A-Za-z0-9]{30,}$/u,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/u,
];

function isIssued(text: string): boolean {
  return issuedForms.some((form) => form.test(text)) && entropyOf(text) > 3;
}

/** Words that say that the value is to be replaced, or is nobody's. */
function isPlaceholder(text: string): boolean {
  return /chang|replac|example|your|secret|passw|default|dummy|insecure|local|sample|test|xxxx|0{8}|1234|abcd/iu.test(text);
}

/** Letters and digits without words: as long as what key generators write, and as mixed. */
function isRandom(text: string): boolean {
  return /^[\w+/=.-]{24,}$/u.test(text) && /\d/u.test(text) && /[A-Za-z]/u.test(text) && !/[-_.][A-Za-z]+[-_.]/u.test(text) && entropyOf(text) > 3.3;
}

/** Bits per character, by the frequencies of the characters: 4 at most for hexadecimal digits, 6 for Base64. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
