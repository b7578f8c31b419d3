// The npm client okx-api, REST and WebSocket.
import { RestClient, WebsocketClient } from 'okx-api';
import { finish, keys, okx, refused, require, step, until, ws } from './steps.mjs';

const instId = 'BTC-USDT';
const account = { apiKey: keys.key, apiSecret: keys.secret, apiPass: keys.passphrase };
const client = new RestClient({ ...account, baseUrl: okx });

await step('instruments', async () => require((await client.getInstruments({ instType: 'SPOT' })).length > 0, 'none'));
const bid = await step('book', async () => Number((await client.getOrderBook({ instId, sz: '5' }))[0].bids[0][0]));
await step('configuration', async () => require((await client.getAccountConfiguration())[0].perm !== undefined, 'no permissions'));
await step('balance', async () => require(Number((await client.getBalance())[0].totalEq) >= 0, 'no equity'));

const clOrdId = `tt${Date.now().toString(36)}`;
const heard = [];
const stream = new WebsocketClient({ accounts: [account], market: 'prod', wsUrl: `${ws(okx)}/ws/v5/private` }, silent());
stream.on('update', (news) => heard.push(news));
stream.on('exception', (failure) => heard.push(failure));
const open = new Promise((resume) => stream.on('response', resume));
stream.subscribe({ channel: 'orders', instType: 'ANY' });
await step('login and subscription', async () => open);

const px = (bid * 0.97).toFixed(1);
await step('place', async () => {
  const [placed] = await client.submitOrder({ instId, tdMode: 'cash', side: 'buy', ordType: 'limit', sz: '0.01', px, clOrdId });
  require(placed.sCode === '0', placed.sMsg);
});
await step('query', async () => require((await client.getOrderDetails({ instId, clOrdId }))[0].state === 'live', 'not live'));
await step('amend', async () => require((await client.amendOrder({ instId, clOrdId, newSz: '0.02' }))[0].sCode === '0', 'refused'));
await step('cancel', async () => require((await client.cancelOrder({ instId, clOrdId }))[0].sCode === '0', 'refused'));
await step('the stream tells of its end', async () => until(
  () => heard.some((news) => news.data?.some((one) => one.clOrdId === clOrdId && one.state === 'canceled')), 'told'));
await refused('an order without quantity', () => client.submitOrder({ instId, tdMode: 'cash', side: 'buy', ordType: 'limit', sz: '', px }));
await step('fills', async () => require(Array.isArray(await client.getFills({ instType: 'SPOT' })), 'no list'));
stream.closeAll(true);
finish();

function silent() {
  const nothing = () => {};
  return { trace: nothing, info: nothing, error: nothing, debug: nothing, notice: nothing, warning: nothing, silly: nothing };
}
