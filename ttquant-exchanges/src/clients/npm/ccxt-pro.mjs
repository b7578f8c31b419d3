// ccxt over WebSockets, books through its own sequence and checksum code: node ccxt-pro.mjs binance|binanceusdm|okx|okxswap
import { open, venues } from './ccxt-venue.mjs';
import { finish, require, step, until } from './steps.mjs';

const id = process.argv[2];
const { symbol, amount, base, isDerivative } = venues[id];
const exchange = open(id, true);

// What ccxt asks for where sockets are not encrypted.
await exchange.loadHttpProxyAgent();
await step('markets', async () => exchange.loadMarkets());
await step('trade stream', async () => require((await exchange.watchTrades(symbol)).length > 0, 'there are none'));
await step('ticker stream', async () => require((await exchange.watchTicker(symbol)).last > 0, 'it has no last price'));
await step('candle stream', async () => require((await exchange.watchOHLCV(symbol, '1m')).length > 0, 'there are none'));
const price = await step('book stream', async () => {
  let book;
  for (let i = 0; i < 30; i++) {
    book = await exchange.watchOrderBook(symbol);
    require(book.bids[0][0] < book.asks[0][0], 'it is crossed');
  }
  return book.bids[0][0];
});
require(price > 0, 'without a book the rest means nothing');
const far = (part) => Number(exchange.priceToPrecision(symbol, price * part));

// Each is watched before anything is sent, as a careful user does, and all along.
function watch(method, ...args) {
  const news = [];
  (async () => {
    for (;;) {
      news.push(await exchange[method](...args));
    }
  })().catch(() => {});
  return { until: (isIt) => until(() => news.find(isIt), `told by ${method}`) };
}
const orders = watch('watchOrders', symbol);
const balance = watch('watchBalance');
await new Promise((resume) => setTimeout(resume, 1_500));
const order = await step('place', async () => exchange.createOrder(symbol, 'limit', 'buy', amount, far(0.97)));
await step('order stream', async () => {
  await orders.until((told) => told.some((one) => one.id === order.id && one.status === 'open'));
  await exchange.cancelOrder(order.id, symbol);
  await orders.until((told) => told.some((one) => one.id === order.id && one.status === 'canceled'));
});
const fills = watch('watchMyTrades', symbol);
const positions = isDerivative ? watch('watchPositions', [symbol]) : undefined;
await new Promise((resume) => setTimeout(resume, 1_000));
const bought = await step('market order', async () => exchange.createOrder(symbol, 'market', 'buy', amount));
await step('fill stream', async () => fills.until((told) => told.some((fill) => fill.order === bought.id && fill.amount > 0)));
await step('balance stream', async () => balance.until((told) => (isDerivative ? told.USDT.total > 0 : told[base].total > 1)));
if (isDerivative) {
  await step('position stream', async () => positions.until((told) => told.some((one) => one.contracts === amount && one.side === 'long')));
}
await step('orders over the socket', async () => {
  const placed = await exchange.createOrderWs(symbol, 'limit', 'buy', amount, far(0.96));
  const amended = await exchange.editOrderWs(placed.id, symbol, 'limit', 'buy', amount, far(0.95));
  require((await exchange.fetchOrder(amended.id, symbol)).price === far(0.95), 'it was not amended');
  await exchange.cancelOrderWs(amended.id, symbol);
  require((await exchange.fetchOrder(amended.id, symbol)).status === 'canceled', 'it was not cancelled');
});
await exchange.close();
finish();
