import { describe, expect, it } from 'vitest';
import { isVagueTask } from '../../../src/analysis/agents/vague-tasks.js';

describe('isVagueTask', () => {
  it.each([
    'Fix bugs', 'Fix authentication bugs', 'fix the login errors', 'Improve the code', 'Improve the code quality', 'Make it better', 'make this code more readable', 'Analyze this', 'Refactor', 'Review the code.',
    'Please fix all issues!', 'Could you please clean up the codebase', 'I want you to debug this', "Let's optimize performance", 'Summarize the text', 'Explain the code', 'Find bugs in the code', 'Look for problems in the project',
    'Review the code for possible bugs and make it more robust', 'Hey, fix the failing tests please', 'Fix it. Make sure everything works.', 'Document the functions',
  ])('%s', (text) => {
    expect(isVagueTask(text, 6)).toBe(true);
  });

  it.each([
    '', 'x', 'test', 'update', 'Hello', 'Hello!', 'What is wrong?', 'Can you fix it?', 'Fix auth.ts', 'Fix src/auth', 'Fix getUser', 'Fix the bug in line 12', 'Fix CORS errors', 'Analyze Tesla', 'Summarize: the text', 'Fix `x`', 'Explain "x"',
    'Write a haiku about recursion', 'Write tests', 'Tell me a joke', 'Explain quantum computing', 'Refactor the payment service', 'Translate to French', 'Make a sandwich', 'Make it rhyme', 'Find a restaurant', 'Look at the stars',
    'Fix the race between two workers that take the same order', 'Review the code\nlet a = 1', 'Check the weather', 'Analyze customer sentiment', 'Fix <div>', 'Fix @ana\'s bugs', 'Korrigiere den Code',
  ])('not: %s', (text) => {
    expect(isVagueTask(text, 6)).toBe(false);
  });

  it('short orders about a kind of trouble depend on the number of words', () => {
    expect(['Fix authentication bugs', 'Fix payment errors of new users and failing checkout tests'].map((text) => [isVagueTask(text, 3), isVagueTask(text, 4), isVagueTask(text, 12)])).toEqual([[false, true, true], [false, false, true]]);
  });
});
