import OpenAI from 'openai';

let client: OpenAI | undefined;

/** The one client of the process, made when it is first needed. */
export function getOpenAI(): OpenAI {
  return (client ??= new OpenAI({ timeout: 20_000, maxRetries: 2 }));
}
