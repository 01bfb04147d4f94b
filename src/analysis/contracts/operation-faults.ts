import type { HttpApi, Operation } from './openapi.js';

/** Operations without a name of their own, which generated clients would make up from method and path. */
export function unnamedOperations({ operations }: HttpApi): readonly Operation[] {
  return operations.filter(({ fields }) => fields.get('operationId')?.text === undefined);
}

/**
 * Operations that say nothing of what they answer to a request that is wrong: no `4XX`, no status from 400 to 499, no `default`.
 * Only what takes an input that can be wrong is asked: a body, a variable in the path, a parameter that must be given.
 */
export function withoutClientErrors(api: HttpApi): readonly Operation[] {
  return api.operations.filter((operation) => takesInput(operation, api) && !answersWith(operation, '4'));
}

/** Operations that say nothing of what they answer when the server fails: no `5XX`, no status from 500 on, no `default`. */
export function withoutServerErrors({ operations }: HttpApi): readonly Operation[] {
  return operations.filter((operation) => !answersWith(operation, '5'));
}

function answersWith({ answers }: Operation, digit: string): boolean {
  // Nothing is said yet, or the answer is to go elsewhere, which is where errors are shown.
  if (answers.every(({ key }) => key.startsWith('3'))) return true;
  return answers.some(({ key }) => key === 'default' || key === '$ref' || (key.startsWith(digit) && /^\d(?:\d\d|XX)$/iu.test(key)));
}

function takesInput({ method, path, fields, parameters, unknownParameters }: Operation, { references }: HttpApi): boolean {
  if (unknownParameters || method === 'OPTIONS' || method === 'HEAD') return false;
  const body = fields.get('requestBody');
  if (body && references.resolve(body)?.get('content')) return true;
  return path.includes('{') || parameters.some((parameter) => /^(?:body|formData)$/u.test(parameter.place) || parameter.value.get('required')?.flag === true);
}
