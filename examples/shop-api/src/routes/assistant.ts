import { Router } from 'express';
import { getOpenAI } from '../openai.js';
import { findProduct } from '../services/product-service.js';

export const assistant = Router();

assistant.post('/products/:id/texts', async (req, res) => {
  const product = await findProduct(req.params.id);
  if (!product) {
    res.status(404).json({ error: 'no such product' });
    return;
  }
  const openai = getOpenAI();
  const slogan = await openai.responses.create({
    model: 'gpt-6-luna',
    input: `Write one slogan of at most eight words for this product: ${product.description}`,
  });
  const keywords = await openai.responses.create({
    model: 'gpt-6-luna',
    input: `List five search keywords, separated by commas, for this product: ${product.description}`,
  });
  res.json({ slogan: slogan.output_text, keywords: keywords.output_text.split(',') });
});

assistant.post('/reviews/answer', async (req, res) => {
  const { review } = req.body as { review: string };
  const openai = getOpenAI();
  const summary = await openai.responses.create({
    model: 'gpt-6-luna',
    input: `Summarise this review in one sentence: ${review}`,
  });
  const answer = await openai.responses.create({
    model: 'gpt-6.1-sol',
    input: `Write a friendly answer to a customer who says: ${summary.output_text}`,
  });
  res.json({ answer: answer.output_text });
});
