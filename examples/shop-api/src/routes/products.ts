import { readFileSync } from 'node:fs';
import { Router } from 'express';
import { Redis } from 'ioredis';
import { config } from '../config.js';
import { findProduct } from '../services/product-service.js';

export const products = Router();

products.get('/:id', async (req, res) => {
  const redis = new Redis(config.redisUrl);
  const key = `product:${req.params.id}`;
  const cached = await redis.get(key);
  if (cached) {
    res.type('json').send(cached);
    return;
  }
  const product = await findProduct(req.params.id);
  if (!product) {
    res.status(404).json({ error: 'no such product' });
    return;
  }
  await redis.set(key, JSON.stringify(product), 'EX', 300);
  res.json(product);
});

products.get('/:id/label', async (req, res) => {
  const product = await findProduct(req.params.id);
  if (!product) {
    res.status(404).json({ error: 'no such product' });
    return;
  }
  const template = readFileSync(new URL('../templates/label.svg', import.meta.url), 'utf8');
  res.type('svg').send(template.replace('{{name}}', product.name).replace('{{price}}', `${product.price} ${config.currency}`));
});
