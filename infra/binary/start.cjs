// What the executable runs: the product's code, from what V8 compiled of it in a run before (see executable.mjs).
const { getAssetKeys, getRawAsset } = require('node:sea');
const { debuglog } = require('node:util');
const { Script } = require('node:vm');

const code = Buffer.from(getRawAsset('code')).latin1Slice();
const cachedData = getAssetKeys().includes('compiled') ? Buffer.from(getRawAsset('compiled')) : undefined;
const script = new Script(code, { filename: 'jetbridge.cjs', cachedData });
debuglog('jetbridge')('compiled code %s', script.cachedDataRejected === false ? 'taken' : 'not taken');
script.runInThisContext()(exports, require, module, __filename, __dirname);
