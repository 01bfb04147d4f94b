import { describe, expect, it } from 'vitest';
import { assignedRoles } from '../../../src/analysis/agents/assigned-roles.js';

describe('assignedRoles', () => {
  it('finds the roles of a list', () => {
    expect(assignedRoles(`You are a helpful operator.
      1. Parse the user's intent.
      2. Create a step-by-step plan.
      3. Check that every step is safe.
      4. Route each step to the right tool.
      5. Execute the plan.
      6. Report the results.`)).toEqual(['parse intent', 'plan', 'check safety', 'route', 'execute', 'report']);
  });

  it('finds them under headings, in other words and other forms', () => {
    expect(assignedRoles('**Plan**: Break the task down into steps.\n**Execute**: Carry out the steps.\n**Report**: Summarize the results.')).toEqual(['plan', 'execute', 'report']);
    expect(assignedRoles('Step 1: Determine what the user wants\nStep 2: Draft a plan\nStep 3: Run it')).toEqual(['parse intent', 'plan', 'execute']);
    expect(assignedRoles('- First, analyze the customer\'s request.\n- Then delegate to the appropriate specialist.\n- Finally, write a report.')).toEqual(['parse intent', 'route', 'report']);
  });

  it('finds them in a running sentence', () => {
    expect(assignedRoles('You interpret the user request, plan the steps, check them for safety, execute them and report back.')).toEqual(['parse intent', 'plan', 'check safety', 'execute', 'report']);
    expect(assignedRoles('You are responsible for planning the work, routing requests to agents, and executing tasks.')).toEqual(['plan', 'route', 'execute']);
    expect(assignedRoles('You are the planner, the safety checker and the executor of this system.')).toEqual(['plan', 'check safety', 'execute']);
  });

  it('takes no prohibition, condition or mention of others for an assignment', () => {
    expect(assignedRoles('Do not execute the plan. Never route requests to agents. You must not report results.')).toEqual([]);
    expect(assignedRoles('If the user asks for it, execute the plan and report the results.')).toEqual([]);
    expect(assignedRoles('The planner creates a plan. Another agent executes the steps.')).toEqual([]);
    expect(assignedRoles('You work for the planner and hand your answer to the executor.')).toEqual([]);
  });

  it('takes no other use of the words for a role', () => {
    expect(assignedRoles('Use a safety stock of 5 units. Explain the plan. Report writing is your strength.')).toEqual([]);
    expect(assignedRoles('You can execute code snippets or scripts. You can run shell commands.')).toEqual([]);
    expect(assignedRoles('Identify action items from emails. Present findings in plain English.')).toEqual(['report']);
    expect(assignedRoles('Analyze the email thread to understand the main topic. Perform as many searches as needed.')).toEqual([]);
    expect(assignedRoles('Transform the data into a table. Direct quotes stay as they are.')).toEqual([]);
    expect(assignedRoles('')).toEqual([]);
  });
});
