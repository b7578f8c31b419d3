// The npm client okx-api, REST and WebSockets: node okx-api.mjs okx|okxswap
import { RestClient, WebsocketClient } from 'okx-api';
import { finish, keys, okx, refused, require, step, until, ws } from './steps.mjs';

const isSwap = process.argv[2] === 'okxswap';
const [instType, instId, tdMode, sz] = isSwap ? ['SWAP', 'BTC-USDT-SWAP', 'cross', '1'] : ['SPOT', 'BTC-USDT', 'cash', '0.01'];
const account = { apiKey: keys.key, apiSecret: keys.secret, apiPass: keys.passphrase };
const client = new RestClient({ ...account, baseUrl: okx });
const heard = { public: [], private: [], business: [] };
const streams = [];

await step('markets', async () => require((await client.getInstruments({ instType })).some((one) => one.instId === instId), 'not there'));
await step('time', async () => require(Math.abs((await client.getServerTime()) - Date.now()) < 5_000, 'clocks differ'));
const bid = await step('book', async () => Number((await client.getOrderBook({ instId, sz: '5' }))[0].bids[0][0]));
const price = (part) => (bid * part).toFixed(1);
await step('trades', async () => require((await client.getTrades({ instId })).length > 0, 'none'));
await step('ticker', async () => require(Number((await client.getTicker({ instId }))[0].last) > 0, 'no last price'));
await step('candles', async () => require((await client.getCandles({ instId, bar: '1m' })).length > 0, 'none'));
await step('candle history', async () => require((await client.getHistoricCandles({ instId, bar: '1m' })).length > 0, 'none'));
await step('account', async () => require((await client.getAccountConfiguration())[0].perm.includes('trade'), 'no permission'));
await step('fees', async () => require((await client.getFeeRates({ instType, ...(isSwap ? { instFamily: 'BTC-USDT' } : { instId }) })).length > 0, 'none'));
await step('balance', async () => require((await client.getBalance())[0].details.some((one) => one.ccy === 'USDT'), 'no USDT'));

await step('login', async () => {
  await subscribe('private', [
    { channel: 'orders', instType }, { channel: 'account' }, { channel: 'balance_and_position' },
    ...(isSwap ? [{ channel: 'positions', instType }] : [])]);
  await subscribe('business', [{ channel: 'orders-algo', instType }, { channel: 'candle1m', instId }]);
  await subscribe('public', ['trades', 'tickers', 'books', 'books5', 'bbo-tbt'].map((channel) => ({ channel, instId })));
});
const told = (room, channel, isIt) => until(
  () => heard[room].some((news) => news.arg?.channel === channel && news.data.some(isIt)), `told on ${channel}`);

const clOrdId = `tt${Date.now().toString(36)}`;
const query = async (id) => (await client.getOrderDetails({ instId, clOrdId: id }))[0];
await step('place', async () => ok(await client.submitOrder(order('limit', { px: price(0.97), clOrdId }))));
await step('query', async () => require((await query(clOrdId)).state === 'live', 'not live'));
await step('open orders', async () => require((await client.getOrderList({ instType })).some((one) => one.clOrdId === clOrdId), 'not among them'));
await step('amend', async () => {
  ok(await client.amendOrder({ instId, clOrdId, newPx: price(0.96) }));
  require((await query(clOrdId)).px === String(Number(price(0.96))), 'it has another price');
});
await step('cancel', async () => {
  ok(await client.cancelOrder({ instId, clOrdId }));
  require((await query(clOrdId)).state === 'canceled', 'not cancelled');
});
await step('order stream', async () => {
  await told('private', 'orders', (one) => one.clOrdId === clOrdId && one.state === 'live');
  await told('private', 'orders', (one) => one.clOrdId === clOrdId && one.state === 'canceled');
});
await step('batch', async () => {
  const ids = ['a', 'b'].map((end) => clOrdId + end);
  ok(await client.submitMultipleOrders(ids.map((id) => order('limit', { px: price(0.95), clOrdId: id }))));
  ok(await client.amendMultipleOrders(ids.map((id) => ({ instId, clOrdId: id, newPx: price(0.94) }))));
  ok(await client.cancelMultipleOrders(ids.map((id) => ({ instId, clOrdId: id }))));
});
await step('market order', async () => {
  ok(await client.submitOrder(order('market', { tgtCcy: isSwap ? undefined : 'base_ccy', clOrdId: `${clOrdId}m` })));
  await until(async () => (await query(`${clOrdId}m`)).state === 'filled', 'filled');
});
await step('fills', async () => require((await client.getFills({ instType })).some((one) => one.clOrdId === `${clOrdId}m`), 'none'));
await step('fill stream', async () => told('private', 'orders', (one) => one.clOrdId === `${clOrdId}m` && Number(one.fillSz) > 0));
await step('balance stream', async () => told('private', 'account', (one) => one.details.length > 0));
await step('order history', async () => require((await client.getOrderHistory({ instType })).some((one) => one.clOrdId === clOrdId), 'not in it'));
if (isSwap) {
  await contracts();
}
await step('conditional order', async () => {
  const [placed] = ok(await client.placeAlgoOrder({
    instId, tdMode, side: 'sell', ordType: 'conditional', sz, slTriggerPx: price(0.9), slOrdPx: '-1',
  }));
  ok(await client.amendAlgoOrder({ instId, algoId: placed.algoId, newSlTriggerPx: price(0.89) }));
  const [waiting] = await client.getAlgoOrderList({ ordType: 'conditional' });
  require(Number(waiting.slTriggerPx) === Number(price(0.89)), JSON.stringify(waiting));
  ok(await client.cancelAlgoOrder([{ instId, algoId: placed.algoId }]));
  require((await client.getAlgoOrderDetails({ algoId: placed.algoId }))[0].state === 'canceled', 'not cancelled');
  await told('business', 'orders-algo', (one) => one.algoId === placed.algoId && one.state === 'canceled');
});
for (const [name, room, channel] of [
  ['trade stream', 'public', 'trades'], ['ticker stream', 'public', 'tickers'], ['candle stream', 'business', 'candle1m']]) {
  await step(name, async () => told(room, channel, () => true));
}
await step('book stream', async () => {
  const updates = () => heard.public.filter((news) => news.arg?.channel === 'books');
  await until(() => updates().length > 20, 'told of twenty changes');
  require(updates()[0].action === 'snapshot', 'the first is no snapshot');
  require(updates().every((one, i) => i === 0 || one.data[0].prevSeqId === updates()[i - 1].data[0].seqId), 'the sequence breaks');
});
await step('orders over the socket', async () => {
  const { instIdCode } = (await client.getInstruments({ instType, instId }))[0];
  const id = `${clOrdId}w`;
  const send = (op, args) => streams[0].sendWSAPIRequest('prodPrivate', op, args);
  await send('order', { ...order('limit', { px: price(0.96), clOrdId: id }), instIdCode });
  await send('amend-order', { instIdCode, clOrdId: id, newPx: price(0.95) });
  await send('cancel-order', { instIdCode, clOrdId: id });
  require((await query(id)).state === 'canceled', 'not cancelled');
});
await refused('refusal: too small', () => client.submitOrder(order('limit', { px: price(0.97), sz: '0.00000001' })));
await refused('refusal: no such order', () => client.getOrderDetails({ instId, ordId: '1234567890123' }));
await refused('refusal: wrong key', () => new RestClient({ ...account, apiSecret: 'other', baseUrl: okx }).getBalance());
streams.forEach((stream) => stream.closeAll(true));
finish();

async function contracts() {
  await step('position stream', async () => told('private', 'positions', (one) => one.pos === sz));
  await step('position', async () => require((await client.getPositions({ instId }))[0].pos === sz, 'not held'));
  await step('leverage', async () => {
    await client.setLeverage({ instId, lever: '5', mgnMode: 'cross' });
    require((await client.getLeverage({ instId, mgnMode: 'cross' }))[0].lever === '5', 'another');
  });
  await step('leverage tiers', async () => require(
    Number((await client.getPositionTiers({ instType, tdMode, instFamily: 'BTC-USDT' }))[0].maxLever) > 0, 'none'));
  await step('close position', async () => {
    await client.closePositions({ instId, mgnMode: 'cross' });
    await until(async () => (await client.getPositions({ instId })).every((one) => Number(one.pos) === 0), 'flat');
  });
  await step('funding rate', async () => require((await client.getFundingRate({ instId }))[0].fundingRate !== undefined, 'none'));
}

function order(ordType, more) {
  return { instId, tdMode, side: 'buy', ordType, sz, ...more };
}

function ok(results) {
  results.forEach((one) => require(one.sCode === '0', one.sMsg));
  return results;
}

async function subscribe(room, topics) {
  const stream = new WebsocketClient({ accounts: [account], market: 'prod', wsUrl: `${ws(okx)}/ws/v5/${room}` }, silent());
  let acknowledged = 0;
  streams.push(stream);
  stream.on('update', (news) => heard[room].push(news));
  stream.on('exception', (failure) => heard[room].push(failure));
  stream.on('response', (answer) => {
    acknowledged += answer.event === 'subscribe' ? 1 : 0;
  });
  stream.subscribe(topics);
  await until(() => acknowledged === topics.length, `subscribed to all on ${room}: ${JSON.stringify(heard[room].slice(0, 2))}`);
}

function silent() {
  const nothing = () => {};
  return { trace: nothing, info: nothing, error: nothing, debug: nothing, notice: nothing, warning: nothing, silly: nothing };
}
