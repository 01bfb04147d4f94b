/**
 * How the name of an event, a message or a channel is written. The names of one system are compared with it; a name by itself
 * says little, so that everything that could be of two styles has none.
 */

/** A way to write a name of several words; the last three join a hierarchy, whose parts may be written in a style of their own. */
export type NamingStyle = 'snake_case' | 'SCREAMING_SNAKE_CASE' | 'kebab-case' | 'camelCase' | 'PascalCase' | 'dot.case' | 'slash/case' | 'colon:case';

const styles: readonly (readonly [NamingStyle, RegExp])[] = [
  ['snake_case', /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/u],
  ['SCREAMING_SNAKE_CASE', /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/u],
  ['kebab-case', /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/u],
  ['camelCase', /^[a-z][a-z0-9]*[A-Z][a-zA-Z0-9]*$/u],
  ['PascalCase', /^[A-Z][a-z0-9]+[A-Z][a-zA-Z0-9]*$|^[A-Z]{2,}[a-z][a-zA-Z0-9]*$/u],
];

const hierarchies: readonly (readonly [string, NamingStyle])[] = [['/', 'slash/case'], [':', 'colon:case'], ['.', 'dot.case']];

/**
 * The style of a name, after what stands for a value at run time (`{userId}`, `${id}`) and a version at its end (`.v1`, `V2`).
 *
 * @returns `undefined` for a name of one word (`signup`, `Created`), which every style writes so, and for one that is written in
 * no style (`Order_created`, `order-line_added`).
 */
export function namingStyleOf(name: string): NamingStyle | undefined {
  const plain = name.replaceAll(/\$?\{[^{}]*\}/gu, '').replace(/(?:[._/:-]?[vV]|(?<=[a-z])V)\d+(?:[._]\d+)*$/u, '');
  for (const [separator, style] of hierarchies) {
    const parts = plain.split(separator).filter((part) => part !== '');
    if (parts.length > 1) return parts.every((part) => /^[\w.:*#>+-]+$/u.test(part)) ? style : undefined;
    if (plain.includes(separator)) return namingStyleOfWords(parts[0] ?? '');
  }
  return namingStyleOfWords(plain);
}

function namingStyleOfWords(name: string): NamingStyle | undefined {
  return styles.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The words of a name in lower case, whatever its style: `order`, `line`, `added` of `OrderLineAdded`. */
export function wordsOf(name: string): string[] {
  return name.replaceAll(/\$?\{[^{}]*\}/gu, ' ').replaceAll(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/gu, '$1$3 $2').split(/[^A-Za-z0-9]+/u).filter((word) => word !== '').map((word) => word.toLowerCase());
}

/** What people append to the name of an event without saying more of it. */
const suffix = /^(?:events?|messages?|msg|payload|notification|envelope|dto|schema|v\d+|\d+)$/u;
/** Past participles that do not end in `ed`. */
const irregular: ReadonlySet<string> = new Set([
  'begun', 'bought', 'bound', 'broken', 'built', 'caught', 'chosen', 'done', 'drawn', 'fallen', 'forgotten', 'found', 'frozen', 'given', 'gone', 'grown', 'held', 'hidden', 'kept', 'known', 'laid', 'left', 'lent', 'lost', 'made', 'met', 'overridden', 'paid', 'proven',
  'rebuilt', 'repaid', 'resent', 'rewritten', 'seen', 'sent', 'shown', 'sold', 'spent', 'stolen', 'sunk', 'taken', 'taught', 'thrown', 'told', 'unbound', 'undone', 'unfrozen', 'won', 'withdrawn', 'woken', 'written',
]);
/** Words that end like a participle and are none. */
const noParticiple = /^(?:bed|breed|embed|exceed|feed|greed|hundred|indeed|led|need|newsfeed|proceed|red|seed|shared|shed|speed|succeed|unified|wed|weed)$/u;

/** Whether a name says what has happened: `OrderPlaced`, `order.payment_failed`, `UserSignedUpEvent`. */
export function saysWhatHappened(name: string): boolean {
  const words = wordsOf(name).filter((word) => !suffix.test(word));
  // `signed up`, `logged in`: the participle has a particle behind it.
  const last = /^(?:up|in|out|off|on|down|back)$/u.test(words.at(-1) ?? '') ? words.at(-2) : words.at(-1);
  return last !== undefined && words.length > 1 && (irregular.has(last) || (last.endsWith('ed') && !noParticiple.test(last)));
}

/** Verbs that are no nouns too, in the form of a command, with what has happened when it was carried out. */
const commands: Readonly<Record<string, string>> = {
  add: 'Added', activate: 'Activated', allocate: 'Allocated', approve: 'Approved', assign: 'Assigned', complete: 'Completed', confirm: 'Confirmed', create: 'Created', deactivate: 'Deactivated', delete: 'Deleted', disable: 'Disabled', enable: 'Enabled', insert: 'Inserted',
  publish: 'Published', register: 'Registered', remove: 'Removed', reject: 'Rejected', send: 'Sent', submit: 'Submitted', validate: 'Validated', verify: 'Verified',
};

/**
 * The command that something which calls itself an event is named after.
 *
 * @returns its verb and what has happened afterwards (`create`, `Created` of `CreateUserEvent` and `UserCreateEvent`); `undefined`
 * for a name that does not end in `Event`, or that says what has happened.
 */
export function commandIn(name: string): { readonly verb: string; readonly fact: string } | undefined {
  const words = wordsOf(name);
  if (words.length < 3 || words.at(-1) !== 'event' || saysWhatHappened(name)) return undefined;
  const verb = [words[0]!, words.at(-2)!].find((word) => Object.hasOwn(commands, word));
  return verb === undefined ? undefined : { verb, fact: commands[verb]! };
}
