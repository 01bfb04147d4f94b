// Written by `npm run gen`. Do not edit.
import noPerCallClient from '../rules/p012-singleton/no-per-call-client.js';

export const rules = {
  'no-per-call-client': noPerCallClient,
};
