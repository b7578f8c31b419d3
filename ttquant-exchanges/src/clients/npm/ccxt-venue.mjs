// An exchange object of ccxt whose addresses are those of the local exchange; nothing else about it is changed.
import ccxt from 'ccxt';
import { keys, okx, spot, usdm, ws } from './steps.mjs';

const hosts = [
  ['https://api.binance.com', () => spot],
  ['https://fapi.binance.com', () => usdm],
  ['wss://stream.binance.com:9443', () => ws(spot)],
  ['wss://ws-api.binance.com:443', () => ws(spot)],
  ['wss://fstream.binance.com', () => ws(usdm)],
  ['wss://ws-fapi.binance.com', () => ws(usdm)],
  ['https://{hostname}', () => okx],
  ['https://www.okx.com', () => okx],
  ['wss://ws.okx.com:8443', () => ws(okx)],
];

function local(node) {
  if (typeof node === 'string') {
    const host = hosts.find(([from]) => node.startsWith(from));
    return host === undefined ? node : host[1]() + node.slice(host[0].length);
  }
  return node !== null && typeof node === 'object'
    ? Object.fromEntries(Object.entries(node).map(([name, value]) => [name, local(value)]))
    : node;
}

export const venues = {
  binance: { symbol: 'BTC/USDT', types: ['spot'], base: 'BTC', isDerivative: false, amount: 0.01 },
  binanceusdm: { symbol: 'BTC/USDT:USDT', types: ['linear'], base: 'BTC', isDerivative: true, amount: 0.01 },
  okx: { symbol: 'BTC/USDT', types: ['spot', 'swap'], base: 'BTC', isDerivative: false, amount: 0.01 },
  okxswap: { symbol: 'BTC/USDT:USDT', types: ['spot', 'swap'], base: 'BTC', isDerivative: true, amount: 1 },
};

export function open(id, isPro, credentials = keys) {
  const { types } = venues[id];
  const family = isPro ? ccxt.pro : ccxt;
  const name = id === 'okxswap' ? 'okx' : id;
  const exchange = new family[name]({
    apiKey: credentials.key,
    secret: credentials.secret,
    password: credentials.passphrase,
    options: { fetchMarkets: { types }, fetchCurrencies: false, defaultType: id === 'okxswap' ? 'swap' : undefined },
  });
  exchange.has.fetchCurrencies = false;
  exchange.urls.api = local(exchange.urls.api);
  return exchange;
}
