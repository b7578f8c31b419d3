// ccxt over WebSockets, books through its own sequence and checksum code: node ccxt-pro.mjs binance|binanceusdm|okx|okxswap
import { open, venues } from './ccxt-venue.mjs';
import { finish, require, step } from './steps.mjs';

const id = process.argv[2];
const { symbol } = venues[id];
const amount = id === 'okxswap' ? 1 : 0.01;
const exchange = open(id, true);

// What ccxt asks for where sockets are not encrypted.
await exchange.loadHttpProxyAgent();
await step('markets', async () => exchange.loadMarkets());
await step('trades', async () => require((await exchange.watchTrades(symbol)).length > 0, 'there are none'));
await step('ticker', async () => require((await exchange.watchTicker(symbol)).last > 0, 'it has no last price'));
const price = await step('book', async () => {
  let book;
  for (let i = 0; i < 30; i++) {
    book = await exchange.watchOrderBook(symbol);
    require(book.bids[0][0] < book.asks[0][0], 'it is crossed');
  }
  return book.bids[0][0];
});
require(price > 0, 'without a book the rest means nothing');
const near = Number(exchange.priceToPrecision(symbol, price * 0.97));

// The order stream is watched before anything is sent, as a careful user does.
const placed = exchange.watchOrders(symbol);
placed.catch(() => {});
await step('balance stream', async () => {
  await exchange.fetchBalance();
});
await new Promise((resume) => setTimeout(resume, 1_500));
const order = await step('place', async () => exchange.createOrder(symbol, 'limit', 'buy', amount, near));
await step('order stream tells of it', async () => {
  let told = await placed;
  while (!told.some((one) => one.id === order.id && one.status === 'open')) {
    told = await exchange.watchOrders(symbol);
  }
});
await step('order stream tells of its end', async () => {
  const next = exchange.watchOrders(symbol);
  await exchange.cancelOrder(order.id, symbol);
  let told = await next;
  while (!told.some((one) => one.id === order.id && one.status === 'canceled')) {
    told = await exchange.watchOrders(symbol);
  }
});
await step('fill stream', async () => {
  const fills = exchange.watchMyTrades(symbol);
  fills.catch(() => {});
  await new Promise((resume) => setTimeout(resume, 1_000));
  const bought = await exchange.createOrder(symbol, 'market', 'buy', amount);
  let told = await fills;
  while (!told.some((fill) => fill.order === bought.id && fill.amount > 0)) {
    told = await exchange.watchMyTrades(symbol);
  }
});
await exchange.close();
finish();
