import { query } from '../db.js';

export interface Order {
  id: string;
  customer: string;
  total: number;
}

export async function findOrder(id: string): Promise<Order | undefined> {
  const rows = await query<Order>('SELECT id, customer, total FROM orders WHERE id = $1', [id]);
  return rows[0];
}

export async function listOrders(customer: string, limit: number): Promise<Order[]> {
  return query<Order>('SELECT id, customer, total FROM orders WHERE customer = $1 ORDER BY id DESC LIMIT $2', [customer, limit]);
}
