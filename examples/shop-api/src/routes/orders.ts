import { readFile } from 'node:fs/promises';
import { Router } from 'express';
import { findOrder, listOrders } from '../services/order-service.js';

export const orders = Router();

orders.get('/', async (req, res) => {
  const limit = Math.min(Number(req.query.limit ?? 20), 100);
  res.json(await listOrders(String(req.query.customer), limit));
});

orders.get('/:id/receipt', async (req, res) => {
  const order = await findOrder(req.params.id);
  if (!order) {
    res.status(404).json({ error: 'no such order' });
    return;
  }
  const template = await readFile(new URL('../templates/receipt.html', import.meta.url), 'utf8');
  res.type('html').send(template.replace('{{id}}', order.id).replace('{{total}}', order.total.toFixed(2)));
});
