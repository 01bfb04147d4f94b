import { query } from '../db.js';

export interface Account {
  id: string;
  email: string;
  passwordHash: string;
}

export async function createAccount(email: string, passwordHash: string): Promise<Account> {
  const rows = await query<Account>(
    'INSERT INTO accounts (email, password_hash) VALUES ($1, $2) RETURNING id, email, password_hash AS "passwordHash"',
    [email, passwordHash],
  );
  return rows[0]!;
}

export async function findAccount(email: string): Promise<Account | undefined> {
  const rows = await query<Account>('SELECT id, email, password_hash AS "passwordHash" FROM accounts WHERE email = $1', [email]);
  return rows[0];
}
