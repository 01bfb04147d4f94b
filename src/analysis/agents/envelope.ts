/**
 * What makes an object a message from one agent to another, and which parts of the protocol it lacks. Names are compared
 * without regard to case and underscores.
 * Source of the fields: the agent communication protocol of the specification; the synonyms are names that message formats of
 * agent systems in TypeScript have for them.
 */

/** What a field is also called. Names that end in `Id` and say nothing else count as a correlation. */
const synonyms: ReadonlyMap<string, RegExp> = new Map(Object.entries({
  messageId: /^(?:id|messageid|msgid|uuid|uid|guid|eventid|envelopeid|key|sequence|seq)$/u,
  correlationId: /correlation|^(?:replyto|inreplyto|responseto|parent|thread|conversation|session|trace|run|causation|traceparent|chain)$|ids?$/u,
  from: /^(?:from|sender|source|author|origin|producer|fromagent|sourceagent|senderagent|agentfrom|(?:from|sender|source|fromagent|sourceagent|senderagent)(?:agent)?(?:id|name|role)|speaker|issuer)$/u,
  to: /^(?:to|recipients?|receivers?|target|destination|addressee|toagents?|targetagents?|recipientagent|receiveragent|destinationagent|agentto|(?:to|recipient|receiver|target|destination|toagent|targetagent)(?:agent)?(?:ids?|names?|role)|topic|channel|room|queue|audience)$/u,
  type: /^(?:type|kind|messagetype|msgtype|eventtype|event|action|intent|performative|method|name|subject|command|operation)$/u,
  payload: /^(?:payload|content|contents|data|body|params|args|arguments|input|output|message|text|result|response|details|task|parts|value|request)$/u,
  timestamp: /^(?:timestamp|ts|time|date|createdat|sentat|at|when|issuedat|receivedat|created|sent|timestampms|datetime|occurredat|emittedat)$/u,
}));

/** Fields that say of themselves that agents are at both ends, or that the message has an end at all. */
const agentEnd = /^(?:(?:from|to|source|target|sender|recipient|receiver|destination)agents?(?:ids?|names?|role)?|agent(?:from|to))$/u;
const receiver = /^(?:to|recipients?|receivers?|toagents?|targetagents?)(?:ids?|names?)?$/u;

/** Fields that hold further fields, among them perhaps those that seem to be missing. */
const bags = /^(?:meta|metadata|headers?|envelope|props|properties|attributes)$/u;

const plain = (name: string) => name.replaceAll(/[_-]/gu, '').toLowerCase();

/**
 * The required fields that a message lacks.
 *
 * @param fields the names of its properties.
 * @param required what it must have: names of the protocol (`messageId`), or of a team's own, with alternatives separated by `|`.
 * @returns `undefined` where it is no message between agents: nothing names a receiver or an agent as its sender, or less than
 * two of the required fields are there; a message to or from a language model (`role`) is none. Nor is anything known of a message
 * with a field for more fields (`metadata`).
 */
export function lackingFields(fields: readonly string[], required: readonly string[]): string[] | undefined {
  const names = fields.map(plain);
  const isAddressed = names.some((name) => agentEnd.test(name)) || (names.some((name) => receiver.test(name)) && names.some((name) => synonyms.get('from')!.test(name)));
  if (!isAddressed || names.includes('role') || names.some((name) => bags.test(name))) return undefined;
  const lacking = required.filter((entry) => !entry.split('|').some((name) => has(names, name)));
  if (required.length - lacking.length < 2) return undefined;
  const snake = fields.some((field) => field.includes('_'));
  return lacking.map((entry) => entry.split('|')[0]!).map((name) => (snake ? name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`) : name));
}

function has(names: readonly string[], wanted: string): boolean {
  const own = plain(wanted);
  if (names.includes(own)) return true;
  const others = [...synonyms].filter(([name]) => name !== 'correlationId' && name !== wanted).map(([, pattern]) => pattern);
  // What stands for another field does not stand for this one too.
  const isTaken = wanted === 'correlationId' ? (name: string) => others.some((pattern) => pattern.test(name)) : () => false;
  return names.some((name) => synonyms.get(wanted)?.test(name) === true && !isTaken(name));
}
