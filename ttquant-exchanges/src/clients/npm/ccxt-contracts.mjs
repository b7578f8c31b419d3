// What ccxt asks of perpetuals beside what it asks of spot; begins with a position of one amount, long.
import { lacks, refused, require, step, until } from './steps.mjs';

export async function contracts(exchange, symbol, amount, far, isOkx) {
  const isHeld = async () => (await exchange.fetchPositions([symbol])).some((one) => one.contracts > 0 && one.side === 'long');
  const flat = () => until(async () => !(await isHeld()), 'flat');

  await step('leverage', async () => {
    await exchange.setLeverage(5, symbol, { mgnMode: 'cross' });
    const told = await exchange.fetchLeverage(symbol, { marginMode: 'cross' });
    require(told.longLeverage === 5, JSON.stringify(told));
  });
  await step('leverage tiers', async () => {
    const tiers = (exchange.has.fetchMarketLeverageTiers === true)
      ? await exchange.fetchMarketLeverageTiers(symbol)
      : (await exchange.fetchLeverageTiers([symbol]))[symbol];
    require(tiers.length > 0 && tiers[0].maxLeverage > 0, JSON.stringify(tiers));
  });
  await step('position', async () => {
    const told = await exchange.fetchPositions([symbol]);
    require(told.length === 1 && told[0].contracts === amount && told[0].entryPrice > 0, JSON.stringify(told));
  });
  await step('close', async () => {
    await exchange.createOrder(symbol, 'market', 'sell', amount, undefined, { reduceOnly: true });
    await flat();
  });
  if (isOkx) {
    await step('close position', async () => {
      await exchange.createOrder(symbol, 'market', 'buy', amount);
      await until(isHeld, 'held');
      await exchange.closePosition(symbol, undefined, { marginMode: 'cross' });
      await flat();
    });
    await step('attached stop', async () => {
      await attached(exchange, symbol, amount, far);
      await flat();
    });
  } else {
    lacks('close position', 'Binance itself has no such request');
    lacks('attached stop', 'Binance itself has none');
  }
  await step('position mode', async () => {
    await exchange.setPositionMode(true, symbol);
    require((await exchange.fetchPositionMode(symbol)).hedged === true, 'it is not hedged');
    await exchange.setPositionMode(false, symbol);
  });
  await step('funding rate', async () => require((await exchange.fetchFundingRate(symbol)).fundingRate !== undefined, 'none'));
  await step('funding history', async () => require(Array.isArray(await exchange.fetchFundingRateHistory(symbol)), 'no list'));
  await step('mark price', async () => require((await exchange.fetchMarkPrice(symbol)).markPrice > 0, 'none'));
  await refused('refusal: nothing to reduce', () => exchange.createOrder(symbol, 'market', 'sell', amount, undefined, { reduceOnly: true }),
    'InvalidOrder', 'OrderImmediatelyFillable', 'InsufficientFunds', 'ExchangeError');
}

async function attached(exchange, symbol, amount, far) {
  const placed = await exchange.createOrder(symbol, 'market', 'buy', amount, undefined, {
    stopLoss: { triggerPrice: far(0.9) }, takeProfit: { triggerPrice: far(1.1) },
  });
  require(placed.id !== undefined, 'it has no id');
  const pair = await until(async () => {
    const waiting = await exchange.fetchOpenOrders(symbol, undefined, undefined, { trigger: true, ordType: 'oco' });
    return waiting[0];
  }, 'waiting');
  require(pair.stopLossPrice === far(0.9) && pair.takeProfitPrice === far(1.1), JSON.stringify(pair));
  await exchange.cancelOrder(pair.id, symbol, { trigger: true });
  await exchange.closePosition(symbol, undefined, { marginMode: 'cross' });
}
