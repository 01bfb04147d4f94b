import { Router } from 'express';
import { Redis } from 'ioredis';
import { config } from '../config.js';

export const carts = Router();

let redis: Redis | undefined;

/** The one connection of the process. */
function getRedis(): Redis {
  return (redis ??= new Redis(config.redisUrl));
}

carts.get('/:id', async (req, res) => {
  res.json(await getRedis().hgetall(`cart:${req.params.id}`));
});

carts.post('/:id/items', async (req, res) => {
  const { product, quantity } = req.body as { product: string; quantity: number };
  await getRedis().hset(`cart:${req.params.id}`, product, quantity);
  res.status(204).end();
});
