/**
 * Does a text ask for work on code or material without naming any of it? Judged by its words: a verb of work and nothing but
 * words that fit every project ("Fix the bugs in the code"), or a short order about some kind of defect ("Fix authentication
 * bugs"). Whatever could be a name makes it specific: a path, a symbol, a number, a quotation, a proper noun.
 * English only. Questions, and orders to make something up ("Write a haiku"), are no such tasks.
 */

const list = (words: string) => new Set(words.split(' '));

/** Work that needs something to work on. */
const verbs = list(
  'fix debug improve refactor optimize optimise clean cleanup analyze analyse review check enhance rewrite update test investigate examine inspect evaluate assess solve resolve repair correct patch '
    + 'simplify document summarize summarise explain audit scan handle modify polish tidy rework revise',
);
/** Verbs that are a task by themselves, and that short orders begin with. */
const strong = list('fix debug improve refactor optimize optimise clean cleanup analyze analyse review enhance investigate resolve repair audit');
/** Names of what every project has. */
const things = list(
  'code codebase project app application program software system repo repository file files folder directory function functions method methods class classes module modules component components script scripts '
    + 'bug bugs issue issues error errors problem problems defect defects mistake mistakes failure failures thing things stuff everything anything something data dataset text texts document documents '
    + 'content contents input output result results test tests performance quality readability style structure architecture logic implementation solution change changes line lines',
);
/** What short orders end in when they name a kind of trouble and no place. */
const troubles = list('bug bugs issue issues error errors problem problems defect defects failure failures code tests performance');
const fillers = list(
  'a an the this that these those it its them my our your me us all any some every each other of in on for with to from and or so as is are be has have here there now just then also too very really '
    + 'please quickly carefully thoroughly properly correctly again up out into at by make makes making sure work works working run running you can if not no without go ahead look find show tell need '
    + 'better faster cleaner nicer good best more most less readable efficient maintainable robust clear simple broken wrong bad slow failing existing current whole entire full possible potential common '
    + 'various different important critical major minor small big new old best-practice practices necessary needed required',
);
const politeness = /^(?:(?:please|hi|hey|hello|now|ok|okay|then|and)\b[,!]?\s*|(?:can|could|would|will) you\s+|i (?:want|need|would like) you to\s+|help (?:me|us)(?: to)?\s+|let'?s\s+|you (?:should|must|need to)\s+|your task is to\s+|go ahead and\s+)+/iu;
/** Longer texts say more than such words can, whatever the words. */
const maxWords = 14;

/**
 * @param minWords an order about a kind of trouble with fewer words than this is too short to say where.
 */
export function isVagueTask(text: string, minWords: number): boolean {
  const order = text.trim().replace(politeness, '').replace(/(?<![\s.!])[\s.!]+$/u, '');
  // A path, symbol, number, quotation, list, code: something is named.
  if (order === '' || /[^\p{L}\s,.;!'’&-]|\p{N}|\S[.]\S|[\r\n]/u.test(order) || /(?:^|\s)['’]/u.test(order)) return false;
  if (namesSomething(order)) return false;
  const words = order.toLowerCase().split(/[^\p{L}'’-]+/u).filter((word) => word !== '');
  const [first = '', ...rest] = words;
  if (words.length > maxWords) return false;
  const isMakeBetter = first === 'make' && /^(?:it|this|that|everything|things)$/u.test(rest[0] ?? '') && rest.length > 1;
  if (!isMakeBetter && !verbs.has(first) && !(first === 'look' || first === 'find')) return false;
  if (words.every((word) => verbs.has(word) || things.has(word) || fillers.has(word))) {
    return rest.length === 0 ? strong.has(first) : isMakeBetter || verbs.has(first) || rest.some((word) => troubles.has(word));
  }
  return words.length < minWords && strong.has(first) && troubles.has(words.at(-1) ?? '');
}

/** A word in capitals, camel case, or with a capital where no sentence begins. */
function namesSomething(order: string): boolean {
  return /\p{Ll}\p{Lu}|\p{Lu}{2}|_/u.test(order) || /[^.!\s]\s+\p{Lu}/u.test(order);
}
