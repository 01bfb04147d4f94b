/**
 * Which roles of a chain of agents (parser of intents, planner, safety checker, router, executor, reporter) instructions assign
 * to the one who reads them.
 *
 * A role is assigned where a sentence, a point of a list or a part of an enumeration begins with its verb and names its object
 * ("2. Create a plan", "you route requests to the right specialist"), or where the reader is called by its name ("You are the
 * planner and the executor"). What is forbidden or only holds under a condition assigns nothing. English only.
 * Source of the roles: the agent roles pattern of the specification. The verbs and objects are those that instructions of
 * published agents use for them.
 */
export type AgentRole = 'parse intent' | 'plan' | 'check safety' | 'route' | 'execute' | 'report';

const few = String.raw`\s+(?:[^\s,]+\s+){0,4}?`;
const verbs: Readonly<Record<AgentRole, RegExp>> = {
  'parse intent': new RegExp(String.raw`^(?:pars(?:e|ing)|interpret(?:ing)?|understand(?:ing)?|identify(?:ing)?|determin(?:e|ing)|classify(?:ing)?|extract(?:ing)?|detect(?:ing)?|recogni[sz](?:e|ing)|analy[sz](?:e|ing))${few}(?:intents?|intentions?|(?:user|customer|client|incoming)(?:'s|s'|s)?\s+(?:request|query|goal|message|input)s?|what the user wants)\b`, 'iu'),
  plan: new RegExp(String.raw`^(?:plan(?:ning)?(?:$|:|\s+(?:the|your|a|an|out|each|every|its|their|how|which|what|(?:all\s+)?(?:steps|tasks|actions))\b)|(?:creat(?:e|ing)|mak(?:e|ing)|build(?:ing)?|draft(?:ing)?|develop(?:ing)?|devis(?:e|ing)|formulat(?:e|ing)|writ(?:e|ing)|produc(?:e|ing)|generat(?:e|ing))${few}plan\b|(?:break(?:ing)?|decompos(?:e|ing)|split(?:ting)?)${few}(?:into|down)\b)`, 'iu'),
  'check safety': new RegExp(String.raw`^(?:check(?:ing)?|verify(?:ing)?|ensur(?:e|ing)|validat(?:e|ing)|assess(?:ing)?|evaluat(?:e|ing)|review(?:ing)?|screen(?:ing)?|vet(?:ting)?)\s+(?:[^\s,]+\s+){0,6}?(?:un)?(?:safe|safety|harmful|dangerous|destructive|guardrails?)\b`, 'iu'),
  route: new RegExp(String.raw`^(?:rout(?:e|ing)|delegat(?:e|ing)|dispatch(?:ing)?|hand(?:ing)?(?:\s|-)?(?:off|over)|transfer(?:ring)?|assign(?:ing)?|forward(?:ing)?|direct(?:ing)?)\b(?:\s+[^\s,]+){0,5}?\s+to\s+(?:[^\s,]+\s+){0,4}?(?:agents?|sub-?agents?|specialists?|teams?|experts?|tools?|departments?|handlers?|workers?|services?|systems?)\b`, 'iu'),
  execute: new RegExp(String.raw`^(?:execut(?:e|ing)|carry(?:ing)? out|perform(?:ing)?|run(?:ning)?)${few}(?:plans?|steps?|tasks?|actions?|it|them|operations?|workflows?|requests?)\b`, 'iu'),
  report: new RegExp(String.raw`^(?:(?:report(?:ing)?|summari[sz](?:e|ing)|present(?:ing)?|compil(?:e|ing))${few}(?:results?|findings?|outcomes?|status|progress)\b|report(?:ing)? back\b|(?:writ(?:e|ing)|generat(?:e|ing)|produc(?:e|ing)|prepar(?:e|ing))${few}(?:final\s+)?reports?\b)`, 'iu'),
};
const nouns: Readonly<Record<AgentRole, RegExp>> = {
  'parse intent': /\bintent (?:parser|classifier)\b/iu,
  plan: /\bplanner\b/iu,
  'check safety': /\bsafety (?:checker|officer|reviewer|guard)\b/iu,
  route: /\b(?:router|dispatcher)\b/iu,
  execute: /\bexecut(?:or|er)\b/iu,
  report: /\breporter\b/iu,
};
const agentRoles = Object.keys(verbs) as AgentRole[];

/** What may stand before the verb: a list mark, a heading, who is meant, the order. */
const lead = /^(?:[\s\-*•>#_`"'(]+|\(?\d+[.):]\s*|[a-z]\)\s+|(?:step|phase|stage)\s+\w+\s*[:.)-]*\s*|(?:first|second|third|fourth|fifth|next|then|finally|lastly|afterwards|after that|always|and|also|to|will|must|should|are to|can|carefully|safely)(?:ly)?\b[,:]?\s*|you(?:'ll|\s+(?:will|must|should|are responsible for|need to|have to|are to|are expected to))?\s+|(?:you are|you're|being)\s+(?:also\s+)?responsible for\s+|your (?:job|task|role|goal|mission|duty|duties|responsibilit(?:y|ies)|tasks|roles)\s+(?:is|are)(?:\s+to)?:?\s*)/iu;
/** What is no assignment: a prohibition, a condition, an example. */
const notAssigned = /^[\s\-*•\d.)]*(?:if|when|whenever|once|unless|before|after|while|for example|example|e\.g\.|in case|do not|don't|never|avoid|you (?:do not|don't|must not|should not|cannot|can't|are not)|another|other agents?)\b/iu;
const self = /^[\s\-*•\d.)]*(?:you are|you're|act as|acting as|you act as|your roles?)\b/iu;

/** How an agent works through its own task, and what the one agent does that leads others: one job each, however many words it takes. */
const waysOfWorking: readonly (readonly AgentRole[])[] = [
  ['parse intent', 'plan', 'execute', 'report'],
  ['parse intent', 'plan', 'route', 'report'],
];

export function isOneWayOfWorking(assigned: readonly AgentRole[]): boolean {
  return waysOfWorking.some((way) => assigned.every((role) => way.includes(role)));
}

/** Whether a file may have instructions with more than one way of working: it speaks of safety, or of routing as well as executing. A cheap look before anything else. */
export function mayAssignRoles(fileText: string): boolean {
  if (/safe|harmful|dangerous|destructive|guardrail/iu.test(fileText)) return true;
  return /\b(?:rout|delegat|dispatch|hand|transfer|assign|forward|direct)/iu.test(fileText) && /\b(?:execut|carry|perform|run)/iu.test(fileText);
}

/** The roles that `text` assigns, in the order of the chain. */
export function assignedRoles(text: string): AgentRole[] {
  const found = new Set<AgentRole>();
  for (const sentence of text.split(/\n+|(?<=[.!?;])\s+/u)) {
    if (notAssigned.test(sentence)) continue;
    const isSelf = self.test(sentence);
    for (const part of sentence.split(/,\s+|;\s*|(?<!\s)\s+(?:and then|and|then|[–—-])\s+|\*\*\s*(?::\s*)?|:\s+/u)) {
      const clause = withoutLead(part);
      for (const role of agentRoles) if (verbs[role].test(clause) || (isSelf && nouns[role].test(part))) found.add(role);
    }
  }
  return agentRoles.filter((role) => found.has(role));
}

function withoutLead(part: string): string {
  let at = part.trim();
  for (let next = at.replace(lead, ''); next !== at; next = at.replace(lead, '')) at = next;
  return at;
}
