// ccxt over REST: node ccxt-rest.mjs binance|binanceusdm|okx|okxswap
import { contracts } from './ccxt-contracts.mjs';
import { open, venues } from './ccxt-venue.mjs';
import { finish, keys, lacks, refused, require, step, until } from './steps.mjs';

const id = process.argv[2];
const { symbol, base, isDerivative, amount } = venues[id];
const isOkx = id.startsWith('okx');
const exchange = open(id, false);

await step('markets', async () => {
  const markets = await exchange.loadMarkets();
  require(markets[symbol]?.precision?.price > 0, `${symbol} has no tick`);
});
await step('time', async () => require(Math.abs((await exchange.fetchTime()) - Date.now()) < 5_000, 'clocks differ'));
const book = await step('book', async () => {
  const told = await exchange.fetchOrderBook(symbol, 20);
  require(told.bids.length > 0 && told.asks.length > 0, 'a side is empty');
  require(told.bids[0][0] < told.asks[0][0], 'it is crossed');
  return told;
});
await step('trades', async () => require((await exchange.fetchTrades(symbol, undefined, 10)).length > 0, 'there are none'));
await step('ticker', async () => require((await exchange.fetchTicker(symbol)).last > 0, 'it has no last price'));
await step('candles', async () => require((await exchange.fetchOHLCV(symbol, '1m', undefined, 5)).length > 0, 'there are none'));
await step('candle history', async () => {
  const candles = await exchange.fetchOHLCV(symbol, '1m', Date.now() - 600_000, 50, isOkx ? { type: 'HistoryCandles' } : {});
  require(candles.length > 0 && candles.every((one, i) => i === 0 || candles[i - 1][0] < one[0]), JSON.stringify(candles));
});
await step('fees', async () => require((await exchange.fetchTradingFee(symbol)).taker > 0, 'there is none'));
const before = await step('balance', async () => {
  const told = await exchange.fetchBalance();
  require(told.USDT.total > 0, 'there is no USDT');
  return told;
});

const far = (part) => Number(exchange.priceToPrecision(symbol, book.bids[0][0] * part));
const isOpen = async (order) => (await exchange.fetchOpenOrders(symbol)).some((one) => one.id === order);
const resting = await step('place', async () => {
  const order = await exchange.createOrder(symbol, 'limit', 'buy', amount, far(0.97));
  require(order.id !== undefined, 'it has no id');
  return order;
});
await step('query', async () => {
  const order = await exchange.fetchOrder(resting.id, symbol);
  require(order.status === 'open' && order.amount === amount && order.filled === 0, JSON.stringify(order));
});
await step('open orders', async () => require(await isOpen(resting.id), 'the order is not among them'));
await step('amend', async () => {
  const amended = await exchange.editOrder(resting.id, symbol, 'limit', 'buy', amount, far(0.96));
  resting.id = amended.id;
  await until(async () => {
    const told = await exchange.fetchOrder(amended.id, symbol);
    return told.price === far(0.96) && told.status === 'open';
  }, 'at its new price');
});
await step('cancel', async () => {
  await exchange.cancelOrder(resting.id, symbol);
  await until(async () => (await exchange.fetchOrder(resting.id, symbol)).status === 'canceled', 'cancelled');
  require(!(await isOpen(resting.id)), 'it is still open');
});
await step('client id', async () => {
  const clientOrderId = `tt${Date.now().toString(36)}`;
  const order = await exchange.createOrder(symbol, 'limit', 'buy', amount, far(0.96), { clientOrderId });
  require((await exchange.fetchOrder(order.id, symbol)).clientOrderId === clientOrderId, 'it is another');
  await exchange.cancelOrder(order.id, symbol);
});
const batch = () => [0.95, 0.94].map((part) => ({ symbol, type: 'limit', side: 'buy', amount, price: far(part) }));
if (id === 'binance') {
  lacks('batch', 'Binance Spot itself has none');
} else {
  await step('batch', async () => {
    const placed = (await exchange.createOrders(batch())).map((order) => order.id);
    require(placed.length === 2 && await isOpen(placed[0]) && await isOpen(placed[1]), `open are not ${placed}`);
    await exchange.cancelOrders(placed, symbol);
    require(!(await isOpen(placed[0])) && !(await isOpen(placed[1])), 'they are still open');
  });
}
const market = await step('market order', async () => {
  const order = await exchange.createOrder(symbol, 'market', 'buy', amount);
  await until(async () => {
    const told = await exchange.fetchOrder(order.id, symbol);
    return told.status === 'closed' && told.filled === amount && told.average > 0;
  }, 'filled');
  return order;
});
await step('fills', async () => {
  const fills = await until(async () => {
    const told = (await exchange.fetchMyTrades(symbol)).filter((fill) => fill.order === market.id);
    return told.length > 0 ? told : undefined;
  }, 'among the fills');
  const sum = fills.reduce((total, fill) => total + fill.amount, 0);
  require(Math.abs(sum - amount) < 1e-9, `fills add to ${sum}`);
  require(fills.every((fill) => fill.fee?.currency !== undefined), 'a fill has no fee');
});
await step('order history', async () => require(
  (await exchange.fetchClosedOrders(symbol)).some((order) => order.id === market.id), 'the order is not in it'));
await step('conditional order', async () => {
  // On OKX its default is a margin order, which this account's mode refuses for spot.
  const mode = id === 'okx' ? { tdMode: 'cash' } : {};
  const where = isOkx || isDerivative ? { trigger: true } : {};
  const placed = await exchange.createOrder(symbol, 'limit', 'sell', amount, far(0.9), { ...mode, stopLossPrice: far(0.91) });
  const waits = async () => (await exchange.fetchOpenOrders(symbol, undefined, undefined, isOkx ? { ...where, ordType: 'conditional' } : where))
    .find((one) => one.id === placed.id);
  const told = await waits();
  require(told?.triggerPrice === far(0.91) || told?.stopLossPrice === far(0.91), JSON.stringify(told));
  await exchange.cancelOrder(placed.id, symbol, where);
  require((await waits()) === undefined, 'it still waits');
});
if (isDerivative) {
  await contracts(exchange, symbol, amount, far, isOkx);
} else {
  await step('balance afterwards', async () => {
    const after = await exchange.fetchBalance();
    require(after[base].total > (before[base]?.total ?? 0), `${base} did not grow`);
    require(after.USDT.total < before.USDT.total, 'USDT did not shrink');
  });
}
await refused('refusal: too small', () => exchange.createOrder(symbol, 'limit', 'buy', amount / 1e7, far(0.97)), 'InvalidOrder', 'BadRequest');
await refused('refusal: too large', () => exchange.createOrder(symbol, 'limit', 'buy', 5_000_000, far(0.99)),
  'InsufficientFunds', 'InvalidOrder', 'ExchangeError');
await refused('refusal: no such order', () => exchange.cancelOrder('1234567890123', symbol), 'OrderNotFound');
await refused('refusal: wrong key', () => open(id, false, { ...keys, secret: 'bm90IHRoZSBzZWNyZXQ=' }).fetchBalance(), 'AuthenticationError');
await step('cancel all', async () => {
  await exchange.createOrder(symbol, 'limit', 'buy', amount, far(0.95));
  await (exchange.has.cancelAllOrders === true
    ? exchange.cancelAllOrders(symbol)
    : exchange.cancelOrders((await exchange.fetchOpenOrders(symbol)).map((order) => order.id), symbol));
  require((await exchange.fetchOpenOrders(symbol)).length === 0, 'some are left');
});
finish();
