// ccxt over REST: node ccxt-rest.mjs binance|binanceusdm|okx|okxswap
import { open, venues } from './ccxt-venue.mjs';
import { finish, keys, refused, require, step, until } from './steps.mjs';

const id = process.argv[2];
const { symbol, base, isDerivative } = venues[id];
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
const before = await step('balance', async () => {
  const told = await exchange.fetchBalance();
  require(told.USDT.total > 0, 'there is no USDT');
  return told;
});

const amount = isDerivative && id === 'okxswap' ? 1 : 0.01;
const far = (part) => Number(exchange.priceToPrecision(symbol, book.bids[0][0] * part));
const resting = await step('place', async () => {
  const order = await exchange.createOrder(symbol, 'limit', 'buy', amount, far(0.97));
  require(order.id !== undefined, 'it has no id');
  return order;
});
await step('query', async () => {
  const order = await exchange.fetchOrder(resting.id, symbol);
  require(order.status === 'open' && order.amount === amount && order.filled === 0, JSON.stringify(order));
});
await step('open orders', async () => {
  const orders = await exchange.fetchOpenOrders(symbol);
  require(orders.some((order) => order.id === resting.id), 'the order is not among them');
});
const amended = await step('amend', async () => exchange.editOrder(resting.id, symbol, 'limit', 'buy', amount, far(0.96)));
await step('amended price', async () => {
  const order = await until(async () => {
    const told = await exchange.fetchOrder(amended.id, symbol);
    return told.price === far(0.96) ? told : undefined;
  }, 'at its new price');
  require(order.status === 'open', order.status);
});
await step('cancel', async () => exchange.cancelOrder(amended.id, symbol));
await step('cancelled', async () => until(
  async () => (await exchange.fetchOrder(amended.id, symbol)).status === 'canceled', 'cancelled'));
await step('open orders afterwards', async () => {
  const orders = await exchange.fetchOpenOrders(symbol);
  require(orders.every((order) => order.id !== amended.id), 'the order is still among them');
});
const market = await step('market order', async () => exchange.createOrder(symbol, 'market', 'buy', amount));
await step('filled', async () => until(async () => {
  const order = await exchange.fetchOrder(market.id, symbol);
  return order.status === 'closed' && order.filled === amount;
}, 'filled'));
await step('fills', async () => {
  const fills = await until(async () => {
    const told = (await exchange.fetchMyTrades(symbol)).filter((fill) => fill.order === market.id);
    return told.length > 0 ? told : undefined;
  }, 'among the fills');
  const sum = fills.reduce((total, fill) => total + fill.amount, 0);
  require(Math.abs(sum - amount) < 1e-9, `fills add to ${sum}`);
  require(fills.every((fill) => fill.fee?.currency !== undefined), 'a fill has no fee');
});
if (isDerivative) {
  await step('leverage', async () => exchange.setLeverage(5, symbol, { mgnMode: 'cross' }));
  await step('position', async () => {
    const positions = await exchange.fetchPositions([symbol]);
    require(positions.some((position) => position.contracts > 0 && position.side === 'long'), JSON.stringify(positions));
  });
  await step('close', async () => exchange.createOrder(symbol, 'market', 'sell', amount, undefined, { reduceOnly: true }));
  await step('flat', async () => until(
    async () => (await exchange.fetchPositions([symbol])).every((position) => !(position.contracts > 0)), 'flat'));
  await step('funding rate', async () => require((await exchange.fetchFundingRate(symbol)).fundingRate !== undefined, 'none'));
} else {
  await step('balance afterwards', async () => {
    const after = await exchange.fetchBalance();
    require(after[base].total > (before[base]?.total ?? 0), `${base} did not grow`);
    require(after.USDT.total < before.USDT.total, 'USDT did not shrink');
  });
}
await refused('too small an order', () => exchange.createOrder(symbol, 'limit', 'buy', amount / 1e7, far(0.97)), 'InvalidOrder', 'BadRequest');
await refused('too large an order', () => exchange.createOrder(symbol, 'limit', 'buy', 5_000, far(0.99)),
  'InsufficientFunds', 'InvalidOrder', 'ExchangeError');
await refused('an order that is not there', () => exchange.cancelOrder('1234567890123', symbol), 'OrderNotFound');
await refused('a wrong key', () => open(id, false, { ...keys, secret: 'bm90IHRoZSBzZWNyZXQ=' }).fetchBalance(), 'AuthenticationError');
await step('cancel all', async () => {
  await exchange.createOrder(symbol, 'limit', 'buy', amount, far(0.95));
  await (exchange.has.cancelAllOrders === true
    ? exchange.cancelAllOrders(symbol)
    : exchange.cancelOrders((await exchange.fetchOpenOrders(symbol)).map((order) => order.id), symbol));
  require((await exchange.fetchOpenOrders(symbol)).length === 0, 'some are left');
});
finish();
