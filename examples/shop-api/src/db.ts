import { Pool, type QueryResultRow } from 'pg';
import { config } from './config.js';

// One pool for the process; it connects on the first query.
const pool = new Pool({ connectionString: config.databaseUrl, max: 10 });

export async function query<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  const { rows } = await pool.query<T>(sql, values);
  return rows;
}
