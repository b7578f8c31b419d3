// What all scripts share: named steps that print one line each, and the local exchange's addresses and keys from the environment.

// Without an address a client would go to the real exchange, so that there is no default but one where nothing listens.
const nowhere = 'http://127.0.0.1:1';
export const spot = process.env.TTQUANT_BINANCE || nowhere;
export const usdm = process.env.TTQUANT_BINANCE_USDM || nowhere;
export const okx = process.env.TTQUANT_OKX || nowhere;
export const keys = {
  key: process.env.TTQUANT_KEY ?? 'local-key',
  secret: process.env.TTQUANT_SECRET ?? 'local-secret',
  passphrase: process.env.TTQUANT_PASSPHRASE ?? 'local-passphrase',
};
export const ws = (address) => address.replace(/^http/, 'ws');

const PATIENCE = 20_000;
let failures = 0;

export async function step(name, action) {
  try {
    const result = await within(action(), name);
    console.log(`ok ${name}`);
    return result;
  } catch (failure) {
    failures++;
    console.log(`not ok ${name}: ${failure?.name ?? ''} ${failure?.message ?? JSON.stringify(failure)}`);
    return undefined;
  }
}

export async function refused(name, action, ...kinds) {
  await step(name, async () => {
    let error;
    try {
      await action();
    } catch (failure) {
      error = failure;
    }
    require(error !== undefined, 'it was not refused');
    const told = `${error.constructor?.name} ${error.message ?? JSON.stringify(error)}`;
    require(kinds.length === 0 || kinds.some((kind) => told.includes(kind)), `refused otherwise: ${told}`);
  });
}

// What the client itself has nothing for.
export function lacks(name, why) {
  console.log(`lacks ${name}: ${why}`);
}

export function require(isSo, what) {
  if (!isSo) {
    throw new Error(what);
  }
}

export async function until(condition, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    require(Date.now() < end, `never ${what}`);
    await new Promise((resume) => setTimeout(resume, 250));
  }
}

export function finish() {
  console.log(failures === 0 ? 'all steps passed' : `${failures} steps failed`);
  process.exit(failures === 0 ? 0 : 1);
}

function within(promise, name) {
  let timer;
  const limit = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no end of '${name}' in ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
