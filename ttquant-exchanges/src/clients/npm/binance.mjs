// The npm client binance, REST and WebSockets: node binance.mjs binance|binanceusdm
import { MainClient, USDMClient, WebsocketAPIClient, WebsocketClient } from 'binance';
import { finish, keys, lacks, refused, require, spot, step, until, usdm, ws } from './steps.mjs';

const symbol = 'BTCUSDT';
const isSpot = process.argv[2] === 'binance';
const account = { api_key: keys.key, api_secret: keys.secret };
const client = isSpot ? new MainClient({ ...account, baseUrl: spot }) : new USDMClient({ ...account, baseUrl: usdm });
const streams = [];

await step('markets', async () => require((await client.getExchangeInfo()).symbols.some((one) => one.symbol === symbol), 'not there'));
if (isSpot) {
  lacks('time', 'it asks the public address of Binance whatever address it is given');
} else {
  await step('time', async () => require(Math.abs((await client.getServerTime()) - Date.now()) < 5_000, 'clocks differ'));
}
const bid = await step('book', async () => Number((await client.getOrderBook({ symbol, limit: 5 })).bids[0][0]));
const price = (part) => Number((bid * part).toFixed(1));
await step('trades', async () => require((await client.getRecentTrades({ symbol })).length > 0, 'none'));
await step('ticker', async () => require(Number((await client.get24hrChangeStatistics({ symbol })).lastPrice) > 0, 'no last price'));
await step('candles', async () => require((await client.getKlines({ symbol, interval: '1m', limit: 5 })).length > 0, 'none'));
await step('candle history', async () => require(
  (await client.getKlines({ symbol, interval: '1m', startTime: Date.now() - 600_000, endTime: Date.now() })).length > 0, 'none'));
await step('account', async () => require((await client.getAccountInformation()).canTrade !== false, 'it may not trade'));
await step('balance', async () => {
  const all = isSpot ? (await client.getAccountInformation()).balances : await client.getBalance();
  require(all.some((one) => one.asset === 'USDT'), 'no USDT');
});

const order = (type, more) => ({ symbol, side: 'BUY', type, quantity: 0.01, ...more });
const limit = (part, more) => order('LIMIT', { timeInForce: 'GTC', price: price(part), ...more });
const openOrders = () => (isSpot ? client.getOpenOrders({ symbol }) : client.getAllOpenOrders({ symbol }));
const query = (orderId) => client.getOrder({ symbol, orderId });
const placed = await step('place', async () => client.submitNewOrder(limit(0.97)));
await step('query', async () => require((await query(placed.orderId)).status === 'NEW', 'not new'));
await step('open orders', async () => require((await openOrders()).length === 1, 'not one'));
await step('amend', async () => {
  if (isSpot) {
    // Its amendOrderKeepPriority asks a path of futures, so that the order is replaced.
    const both = await client.replaceOrder({ ...limit(0.96), cancelReplaceMode: 'STOP_ON_FAILURE', cancelOrderId: placed.orderId });
    placed.orderId = both.newOrderResponse.orderId;
    require(Number((await query(placed.orderId)).price) === price(0.96), 'it has another price');
  } else {
    await client.modifyOrder({ symbol, orderId: placed.orderId, side: 'BUY', quantity: 0.01, price: price(0.96) });
    require(Number((await query(placed.orderId)).price) === price(0.96), 'it has another price');
  }
});
await step('cancel', async () => require(
  (await client.cancelOrder({ symbol, orderId: placed.orderId })).status === 'CANCELED', 'not cancelled'));
if (isSpot) {
  lacks('batch', 'Binance Spot itself has none');
} else {
  await step('batch', async () => {
    const both = await client.submitMultipleOrders([0.95, 0.94].map((part) => ({
      symbol, side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '0.01', price: String(price(part)),
    })));
    require(both.every((one) => one.status === 'NEW'), JSON.stringify(both));
    const ended = await client.cancelMultipleOrders({ symbol, orderIdList: both.map((one) => one.orderId) });
    require(ended.every((one) => one.status === 'CANCELED'), JSON.stringify(ended));
  });
}
const market = await step('market order', async () => {
  const sent = await client.submitNewOrder(order('MARKET'));
  await until(async () => (await query(sent.orderId)).status === 'FILLED', 'filled');
  return sent;
});
await step('fills', async () => {
  const fills = isSpot ? await client.getAccountTradeList({ symbol }) : await client.getAccountTrades({ symbol });
  require(fills.some((one) => one.orderId === market.orderId), 'none of it');
});
await step('order history', async () => require(
  (await client.getAllOrders({ symbol })).some((one) => one.orderId === market.orderId), 'not in it'));
await step('conditional order', async () => (isSpot ? stopOfSpot() : stopOfFutures()));
if (!isSpot) {
  await contracts();
}
await listen();
await (isSpot ? accountOfSpot() : accountOfFutures());
await refused('refusal: too small', () => client.submitNewOrder(limit(0.97, { quantity: 0.0000001 })));
await refused('refusal: off the tick', () => client.submitNewOrder(limit(0.97, { price: price(0.97) + 0.00123 })));
await refused('refusal: no such order', () => client.cancelOrder({ symbol, orderId: 1234567890123 }));
await refused('refusal: wrong key', () => isSpot
  ? new MainClient({ ...account, api_secret: 'other', baseUrl: spot }).getAccountInformation()
  : new USDMClient({ ...account, api_secret: 'other', baseUrl: usdm }).getBalance());
await step('cancel all', async () => {
  await client.submitNewOrder(limit(0.95));
  await (isSpot ? client.cancelAllSymbolOrders({ symbol }) : client.cancelAllOpenOrders({ symbol }));
  require((await openOrders()).length === 0, 'some are left');
});
streams.forEach((stream) => stream.closeAll(true));
finish();

async function stopOfSpot() {
  const stop = await client.submitNewOrder(order('STOP_LOSS_LIMIT', { side: 'SELL', timeInForce: 'GTC', price: price(0.9), stopPrice: price(0.91) }));
  require(Number((await query(stop.orderId)).stopPrice) === price(0.91), 'it has another level');
  await client.cancelOrder({ symbol, orderId: stop.orderId });
}

async function stopOfFutures() {
  const stop = await client.submitNewAlgoOrder({
    algoType: 'CONDITIONAL', symbol, side: 'SELL', type: 'STOP_MARKET', quantity: 0.01, triggerPrice: price(0.9),
  });
  require((await client.getOpenAlgoOrders({ symbol })).some((one) => one.algoId === stop.algoId), 'it does not wait');
  await client.cancelAlgoOrder({ algoId: stop.algoId });
  require((await client.getAlgoOrder({ algoId: stop.algoId })).algoStatus === 'CANCELED', 'not cancelled');
}

async function contracts() {
  await step('leverage', async () => require((await client.setLeverage({ symbol, leverage: 5 })).leverage === 5, 'another'));
  await step('leverage tiers', async () => require((await client.getNotionalAndLeverageBrackets({ symbol })).length > 0, 'none'));
  await step('position', async () => require(
    Number((await client.getPositionsV3({ symbol }))[0].positionAmt) === 0.01, 'not held'));
  await step('close', async () => {
    await client.submitNewOrder(order('MARKET', { side: 'SELL', reduceOnly: 'true' }));
    await until(async () => (await client.getPositionsV3({ symbol })).every((one) => Number(one.positionAmt) === 0), 'flat');
  });
  await step('position mode', async () => require((await client.getCurrentPositionMode()).dualSidePosition === false, 'hedged'));
  await step('funding rate', async () => require((await client.getMarkPrice({ symbol })).lastFundingRate !== undefined, 'none'));
  await step('fees', async () => require(Number((await client.getAccountCommissionRate({ symbol })).takerCommissionRate) > 0, 'none'));
}

async function listen() {
  const heard = [];
  const stream = new WebsocketClient({ ...account, wsUrl: ws(isSpot ? spot : usdm) }, silent());
  stream.on('message', (news) => heard.push(news.data ?? news));
  streams.push(stream);
  const told = (kind) => until(() => heard.some((news) => news.e === kind), `told of ${kind}: ${JSON.stringify(heard.slice(-1))}`);
  const lower = symbol.toLowerCase();
  stream.subscribe([`${lower}@aggTrade`, `${lower}@kline_1m`, `${lower}@ticker`], isSpot ? 'main' : 'usdmMarket');
  stream.subscribe([`${lower}@depth@100ms`], isSpot ? 'main' : 'usdmPublic');
  await step('trade stream', async () => told('aggTrade'));
  await step('candle stream', async () => told('kline'));
  await step('ticker stream', async () => told('24hrTicker'));
  await step('book stream', async () => told('depthUpdate'));
}

// An order that is placed and cancelled, and one that trades, as the stream of the account tells them.
async function orderStream(heard, kind) {
  const told = (id, status) => until(() => heard.some((news) => {
    const event = news.event ?? news.data ?? news;
    const one = event.o !== null && typeof event.o === 'object' ? event.o : event;
    return event.e === kind && one.i === id && one.X === status;
  }), `told ${status}: ${JSON.stringify(heard.slice(-1))}`);
  await step('order stream', async () => {
    const sent = await client.submitNewOrder(limit(0.93));
    await told(sent.orderId, 'NEW');
    await client.cancelOrder({ symbol, orderId: sent.orderId });
    await told(sent.orderId, 'CANCELED');
  });
  await step('fill stream', async () => told((await client.submitNewOrder(order('MARKET'))).orderId, 'FILLED'));
}

async function accountOfFutures() {
  const heard = [];
  const stream = new WebsocketClient({ ...account, wsUrl: ws(usdm), restOptions: { baseUrl: usdm } }, silent());
  stream.on('message', (news) => heard.push(news));
  streams.push(stream);
  await step('login', async () => {
    const opened = new Promise((resume) => stream.on('open', resume));
    await stream.subscribeUsdFuturesUserDataStream();
    await opened;
  });
  await orderStream(heard, 'ORDER_TRADE_UPDATE');
  await step('position stream', async () => until(() => heard.some((news) => news.e === 'ACCOUNT_UPDATE' && news.a.P.length > 0), 'told'));
  await step('balance stream', async () => until(() => heard.some((news) => news.e === 'ACCOUNT_UPDATE' && news.a.B.length > 0), 'told'));
  const socket = new WebsocketAPIClient({ ...account, wsUrl: ws(usdm), attachEventListeners: false }, silent());
  await step('orders over the socket', async () => {
    const { result } = await socket.submitNewFuturesOrder('usdm', { ...limit(0.92), timestamp: Date.now() });
    require((await query(result.orderId)).status === 'NEW', 'not placed');
    await socket.cancelFuturesOrder('usdm', { symbol, orderId: result.orderId, timestamp: Date.now() });
    require((await query(result.orderId)).status === 'CANCELED', 'not cancelled');
  });
  streams.push(socket.getWSClient());
}

async function accountOfSpot() {
  const heard = [];
  const socket = new WebsocketAPIClient({ ...account, wsUrl: ws(spot), attachEventListeners: false }, silent());
  socket.getWSClient().on('message', (news) => heard.push(news));
  streams.push(socket.getWSClient());
  await step('login', async () => socket.subscribeUserDataStream('mainWSAPI'));
  await orderStream(heard, 'executionReport');
  await step('balance stream', async () => until(
    () => heard.some((news) => (news.event ?? news).e === 'outboundAccountPosition'), 'told'));
  await step('orders over the socket', async () => {
    const { result } = await socket.submitNewSpotOrder({ ...limit(0.92), timestamp: Date.now() });
    require((await query(result.orderId)).status === 'NEW', 'not placed');
    await socket.cancelSpotOrder({ symbol, orderId: result.orderId, timestamp: Date.now() });
    require((await query(result.orderId)).status === 'CANCELED', 'not cancelled');
  });
}

function silent() {
  const nothing = () => {};
  return { trace: nothing, info: nothing, error: nothing, debug: nothing, notice: nothing, warning: nothing, silly: nothing };
}
