import express from 'express';
import { config } from './config.js';
import { accounts } from './routes/accounts.js';
import { assistant } from './routes/assistant.js';
import { carts } from './routes/carts.js';
import { orders } from './routes/orders.js';
import { products } from './routes/products.js';

const app = express();
app.use(express.json());

app.get('/health', (_req, res) => {
  res.json({ status: 'ok' });
});

app.use('/api/v1/accounts', accounts);
app.use('/api/v1/assistant', assistant);
app.use('/api/v1/carts', carts);
app.use('/api/v1/orders', orders);
app.use('/api/v1/products', products);

app.listen(config.port, () => {
  console.log(`shop-api listens on ${config.port}`);
});
