import { query } from '../db.js';

export interface Product {
  id: string;
  name: string;
  description: string;
  price: number;
}

export async function findProduct(id: string): Promise<Product | undefined> {
  const rows = await query<Product>('SELECT id, name, description, price FROM products WHERE id = $1', [id]);
  return rows[0];
}
