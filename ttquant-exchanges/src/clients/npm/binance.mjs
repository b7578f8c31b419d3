// The npm client binance, REST and the user data stream, Spot and USDT-margined futures.
import { MainClient, USDMClient } from 'binance';
import { finish, keys, refused, require, spot, step, usdm } from './steps.mjs';

const symbol = 'BTCUSDT';
const account = { api_key: keys.key, api_secret: keys.secret };
await trade('spot', new MainClient({ ...account, baseUrl: spot }));
await trade('futures', new USDMClient({ ...account, baseUrl: usdm }));
finish();

async function trade(kind, client) {
  await step(`${kind}: exchange information`, async () => require((await client.getExchangeInfo()).symbols.length > 0, 'none'));
  const bid = await step(`${kind}: book`, async () => Number((await client.getOrderBook({ symbol, limit: 5 })).bids[0][0]));
  const price = (bid * 0.97).toFixed(1);
  const placed = await step(`${kind}: place`, async () => client.submitNewOrder({
    symbol, side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.01, price: Number(price),
  }));
  await step(`${kind}: query`, async () => require(
    (await client.getOrder({ symbol, orderId: placed.orderId })).status === 'NEW', 'not new'));
  await step(`${kind}: open orders`, async () => require(
    (kind === 'spot' ? await client.getOpenOrders({ symbol }) : await client.getAllOpenOrders({ symbol })).length === 1, 'not one'));
  await step(`${kind}: cancel`, async () => require(
    (await client.cancelOrder({ symbol, orderId: placed.orderId })).status === 'CANCELED', 'not cancelled'));
  await step(`${kind}: market order`, async () => client.submitNewOrder({ symbol, side: 'BUY', type: 'MARKET', quantity: 0.01 }));
  await step(`${kind}: fills`, async () => require(
    (await client.getAccountTradeList?.({ symbol }) ?? await client.getAccountTrades({ symbol })).length > 0, 'none'));
  await step(`${kind}: account`, async () => require((await client.getAccountInformation()) !== undefined, 'none'));
  await refused(`${kind}: off the tick`, () => client.submitNewOrder({
    symbol, side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: 0.01, price: Number(price) + 0.00123,
  }));
}
